import {describe, expect, it} from 'vitest';
import {chooseColours, ditherAt, nearestOf} from '../../../src/capture/loops/gif-colours.ts';

/** Pixels of these colours in turns, RGBA. */
function pixels(count: number, ...colours: number[][]): Uint8ClampedArray {
  return Uint8ClampedArray.from(
    Array.from({length: count}, (_, place) => colours[place % colours.length]!).flat(),
  );
}

describe('chooseColours', () => {
  it('finds the colours of all samples', () => {
    const colours = chooseColours([
      pixels(300, [200, 40, 40, 255]),
      pixels(300, [40, 40, 200, 255], [250, 250, 250, 255]),
    ]);

    expect(colours).toHaveLength(3);
    expect(colours).toEqual(
      expect.arrayContaining([
        [200, 40, 40],
        [40, 40, 200],
        [250, 250, 250],
      ]),
    );
  });

  it('finds 255 at most', () => {
    const many = Uint8ClampedArray.from({length: 4 * 40_000}, (_, at) =>
      at % 4 === 3 ? 255 : Math.imul(at ^ (at >> 5), 0x9e3779b1) >>> 24,
    );

    expect(chooseColours([many])).toHaveLength(255);
  });

  it('wastes none on what is clear', () => {
    expect(chooseColours([pixels(300, [9, 200, 9, 20], [0, 0, 0, 0])])).toEqual([[0, 0, 0]]);
  });
});

describe('nearestOf', () => {
  it('finds the nearest, and again', () => {
    const nearest = nearestOf([
      [0, 0, 0],
      [250, 0, 0],
      [250, 250, 250],
    ]);

    for (let time = 0; time < 2; time++) {
      expect(nearest(10, 20, 30)).toBe(0);
      expect(nearest(200, 30, 30)).toBe(1);
      expect(nearest(200, 200, 180)).toBe(2);
    }
  });
});

describe('ditherAt', () => {
  it('has each of 64 steps once in eight by eight pixels, and lightens as much as it darkens', () => {
    const steps = Array.from({length: 64}, (_, place) =>
      ditherAt(place % 8, Math.floor(place / 8)),
    );

    expect(new Set(steps).size).toBe(64);
    expect(steps.reduce((sum, step) => sum + step)).toBeCloseTo(0);
    expect(Math.max(...steps)).toBeLessThan(10);
    expect(ditherAt(8, 16)).toBe(ditherAt(0, 0));
  });
});
