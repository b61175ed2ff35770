/**
 * A picture that the GPU does not take: of another site that does not allow it, closed already, or
 * larger than any texture. Others may be taken.
 */
export class PictureRefusedError extends Error {
  override name = 'PictureRefusedError';
}
