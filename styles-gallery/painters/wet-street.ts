import type {SKRSContext2D} from '@napi-rs/canvas';
import {keepColors} from './color-at.ts';
import {createNoise, fractal} from './noise.ts';
import {changePixels} from './pixels.ts';
import type {Random} from './random.ts';

/** How many places a blurred reflection is gathered from. */
const SAMPLES = 9;

/** A straight street, seen along its middle. */
export type Street = {
  /** Where it vanishes. */
  x: number;
  y: number;
  /** How steeply the feet of the houses run towards the viewer. */
  curb: number;
  /** Half its width where it vanishes. */
  far: number;
};

/** Mirrors the houses in the street, drawn out downwards and broken by ripples and dry patches. */
export function wetStreet(context: SKRSContext2D, street: Street, random: Random): void {
  const lightAt = keepColors(context);
  const rough = fractal(createNoise(random), 4);
  changePixels(context, (color, x, y) => {
    const foot = street.y + street.curb * Math.max(0, Math.abs(x - street.x) - street.far);
    const depth = y - street.y;
    if (y < foot || depth < 1) return color;
    const ripple = rough(x / (9 + depth / 7), y / (1.6 + depth / 45));
    const drift = ripple * (3 + depth / 12);
    const sum: [number, number, number] = [0, 0, 0];
    for (let sample = 0; sample < SAMPLES; sample++) {
      const stretch = (sample / SAMPLES) * (6 + depth * 0.24) + ripple * 9;
      const light = lightAt(x + drift, 2 * foot - y - stretch);
      for (const channel of [0, 1, 2] as const) sum[channel] += light[channel] / SAMPLES;
    }
    const puddle = 0.75 + 0.7 * Math.max(-0.6, Math.min(0.4, rough(x / 60 + 9, y / 11)));
    const asphalt = 0.8 + 0.9 * rough(x / 2.4, y / 1.3 + 70);
    const glint = asphalt > 1.25 ? 1.5 : 1;
    const shine = 1.7 * puddle * asphalt * glint;
    return [6 + sum[0] * shine, 3 + sum[1] * shine, 18 + sum[2] * shine];
  });
}
