/** The pixels of a picture, `size` or its own: red, green, blue and alpha, row by row, 0…255. */
export function pixelsOf(
  picture: HTMLCanvasElement | ImageBitmap,
  {width, height}: {width: number; height: number} = picture,
): Uint8ClampedArray {
  const canvas = new OffscreenCanvas(width, height);
  const context = canvas.getContext('2d')!;
  context.drawImage(picture, 0, 0, width, height);
  return context.getImageData(0, 0, width, height).data;
}

/** The pixel at a place, 0…1 from the left and the top: red, green, blue. */
export function pixelAt(picture: HTMLCanvasElement | ImageBitmap, x: number, y: number): number[] {
  const {width, height} = picture;
  const start = 4 * (Math.floor(y * height) * width + Math.floor(x * width));
  return [...pixelsOf(picture).subarray(start, start + 3)];
}

/** The mean absolute difference of two pictures' pixels, 0…255. */
export function meanDifference(a: ArrayLike<number>, b: ArrayLike<number>): number {
  if (a.length !== b.length) throw new Error(`Expected ${b.length} numbers, but got ${a.length}.`);
  let total = 0;
  for (let index = 0; index < a.length; index++) total += Math.abs(a[index]! - b[index]!);
  return total / a.length;
}
