/** Width and height in pixels. */
export type PictureSize = {width: number; height: number};

/**
 * The largest size of a loop whose longer side has at most so many pixels: even, as videos want it, and so near
 * to the proportions that the picture fills it. Never larger than the picture.
 */
export function fittedSize({width, height}: PictureSize, longSide: number): PictureSize {
  const most = Math.min(1, longSide / Math.max(width, height));
  const largest = even(width * most);
  for (let wide = largest; wide > 0.9 * largest; wide -= 2) {
    const size = {width: wide, height: even((height * wide) / width)};
    if (size.height <= longSide && fills({width, height}, size)) return size;
  }
  return {width: largest, height: even(height * most)};
}

/** Whether a picture that is brought into a size as a whole, as `PictureCopy` does, leaves nothing free. */
function fills(picture: PictureSize, size: PictureSize): boolean {
  const scale = Math.min(size.width / picture.width, size.height / picture.height);
  return (
    Math.round(picture.width * scale) === size.width &&
    Math.round(picture.height * scale) === size.height
  );
}

function even(side: number): number {
  return Math.max(2, 2 * Math.round(side / 2));
}
