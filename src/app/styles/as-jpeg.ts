import type {Size} from '../../gpu/size.ts';
import {PlainError} from '../notices/plain-error.ts';

/** A JPEG of a picture, good enough to be a style. */
export async function asJpeg(picture: CanvasImageSource, {width, height}: Size): Promise<Blob> {
  const canvas = Object.assign(document.createElement('canvas'), {width, height});
  canvas.getContext('2d')?.drawImage(picture, 0, 0);
  const blob = await new Promise<Blob | null>((resolve) => {
    canvas.toBlob(resolve, 'image/jpeg', 0.92);
  });
  if (!blob) throw new PlainError('The picture could not be saved. Try again.');
  return blob;
}
