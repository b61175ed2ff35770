import {loadPart} from '../load-part.ts';

/**
 * Decodes the picture of a style, as `decodePicture` does, which is loaded when the first one is read.
 *
 * @throws SourceError if it is no picture, AppError if that part of the app does not load
 */
export async function readPicture(picture: Blob, maxSide: number): Promise<HTMLCanvasElement> {
  const {decodePicture} = await loadPart(import('../../live/sources/decode-picture.ts'));
  return decodePicture(picture, maxSide);
}
