import type {Path2D, SKRSContext2D} from '@napi-rs/canvas';
import {type Color, lighten} from './color.ts';
import {coverageAt, coverageOf, createLayer} from './layer.ts';
import {createNoise, fractal} from './noise.ts';
import {overprint} from './overprint.ts';
import {SIZE} from './painting.ts';
import {changePixels} from './pixels.ts';
import type {Random} from './random.ts';

/** A drum of ink, and how far the sheet slips under it, in pixels. */
export type Drum = {ink: Color; slip: readonly [x: number, y: number]};

/** How much ink lies on the light and on the dark side of a shape, 0…1. */
export type Ramp = readonly [light: number, dark: number];

/** The point where a shape is lightest and the one where it is darkest. */
export type Axis = readonly [x1: number, y1: number, x2: number, y2: number];

/** A duplicator that prints each ink from a stencil of its own. */
export type RisoPress<Name extends string> = {
  /** Lays a shape over what is there, in the inks given. */
  lay(path: Path2D, axis: Axis, tones: Partial<Record<Name, Ramp>>): void;
  /** Runs the sheet under the drums: tones break into grain, full tones stay a little starved. */
  print(context: SKRSContext2D, paper: Color, random: Random): void;
};

/** A press with blank stencils; it prints the drums in the order given. */
export function createRisoPress<Name extends string>(drums: Record<Name, Drum>): RisoPress<Name> {
  const names = Object.keys(drums) as Name[];
  const stencils = names.map((name) => ({name, ...drums[name], stencil: createLayer()}));
  return {
    lay(path, axis, tones) {
      for (const {name, stencil} of stencils) {
        stencil.globalCompositeOperation = 'destination-out';
        stencil.fillStyle = 'black';
        stencil.fill(path);
        const tone = tones[name];
        if (!tone) continue;
        const gradient = stencil.createLinearGradient(...axis);
        gradient.addColorStop(0, `rgb(0 0 0 / ${tone[0]})`);
        gradient.addColorStop(1, `rgb(0 0 0 / ${tone[1]})`);
        stencil.globalCompositeOperation = 'source-over';
        stencil.fillStyle = gradient;
        stencil.fill(path);
      }
    },
    print(context, paper, random) {
      const noise = createNoise(random);
      const cloudy = fractal(noise, 3);
      const coverages = stencils.map(({stencil}) => coverageOf(stencil));
      const grain = Float32Array.from({length: stencils.length * SIZE ** 2}, () => random() - 0.5);
      changePixels(context, (_, x, y) => {
        let color = lighten(paper, 5 * noise(x / 2, y / 5));
        for (const [drum, {ink, slip}] of stencils.entries()) {
          const tone = coverageAt(coverages[drum]!, x - slip[0], y - slip[1]);
          const screen = 0.5 + 0.5 * noise(x / 1.7 + drum * 50, y / 1.7 + drum * 31);
          const threshold = screen + 0.35 * grain[drum * SIZE ** 2 + y * SIZE + x]!;
          const starved = 0.1 + 0.09 * cloudy(x / 50 + drum * 20, y / 120);
          const speck = noise(x / 2.6 + 9 * drum, y / 2.6) > 0.72 ? 0.55 : 0;
          const wet =
            Math.min(1, Math.max(0, (tone - threshold) * 4 + 0.5)) * Math.min(1, tone * 8);
          color = overprint(color, ink, wet * (1 - starved - speck));
        }
        return color;
      });
    },
  };
}
