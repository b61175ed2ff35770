/** A picture or feature in float64: `[height, width, channels]`, row-major. */
export type Grid = {height: number; width: number; channels: number; values: Float64Array};

/** Kernel `[side, side, in, out]` and bias. */
type Weights = {kernel: ArrayLike<number>; bias: ArrayLike<number>};

/** VGG-19 up to relu4_1: the layers that max pooling follows. */
const POOLED = ['conv1_2', 'conv2_2', 'conv3_4'];

/** relu4_1 of a picture, by plain loops in float64; `weights` in the order of the layers. */
export function plainEncode(picture: Grid, weights: ReadonlyMap<string, Weights>): Grid {
  let grid = picture;
  for (const [layer, {kernel, bias}] of weights) {
    grid = convolve(grid, kernel, bias);
    grid.values.forEach((value, index, values) => (values[index] = Math.max(0, value)));
    if (POOLED.includes(layer)) grid = maxPool(grid);
  }
  return grid;
}

/** A 3×3 or 1×1 convolution with reflection padding. */
export function convolve(grid: Grid, kernel: ArrayLike<number>, bias: ArrayLike<number>): Grid {
  const {height, width, channels} = grid;
  const outputs = bias.length;
  const side = Math.round(Math.sqrt(kernel.length / channels / outputs));
  const values = new Float64Array(height * width * outputs);
  for (let y = 0; y < height; y++) {
    for (let x = 0; x < width; x++) {
      const target = (y * width + x) * outputs;
      for (let o = 0; o < outputs; o++) values[target + o] = bias[o]!;
      for (let tap = 0; tap < side * side; tap++) {
        const fromY = reflect(y + Math.floor(tap / side) - (side >> 1), height);
        const fromX = reflect(x + (tap % side) - (side >> 1), width);
        for (let i = 0; i < channels; i++) {
          const value = grid.values[(fromY * width + fromX) * channels + i]!;
          const row = (tap * channels + i) * outputs;
          for (let o = 0; o < outputs; o++) values[target + o]! += value * kernel[row + o]!;
        }
      }
    }
  }
  return {height, width, channels: outputs, values};
}

/** 2×2 maxima; an odd side is rounded up. */
function maxPool({height, width, channels, values}: Grid): Grid {
  const pooled = {height: Math.ceil(height / 2), width: Math.ceil(width / 2), channels};
  const maxima = new Float64Array(pooled.height * pooled.width * channels).fill(-Infinity);
  values.forEach((value, index) => {
    const pixel = Math.floor(index / channels);
    const y = Math.floor(pixel / width) >> 1;
    const x = (pixel % width) >> 1;
    const target = (y * pooled.width + x) * channels + (index % channels);
    maxima[target] = Math.max(maxima[target]!, value);
  });
  return {...pooled, values: maxima};
}

function reflect(position: number, size: number): number {
  if (position < 0) return -position;
  return position < size ? position : 2 * (size - 1) - position;
}
