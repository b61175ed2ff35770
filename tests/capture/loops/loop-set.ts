import {encodeLoop, type LoopMaking} from '../../../src/capture/loops/encode-loop.ts';
import type {LoopManner} from '../../../src/capture/loops/loop-plan.ts';
import {planLoop} from '../../../src/capture/loops/loop-plan.ts';
import type {LoopFrame} from '../../../src/capture/loops/rolling-memory.ts';

/** Of the pictures of a set, in pixels. */
export const WIDTH = 96;
export const HEIGHT = 64;

/** Draws the picture of a place on a canvas that is clear. */
export type Draw = (context: CanvasRenderingContext2D, place: number) => void;

/** A white square that wanders over red and blue. */
export const wandering: Draw = (context, place) => {
  fill(context, 'rgb(200 40 40)', 0, 0, WIDTH / 2, HEIGHT);
  fill(context, 'rgb(40 40 200)', WIDTH / 2, 0, WIDTH / 2, HEIGHT);
  fill(context, 'white', 8 * place, 16, 8, 8);
};

/** Pictures fifteen a second. */
export function frames(count: number, draw: Draw): LoopFrame[] {
  return Array.from({length: count}, (_, place) => {
    const picture = document.createElement('canvas');
    Object.assign(picture, {width: WIDTH, height: HEIGHT});
    draw(picture.getContext('2d')!, place);
    return {picture, timeMs: (place * 1000) / 15};
  });
}

/** Makes a loop of eight pictures, unless told otherwise. */
export function encode(
  making: Partial<LoopMaking> & {draw?: Draw; count?: number; manner?: LoopManner} = {},
) {
  const {draw = wandering, count = 8, manner = 'as-it-is', ...rest} = making;
  const all = frames(count, draw);
  const steps = planLoop(
    all.map(({timeMs}) => timeMs),
    manner,
  );
  return encodeLoop(all, steps, {
    kind: 'gif',
    longSide: 480,
    dithers: false,
    signal: new AbortController().signal,
    reach: () => Promise.resolve(),
    ...rest,
  });
}

/** Fills a part of a picture with one colour. */
export function fill(
  context: CanvasRenderingContext2D,
  colour: string,
  ...box: [x: number, y: number, width: number, height: number]
): void {
  context.fillStyle = colour;
  context.fillRect(...box);
}

/** RGBA at a place of a picture. */
export function pixel(picture: Uint8ClampedArray, x: number, y: number, width = WIDTH): number[] {
  const at = 4 * (y * width + x);
  return [...picture.subarray(at, at + 4)];
}

/** What a picture of the set shows. */
export function pixelsOf({picture}: LoopFrame): Uint8ClampedArray {
  return picture.getContext('2d')!.getImageData(0, 0, picture.width, picture.height).data;
}

/** How far colours are apart: on the mean of all channels of all pixels that are not clear, and at most. */
export function distance(one: Uint8ClampedArray, other: Uint8ClampedArray) {
  let [sum, most] = [0, 0];
  for (const [at, value] of one.entries()) {
    const far = at % 4 === 3 ? 0 : Math.abs(value - other[at]!);
    sum += far;
    most = Math.max(most, far);
  }
  return {mean: sum / (0.75 * one.length), most};
}
