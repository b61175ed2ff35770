import {CaptureError} from '../capture-error.ts';
import {createPictureCopy} from '../picture-copy.ts';

/**
 * A PNG of what `canvas` shows, at its own size; with `flip` mirrored. Call it in the same task in
 * which the canvas was drawn: the picture is taken before this returns, its encoding is waited for.
 *
 * @throws {CaptureError} `picture-failed`
 */
export async function takeSnapshot(
  canvas: HTMLCanvasElement,
  {flip}: {flip: boolean},
): Promise<Blob> {
  const {width, height} = canvas;
  const picture = flip ? mirrored(canvas) : canvas;
  const blob = await new Promise<Blob | null>((resolve) => {
    picture.toBlob(resolve, 'image/png');
  });
  if (!blob) {
    throw new CaptureError('picture-failed', `Got no PNG of a ${width} × ${height} canvas.`);
  }
  return blob;
}

function mirrored(canvas: HTMLCanvasElement): HTMLCanvasElement {
  const copy = createPictureCopy(canvas.width, canvas.height, () => true);
  copy.draw(canvas);
  return copy.canvas;
}
