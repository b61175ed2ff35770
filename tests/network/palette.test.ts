import {describe, expect, it} from 'vitest';
import {
  isPalette,
  mixPalettes,
  type Palette,
  paletteOf,
  paletteRoot,
  TONES,
} from '../../src/network/palette.ts';
import {PIXELS} from './four-pixels.ts';

/** Of the four pixels, as `palette.py` reckons them. */
const MEAN = [0.300625, 0.053868, 0.040812];
const COVARIANCE = [
  0.002157, -0.007954, 0.000439, -0.007954, 0.049788, -0.032221, 0.000439, -0.032221, 0.076944,
];

const NONE: Palette = {
  mean: new Float32Array(3),
  covariance: new Float32Array(9),
  tones: new Float32Array(3 * TONES),
};

describe('the palette of a picture', () => {
  it('is mean and covariance of Y, Cb, Cr', () => {
    const {mean, covariance} = paletteOf(PIXELS);

    MEAN.forEach((value, index) => expect(mean[index]).toBeCloseTo(value, 5));
    COVARIANCE.forEach((value, index) => expect(covariance[index]).toBeCloseTo(value, 5));
  });

  it('is the tones of R, G and B', () => {
    const {tones} = paletteOf(PIXELS);

    // The first, the middle and the last of R, G, B, as `palette.py` reckons them.
    const expected = {
      0: [0.0069, 0.0138, 0.0221],
      8: [0.2157, 0.2549, 0.302],
      16: [0.9429, 0.4888, 0.925],
    };
    for (const [tone, values] of Object.entries(expected)) {
      values.forEach((value, channel) => {
        expect(tones[3 * Number(tone) + channel]).toBeCloseTo(value, 3);
      });
    }
  });

  it('of one colour has no spread', () => {
    const {mean, covariance} = paletteOf(Uint8ClampedArray.of(51, 51, 51, 255));

    [0.2, 0, 0].forEach((value, index) => expect(mean[index]).toBeCloseTo(value, 6));
    for (const value of covariance) expect(value).toBeCloseTo(0, 6);
  });
});

describe('the root', () => {
  it('times its transpose is the covariance, but for what keeps it above zero', () => {
    const palette = paletteOf(PIXELS);
    const root = paletteRoot(palette);

    expect([root[1], root[2], root[5]]).toEqual([0, 0, 0]);
    for (let row = 0; row < 3; row++) {
      for (let column = 0; column < 3; column++) {
        let product = row === column ? -1e-6 : 0;
        for (let k = 0; k < 3; k++) product += root[row * 3 + k]! * root[column * 3 + k]!;
        expect(product).toBeCloseTo(palette.covariance[row * 3 + column]!, 6);
      }
    }
  });

  it('is there for one colour, and for numbers that are no covariance', () => {
    for (const covariance of [new Float32Array(9), new Float32Array(9).fill(-1)]) {
      const root = paletteRoot({...NONE, covariance});
      expect(root.every(Number.isFinite)).toBe(true);
    }
  });
});

it('mixes by weights', () => {
  const a = {...NONE, mean: Float32Array.of(1, 0, 0), covariance: new Float32Array(9).fill(4)};
  const b = {...NONE, mean: Float32Array.of(0, 2, 0), tones: new Float32Array(3 * TONES).fill(1)};
  const mixed = mixPalettes([
    {palette: a, weight: 3},
    {palette: b, weight: 1},
  ]);

  expect([...mixed.mean]).toEqual([0.75, 0.5, 0]);
  expect([...mixed.covariance]).toEqual(new Array(9).fill(3));
  expect([...mixed.tones]).toEqual(new Array(3 * TONES).fill(0.25));
});

it.each([
  ['nothing', undefined],
  ['no numbers', {...NONE, covariance: []}],
  ['too few', {...NONE, mean: new Float32Array(2)}],
  ['some that are none', {...NONE, covariance: new Float32Array(9).fill(NaN)}],
  ['one of an earlier version', {...NONE, tones: undefined}],
])('is not taken from %s', (_, value) => {
  expect(isPalette(value)).toBe(false);
});
