/** Four pixels of colours far apart, RGBA. */
export const PIXELS = Uint8ClampedArray.of(
  255,
  0,
  0,
  255,
  0,
  128,
  64,
  255,
  20,
  40,
  250,
  255,
  90,
  90,
  90,
  255,
);
