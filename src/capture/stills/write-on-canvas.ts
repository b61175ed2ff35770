import {CaptureError} from '../capture-error.ts';
import type {PictureTile} from './picture-tile.ts';
import type {PictureWriter, StillChoice, StillSize} from './picture-writer.ts';

/**
 * Has the browser make the file of a canvas, which the whole picture lies on.
 *
 * @throws CaptureError `picture-too-large` where there is no such canvas
 */
export function writeOnCanvas(
  {width, height}: StillSize,
  {format, quality}: StillChoice,
): PictureWriter {
  const canvas = Object.assign(document.createElement('canvas'), {width, height});
  // It is written from memory, and read once: there is nothing for a GPU to do.
  const context = canvas.getContext('2d', {willReadFrequently: true});
  const free = () => {
    Object.assign(canvas, {width: 0, height: 0});
  };
  if (!context || !holdsPixels(context, width, height)) {
    free();
    throw new CaptureError('picture-too-large', `Got no canvas of ${width} × ${height} pixels.`);
  }
  return {
    take({x, y, pixels, ...tile}) {
      // Where there is no alpha, what is clear would be black.
      if (format === 'jpeg') layOnPaper(pixels);
      context.putImageData(new ImageData(pixels, tile.width, tile.height), x, y);
    },
    async finish() {
      const type = `image/${format}`;
      const blob = await new Promise<Blob | null>((resolve) => {
        canvas.toBlob(resolve, type, quality);
      });
      free();
      if (!blob) throw new CaptureError('picture-failed', `Got no picture as ${type}.`);
      // A browser that cannot write a format writes PNG.
      if (blob.type !== type) throw new CaptureError('picture-format', `Got ${blob.type}.`);
      return blob;
    },
    dispose: free,
  };
}

/** A canvas that is too large takes no pixels, and says nothing. */
function holdsPixels(context: CanvasRenderingContext2D, width: number, height: number): boolean {
  context.fillRect(width - 1, height - 1, 1, 1);
  try {
    const [, , , alpha] = context.getImageData(width - 1, height - 1, 1, 1).data;
    context.clearRect(width - 1, height - 1, 1, 1);
    return alpha === 255;
  } catch {
    return false;
  }
}

function layOnPaper(pixels: PictureTile['pixels']): void {
  for (let pixel = 0; pixel < pixels.length; pixel += 4) {
    const alpha = pixels[pixel + 3] ?? 0;
    if (alpha === 255) continue;
    for (let channel = pixel; channel < pixel + 3; channel++) {
      pixels[channel] = ((pixels[channel] ?? 0) * alpha) / 255 + 255 - alpha;
    }
    pixels[pixel + 3] = 255;
  }
}
