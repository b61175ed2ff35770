/** The numbers of IEEE 754 half-precision words (little-endian machines), as float32. */
export function decodeFloat16(words: Uint16Array): Float32Array<ArrayBuffer> {
  return Float32Array.from(words, decode);
}

function decode(word: number): number {
  const sign = word & 0x8000 ? -1 : 1;
  const exponent = (word >> 10) & 0x1f;
  const fraction = word & 0x3ff;
  if (exponent === 0) return sign * fraction * 2 ** -24;
  if (exponent === 31) return fraction ? Number.NaN : sign * Infinity;
  return sign * (1 + fraction / 1024) * 2 ** (exponent - 15);
}
