import type {SKRSContext2D} from '@napi-rs/canvas';
import type {Color} from './color.ts';
import {SIZE} from './painting.ts';

/** The colour of a picture at a point in pixels; points outside take the nearest colour inside. */
export type ColorAt = (x: number, y: number) => Color;

/** Keeps what the context shows now, so that it can be painted over and still be looked at. */
export function keepColors(context: SKRSContext2D): ColorAt {
  const {data} = context.getImageData(0, 0, SIZE, SIZE);
  const inside = (value: number) => Math.min(SIZE - 1, Math.max(0, Math.floor(value)));
  return (x, y) => {
    const offset = 4 * (inside(y) * SIZE + inside(x));
    return [data[offset] as number, data[offset + 1] as number, data[offset + 2] as number];
  };
}
