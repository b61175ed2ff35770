import {type Palette, paletteRoot, sumOf3, YCBCR} from '../palette.ts';

/** Added to the variances of a content, which has noise to be kept down. */
const CONTENT_EPSILON = 1e-4;

/** The most that a colour's distance from the mean grows: flat contents hold noise. */
const LARGEST_GAIN = 1.7;

/** R, G and B as rows of weights of Y, Cb and Cr. */
const RGB_OF_YCBCR = [1, 0, 1.402, 1, -0.344136, -0.714136, 1, 1.772, 0];

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
