import {createField, type Field} from './field.ts';

const FAR = 1e9;

/**
 * How far every pixel is from the nearest one that is `marked`, in pixels: the exact Euclidean
 * distance, found along columns and then along rows (Felzenszwalb & Huttenlocher 2012).
 */
export function distanceTo(size: number, marked: (x: number, y: number) => boolean): Field {
  const squares = createField(size, (x, y) => (marked(x, y) ? 0 : FAR)).values;
  for (let x = 0; x < size; x++) spread(squares, size, x, size);
  for (let y = 0; y < size; y++) spread(squares, size, y * size, 1);
  return {size, values: squares.map(Math.sqrt)};
}

/** How far every pixel is from the edge of its region; `regions` holds a number for each. */
export function distanceToEdges(size: number, regions: ArrayLike<number>): Field {
  return distanceTo(size, (x, y) => {
    const index = y * size + x;
    const own = regions[index];
    const rightDiffers = x + 1 < size && regions[index + 1] !== own;
    const belowDiffers = y + 1 < size && regions[index + size] !== own;
    return rightDiffers || belowDiffers;
  });
}

/** Replaces a line of squared distances by the lower envelope of the parabolas over it. */
function spread(squares: Float32Array, count: number, start: number, stride: number): void {
  const line = Float64Array.from({length: count}, (_, i) => squares[start + i * stride] as number);
  const at = (i: number) => line[i] as number;
  const centers = new Int32Array(count);
  const borders = new Float64Array(count + 1).fill(Infinity);
  borders[0] = -Infinity;
  let last = 0;
  for (let i = 1; i < count; i++) {
    let border = -Infinity;
    for (; last >= 0; last--) {
      const center = centers[last] as number;
      border = (at(i) + i * i - at(center) - center * center) / (2 * (i - center));
      if (border > (borders[last] as number)) break;
    }
    last++;
    centers[last] = i;
    borders[last] = border;
    borders[last + 1] = Infinity;
  }
  for (let i = 0, piece = 0; i < count; i++) {
    while ((borders[piece + 1] as number) < i) piece++;
    const center = centers[piece] as number;
    squares[start + i * stride] = (i - center) ** 2 + at(center);
  }
}
