import {PlainError} from './plain-error.ts';

/** A JPEG of a canvas, good enough to be a style. */
export async function asJpeg(canvas: HTMLCanvasElement): Promise<Blob> {
  const blob = await new Promise<Blob | null>((resolve) => {
    canvas.toBlob(resolve, 'image/jpeg', 0.92);
  });
  if (!blob) throw new PlainError('The picture could not be saved. Try again.');
  return blob;
}
