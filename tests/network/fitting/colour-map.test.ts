import {describe, expect, it} from 'vitest';
import {colourMap} from '../../../src/network/fitting/colour-map.ts';
import {paletteOf} from '../../../src/network/palette.ts';
import {PIXELS} from '../four-pixels.ts';

describe('the map from one palette to another', () => {
  const CONTENT = paletteOf(PIXELS);
  const STYLE = paletteOf(Uint8ClampedArray.from(PIXELS, (value) => 60 + (value * 3) / 4));

  it('is the one that networks are measured with', () => {
    const {matrix, offset} = colourMap(CONTENT, STYLE);

    // As `recolour` in `palette.py` reckons it.
    [0.6643, -0.1277, -0.0634, 0.0458, 0.8192, 0.0346, -0.028, -0.0551, 0.7316].forEach(
      (value, index) => expect(matrix[index]).toBeCloseTo(value, 3),
    );
    [0.3236, 0.1882, 0.2675].forEach((value, index) => expect(offset[index]).toBeCloseTo(value, 3));
  });

  it('gives a colour that is all there is the mean of the style', () => {
    const grey = paletteOf(Uint8ClampedArray.of(51, 51, 51, 255));
    const {matrix, offset} = colourMap(grey, STYLE);

    expect(matrix.every(Number.isFinite)).toBe(true);
    const luma = [0.299, 0.587, 0.114].reduce((sum, weight, row) => {
      const of =
        offset[row]! + 0.2 * (matrix[3 * row]! + matrix[3 * row + 1]! + matrix[3 * row + 2]!);
      return sum + weight * of;
    }, 0);
    expect(luma).toBeCloseTo(STYLE.mean[0]!, 4);
  });
});
