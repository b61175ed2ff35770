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
const YCBCR = [
  [0.299, 0.587, 0.114],
  [-0.168736, -0.331264, 0.5],
  [0.5, -0.418688, -0.081312],
] as const;

/** Added to the variances: a picture of one colour has none. So little that no hue shows in grey. */
const EPSILON = 1e-6;

/** The same of a content, which has noise to be kept down. */
const CONTENT_EPSILON = 1e-4;

/** The most that a colour's distance from the mean grows: flat contents hold noise. */
const LARGEST_GAIN = 1.7;

/** R, G and B as rows of weights of Y, Cb and Cr. */
const RGB_OF_YCBCR = [1, 0, 1.402, 1, -0.344136, -0.714136, 1, 1.772, 0];

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

function sumOf3(term: (index: 0 | 1 | 2) => number): number {
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

/** A linear map of RGB in [0, 1]: what it gives is not clamped. */
export type ColourMap = {
  /** `[3, 3]`, row by row */
  matrix: Float32Array;
  /** `[3]` */
  offset: Float32Array;
};

/**
 * The map that gives a content the mean and covariance of a style, luma first: `recolour` in `palette.py`
 * and `recolour.glsl` do the same.
 */
export function colourMap(content: Palette, style: Palette): ColourMap {
  const wanted = paletteRoot(style);
  const own = paletteRoot(content, CONTENT_EPSILON);
  for (let row = 0; row < 3; row++) {
    own[row * 4] = Math.max(own[row * 4] ?? 0, (wanted[row * 4] ?? 0) / LARGEST_GAIN);
  }
  const inYcc = product(wanted, inverseOfLower(own));
  const matrix = product(product(RGB_OF_YCBCR, inYcc), YCBCR.flat());
  const shifted = content.mean.map((_, row) =>
    sumOf3((at) => (inYcc[row * 3 + at] ?? 0) * (content.mean[at] ?? 0)),
  );
  const offset = style.mean.map((_, row) =>
    sumOf3(
      (at) => (RGB_OF_YCBCR[row * 3 + at] ?? 0) * ((style.mean[at] ?? 0) - (shifted[at] ?? 0)),
    ),
  );
  return {matrix, offset};
}

/** Of matrices `[3, 3]`, row by row. */
function product(left: ArrayLike<number>, right: ArrayLike<number>): Float32Array {
  return Float32Array.from({length: 9}, (_, index) => {
    const [row, column] = [Math.floor(index / 3), index % 3];
    return sumOf3((at) => (left[row * 3 + at] ?? 0) * (right[at * 3 + column] ?? 0));
  });
}

function inverseOfLower(lower: Float32Array): Float32Array {
  const [a = 1, , , b = 0, c = 1, , d = 0, e = 0, f = 1] = lower;
  return Float32Array.of(
    1 / a,
    0,
    0,
    -b / (a * c),
    1 / c,
    0,
    (b * e - c * d) / (a * c * f),
    -e / (c * f),
    1 / f,
  );
}

/** Whether something is a palette: what comes out of a storage may be anything. */
export function isPalette(value: unknown): value is Palette {
  if (typeof value !== 'object' || value === null) return false;
  const {mean, covariance, tones} = value as Partial<Record<string, unknown>>;
  return isNumbers(mean, 3) && isNumbers(covariance, 9) && isNumbers(tones, 3 * TONES);
}
