import type {Size} from '../../size.ts';

/**
 * A picture on the GPU, row 0 on top. A new object stands for a new picture, though the texture may
 * be the one of the picture before.
 */
export type Picture = {
  texture: WebGLTexture;
  size: Size;
  /** Where it is the part of a larger picture: what is known of that as a whole holds for the part. */
  part?: Part | undefined;
};

/** Where a part is, in pixels of a picture of `size`; `whole` shows all of that, and may have fewer pixels. */
export type Part = {whole: Picture; x: number; y: number; size: Size};

/** What a picture is a part of, or itself. */
export function wholeOf(picture: Picture): Picture {
  return picture.part?.whole ?? picture;
}

/** Where a picture is in its whole: x, y, width and height in 0…1 of that. */
export function placeOf({size, part}: Picture): [number, number, number, number] {
  if (!part) return [0, 0, 1, 1];
  const {width, height} = part.size;
  return [part.x / width, part.y / height, size.width / width, size.height / height];
}

/** Whether two sizes are the same. */
export function sameSize(a: Size | undefined, b: Size): boolean {
  return a?.width === b.width && a.height === b.height;
}
