import * as tf from '@tensorflow/tfjs-core';
import type {Feature} from '../network.ts';

/** How a map goes on beyond its border: by the pixel before the last, or by the last one. */
export type Edge = 'reflect' | 'symmetric';

const HEIGHT = 1;
const WIDTH = 2;

/** One pixel more on each side. */
export function padded(x: Feature, edge: Edge): Feature {
  return tf.mirrorPad(x, borders(1), edge);
}

/** Zeros on each side. */
export function zeroPadded(x: Feature, by = 1): Feature {
  return tf.pad(x, borders(by));
}

function borders(by: number): [number, number][] {
  return [
    [0, 0],
    [by, by],
    [by, by],
    [0, 0],
  ];
}

/** The gradient before `padded`: what lies on the border belongs to the pixels that it was made of. */
export function foldBorder(gradient: Feature, edge: Edge): Feature {
  return foldAxis(foldAxis(gradient, HEIGHT, edge), WIDTH, edge);
}

function foldAxis(gradient: Feature, axis: 1 | 2, edge: Edge): Feature {
  const side = gradient.shape[axis] - 2;
  const at = (from: number, size: number) => {
    const begin = [0, 0, 0, 0];
    const sizes: number[] = [...gradient.shape];
    begin[axis] = from;
    sizes[axis] = size;
    return tf.slice(gradient, begin, sizes);
  };
  const placed = (line: Feature, before: number) => {
    const widths = borders(0);
    widths[axis] = [before, side - before - 1];
    return tf.pad(line, widths);
  };
  const inset = edge === 'reflect' ? 1 : 0;
  return tf.addN([at(1, side), placed(at(0, 1), inset), placed(at(side + 1, 1), side - 1 - inset)]);
}
