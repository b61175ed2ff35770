import type {Size} from '../../size.ts';

/**
 * A picture on the GPU, row 0 on top. A new object stands for a new picture, though the texture may
 * be the one of the picture before.
 */
export type Picture = {texture: WebGLTexture; size: Size};

/** Whether two sizes are the same. */
export function sameSize(a: Size | undefined, b: Size): boolean {
  return a?.width === b.width && a.height === b.height;
}
