/** A part of a picture, and where it is: RGBA bytes, row by row, whose alpha is not multiplied in. */
export type PictureTile = {
  x: number;
  y: number;
  width: number;
  height: number;
  pixels: Uint8ClampedArray<ArrayBuffer>;
};
