/** Shapes closer than this are one shape, rounded to another multiple of 16. */
const SAME_SHAPE = 0.05;

/**
 * The width of the picture over its height, for laying it out. It stays as it was while the
 * working size only changes in scale, so that the page does not move with every size.
 */
export function steadyAspect(before: number, picture: {width: number; height: number}): number {
  if (!picture.width || !picture.height) return before;
  const aspect = picture.width / picture.height;
  return Math.abs(aspect / before - 1) < SAME_SHAPE ? before : aspect;
}
