import type {Size} from '../../gpu/size.ts';
import {AppError} from '../notices/app-error.ts';

/** A JPEG of a picture at a size, good enough to be a style. */
export async function asJpeg(picture: CanvasImageSource, {width, height}: Size): Promise<Blob> {
  const canvas = Object.assign(document.createElement('canvas'), {width, height});
  const context = canvas.getContext('2d');
  if (context) {
    context.imageSmoothingQuality = 'high';
    context.drawImage(picture, 0, 0, width, height);
  }
  const blob = await new Promise<Blob | null>((resolve) => {
    canvas.toBlob(resolve, 'image/jpeg', 0.92);
  });
  if (!blob) throw new AppError({key: 'capture.picture-failed'});
  return blob;
}
