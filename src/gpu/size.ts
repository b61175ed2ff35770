/** Width and height in pixels. */
export type Size = {width: number; height: number};

/** Sides of a picture that is painted are multiples of this: they fit the blocks of the smallest maps. */
export const FRAME_STEP = 16;

/** So many times as large a painting is shown at most, and up to such a short side, in pixels. */
const ENLARGED = {times: 2, shortSide: 1080};

/** The even size that a painting of a size is enlarged to. */
export function enlargedSize({width, height}: Size): Size {
  const shortSide = Math.min(width, height);
  const times = Math.max(1, Math.min(ENLARGED.times, ENLARGED.shortSide / shortSide));
  const even = (side: number) => 2 * Math.round((side * times) / 2);
  return {width: even(width), height: even(height)};
}
