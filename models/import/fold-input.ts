/** What a network does to a picture before its first convolution: matrix · rgb + offset a pixel. */
export type InputTransform = {
  /** `[output channel][input channel]` */
  matrix: readonly (readonly number[])[];
  offset: readonly number[];
};

/**
 * Folds what comes before a convolution into it: W' = W · matrix and b' = b + Σ W · offset, the
 * sum over all taps. This is exact, since with reflection padding every tap sees a real pixel.
 *
 * @param kernel `[height, width, 3, outputs]`
 * @returns kernel and bias that work on RGB in [0, 1]
 */
export function foldInput(
  kernel: Float64Array,
  bias: Float64Array,
  {matrix, offset}: InputTransform,
): {kernel: Float64Array; bias: Float64Array} {
  const channels = offset.length;
  const outputs = bias.length;
  const folded = {kernel: new Float64Array(kernel.length), bias: Float64Array.from(bias)};
  kernel.forEach((weight, index) => {
    const output = index % outputs;
    const channel = Math.floor(index / outputs) % channels;
    const tap = index - channel * outputs - output;
    folded.bias[output]! += weight * offset[channel]!;
    matrix[channel]!.forEach((factor, input) => {
      folded.kernel[tap + input * outputs + output]! += weight * factor;
    });
  });
  return folded;
}
