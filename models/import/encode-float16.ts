/** The largest finite float16. */
const LARGEST = 65504;

/** Numbers of this size have no fractions: adding it rounds to the nearest whole, ties to even. */
const WHOLE = 2 ** 52;

/**
 * The numbers as little-endian float16, each rounded to the nearest, ties to even.
 *
 * @param name what errors call the numbers
 * @throws Error where a number is not finite or is beyond float16's range
 */
export function encodeFloat16(name: string, values: Float64Array): Uint8Array {
  const bytes = new Uint8Array(values.length * 2);
  const view = new DataView(bytes.buffer);
  values.forEach((value, index) => {
    // Half a step above the largest is where rounding to the nearest goes to infinity.
    if (!(Math.abs(value) < LARGEST + 16)) {
      throw new Error(
        `${name}: expected finite numbers within float16's range (±${LARGEST}), got ${value} at index ${index}.`,
      );
    }
    view.setUint16(index * 2, wordOf(value), true);
  });
  return bytes;
}

/** Sign, exponent and fraction of a number within range. */
function wordOf(value: number): number {
  const sign = value < 0 || Object.is(value, -0) ? 0x8000 : 0;
  const magnitude = Math.abs(value);
  // Below 2⁻¹⁴ the steps stay the same: those are the subnormal numbers.
  const exponent = Math.max(-14, Math.floor(Math.log2(magnitude)));
  const steps = magnitude * 2 ** (10 - exponent) + WHOLE - WHOLE;
  // A normal number has 1024 steps or more, which raises the exponent field by the one it lacks.
  return sign + (exponent + 14) * 1024 + steps;
}
