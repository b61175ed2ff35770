import {AppError} from '../notices/app-error.ts';

/**
 * Decodes the picture of a style, as `decodePicture` does, which is loaded when the first one is read.
 *
 * @throws SourceError if it is no picture, AppError if that part of the app does not load
 */
export async function readPicture(picture: Blob, maxSide: number): Promise<HTMLCanvasElement> {
  const loading = import('../../live/sources/decode-picture.ts').catch((cause: unknown) => {
    throw new AppError({key: 'start.unloaded'}, {cause});
  });
  return (await loading).decodePicture(picture, maxSide);
}
