import {CaptureError} from '../capture-error.ts';
import {createPictureCopy} from '../picture-copy.ts';

/**
 * A PNG of a picture, at its own size; with `flip` mirrored. What is clear stays so. A canvas is taken as it is when this is
 * called, which must be in the task that has drawn it; its encoding is waited for.
 *
 * @param picture stays the caller's
 * @throws {CaptureError} `picture-failed`
 */
export async function takeSnapshot(
  picture: HTMLCanvasElement | ImageBitmap,
  {flip}: {flip: boolean},
): Promise<Blob> {
  const {width, height} = picture;
  const copy = createPictureCopy(width, height, () => flip, {clear: true});
  copy.draw(picture);
  const blob = await new Promise<Blob | null>((resolve) => {
    copy.canvas.toBlob(resolve, 'image/png');
  });
  if (!blob) throw new CaptureError('picture-failed', `Got no PNG of ${width} × ${height} pixels.`);
  return blob;
}
