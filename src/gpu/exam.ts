import type {StyleStatistics} from '../network/style-statistics.ts';
import type {Weights} from '../network/weights.ts';
import type {Size} from './size.ts';

/**
 * What a stylizer is tried out on: how the reference paints a test picture, so that whoever paints
 * another has a fault.
 */
export type Exam = {
  size: Size;
  style: StyleStatistics;
  alpha: number;
  /** RGB in [0, 1], row by row. */
  painting: Float32Array;
};

/** The reference takes about a quarter of a second at either size, for the network it is meant for. */
const SIZE = {width: 48, height: 32};
const SIZE_OF_LARGE = {width: 16, height: 16};
const LARGE_WEIGHTS = 2_000_000;

/** The size at which a network is examined. */
export function examSize(weights: Weights): Size {
  const count = [...weights.values()].reduce((sum, {values}) => sum + values.length, 0);
  return count > LARGE_WEIGHTS ? SIZE_OF_LARGE : SIZE;
}

/** The picture to paint: RGBA bytes with smooth parts, edges and every colour. */
export function examPicture({width, height}: Size): Uint8Array {
  return Uint8Array.from({length: width * height * 4}, (_, index) => {
    const [x, y] = [(index >> 2) % width, Math.floor((index >> 2) / width)];
    return [
      x * 5,
      127 + 120 * Math.sin((x + 2 * y) / 5),
      ((x >> 2) + (y >> 2)) & 1 ? 220 : 30,
      255,
    ][index & 3] as number;
  });
}
