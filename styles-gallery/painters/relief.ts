import type {SKRSContext2D} from '@napi-rs/canvas';
import {type Field, valueAt} from './field.ts';
import {changePixels} from './pixels.ts';

/** Where the light comes from: the upper left, a little in front of the picture. */
const LIGHT = normalize(-0.5, -0.62, 0.6);
/** Half-way between the light and the eye, which looks straight down. */
const HALFWAY = normalize(LIGHT[0], LIGHT[1], LIGHT[2] + 1);
const SHININESS = 24;

/**
 * Lights what the context shows as if it stood out by `height`.
 *
 * @param height as large as the canvas; a slope of 1 is a change of 1 from pixel to pixel
 * @param depth how much shade a slope gives, 0 (none) … 1 (as in nature)
 * @param gloss the brightness of highlights, 0 (matt) … 255
 */
export function lightRelief(
  context: SKRSContext2D,
  height: Field,
  depth: number,
  gloss: number,
): void {
  changePixels(context, (color, x, y) => {
    const slopeX = valueAt(height, x + 1, y) - valueAt(height, x - 1, y);
    const slopeY = valueAt(height, x, y + 1) - valueAt(height, x, y - 1);
    const normal = normalize(-slopeX / 2, -slopeY / 2, 1);
    const shade = 1 + depth * (dot(normal, LIGHT) / LIGHT[2] - 1);
    const shine = gloss * (Math.max(0, dot(normal, HALFWAY)) ** SHININESS - FLAT_SHINE);
    const lit = (channel: number) =>
      Math.min(255, Math.max(0, channel * shade + Math.max(0, shine)));
    return [lit(color[0]), lit(color[1]), lit(color[2])];
  });
}

type Vector = readonly [number, number, number];

function normalize(x: number, y: number, z: number): Vector {
  const length = Math.hypot(x, y, z);
  return [x / length, y / length, z / length];
}

function dot(a: Vector, b: Vector): number {
  return a[0] * b[0] + a[1] * b[1] + a[2] * b[2];
}

/** What a level surface would shine; taken off, so that level paint keeps its colour. */
const FLAT_SHINE = HALFWAY[2] ** SHININESS;
