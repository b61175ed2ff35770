import {isNumbers} from './is-numbers.ts';

/**
 * What the colours of a picture are as a whole, in Y, Cb, Cr of RGB in [0, 1], and in RGB. The same is
 * `palette.py` in `models/training/`, where brushes learn with contents in the style's palette.
 */
export type Palette = {
  /** `[3]` */
  mean: Float32Array;
  /** `[3, 3]`, row by row */
  covariance: Float32Array;
  /** `[TONES, 3]`: quantiles of R, G and B, evenly, the darkest first. */
  tones: Float32Array;
};

/** How many tones of a channel are known. */
export const TONES = 17;

/** Y, Cb and Cr as rows of weights of R, G and B (ITU-R BT.601). */
export const YCBCR = [
  [0.299, 0.587, 0.114],
  [-0.168736, -0.331264, 0.5],
  [0.5, -0.418688, -0.081312],
] as const;

/** Added to the variances: a picture of one colour has none. So little that no hue shows in grey. */
const EPSILON = 1e-6;

/**
 * The palette of a picture.
 *
 * @param pixels RGBA in 0…255; what is transparent counts as the colour it has
 */
export function paletteOf(pixels: Uint8ClampedArray): Palette {
  const count = pixels.length / 4;
  const sums = [0, 0, 0];
  const products = [0, 0, 0, 0, 0, 0, 0, 0, 0];
  const colour = [0, 0, 0];
  for (let at = 0; at < pixels.length; at += 4) {
    for (let row = 0; row < 3; row++) {
      colour[row] = (pixels[at + row] ?? 0) / 255;
      sums[row] = (sums[row] ?? 0) + (colour[row] ?? 0);
    }
    for (let index = 0; index < 9; index++) {
      const product = (colour[Math.floor(index / 3)] ?? 0) * (colour[index % 3] ?? 0);
      products[index] = (products[index] ?? 0) + product;
    }
  }
  const covarianceOfRgb = (row: number, column: number) =>
    (products[row * 3 + column] ?? 0) / count -
    ((sums[row] ?? 0) * (sums[column] ?? 0)) / count ** 2;
  const mean = YCBCR.map((weights) => sumOf3((at) => (weights[at] * (sums[at] ?? 0)) / count));
  const covariance = YCBCR.flatMap((left) =>
    YCBCR.map((right) =>
      sumOf3((row) => sumOf3((at) => left[row] * right[at] * covarianceOfRgb(row, at))),
    ),
  );
  return {
    mean: Float32Array.from(mean),
    covariance: Float32Array.from(covariance),
    tones: tonesOf(pixels),
  };
}

function tonesOf(pixels: Uint8ClampedArray): Float32Array {
  const tones = new Float32Array(3 * TONES);
  for (let channel = 0; channel < 3; channel++) {
    const values = pixels.filter((_, at) => at % 4 === channel).sort();
    for (let tone = 0; tone < TONES; tone++) {
      const place = ((tone + 0.5) / TONES) * (values.length - 1);
      const [low = 0, high = low] = values.subarray(Math.floor(place));
      tones[3 * tone + channel] = (low + (place % 1) * (high - low)) / 255;
    }
  }
  return tones;
}

/** The sum of a term over the three channels. */
export function sumOf3(term: (index: 0 | 1 | 2) => number): number {
  return term(0) + term(1) + term(2);
}

/**
 * What lies between palettes.
 *
 * @param parts at least one with a weight above 0; weights are relative and not negative
 */
export function mixPalettes(parts: readonly {palette: Palette; weight: number}[]): Palette {
  const total = parts.reduce((sum, {weight}) => sum + weight, 0);
  const mix = (length: number, read: (palette: Palette) => Float32Array) =>
    Float32Array.from(
      {length},
      (_, index) =>
        parts.reduce((sum, {palette, weight}) => sum + (read(palette)[index] ?? 0) * weight, 0) /
        total,
    );
  return {
    mean: mix(3, ({mean}) => mean),
    covariance: mix(9, ({covariance}) => covariance),
    tones: mix(3 * TONES, ({tones}) => tones),
  };
}

/**
 * The lower triangular root of a palette's covariance (Cholesky), `[3, 3]` row by row.
 *
 * @param epsilon added to the variances
 */
export function paletteRoot({covariance}: Palette, epsilon = EPSILON): Float32Array {
  const root = new Float32Array(9);
  for (let row = 0; row < 3; row++) {
    for (let column = 0; column <= row; column++) {
      let rest = (covariance[row * 3 + column] ?? 0) + (row === column ? epsilon : 0);
      for (let before = 0; before < column; before++) {
        rest -= (root[row * 3 + before] ?? 0) * (root[column * 3 + before] ?? 0);
      }
      root[row * 3 + column] =
        row === column ? Math.sqrt(Math.max(rest, epsilon)) : rest / (root[column * 4] ?? 1);
    }
  }
  return root;
}

/** Whether something is a palette: what comes out of a storage may be anything. */
export function isPalette(value: unknown): value is Palette {
  if (typeof value !== 'object' || value === null) return false;
  const {mean, covariance, tones} = value as Partial<Record<string, unknown>>;
  return isNumbers(mean, 3) && isNumbers(covariance, 9) && isNumbers(tones, 3 * TONES);
}
