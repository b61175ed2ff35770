import {PictureRefusedError} from '../../picture-refused-error.ts';
import type {Rectangle} from '../../plan/tile-grid.ts';
import type {Size} from '../../size.ts';

/** What lies behind a transparent picture: the paper it would hang on. */
const PAPER = '#ffffff';

/**
 * A part of a picture, pixel for pixel, or larger or smaller.
 *
 * @param part of the picture, in its pixels
 * @param size of what is made of it
 * @param canvas to draw on, if there is one already
 * @throws PictureRefusedError where there is nothing to draw
 */
export function cutPicture(
  picture: TexImageSource,
  part: Rectangle,
  size: Size,
  canvas = document.createElement('canvas'),
): HTMLCanvasElement {
  if (canvas.width !== size.width) canvas.width = size.width;
  if (canvas.height !== size.height) canvas.height = size.height;
  // What is uploaded next need not come from a GPU.
  const context = canvas.getContext('2d', {alpha: false, willReadFrequently: true});
  if (!context) throw new PictureRefusedError('Expected a canvas to cut a picture on.');
  context.fillStyle = PAPER;
  context.fillRect(0, 0, size.width, size.height);
  context.imageSmoothingQuality = 'high';
  const {x, y, width, height} = part;
  const drawn = picture instanceof ImageData ? canvasOf(picture) : picture;
  try {
    context.drawImage(drawn, x, y, width, height, 0, 0, size.width, size.height);
  } catch (cause) {
    throw new PictureRefusedError('Expected a picture that can be drawn.', {cause});
  }
  return canvas;
}

function canvasOf(picture: ImageData): HTMLCanvasElement {
  const {width, height} = picture;
  const canvas = Object.assign(document.createElement('canvas'), {width, height});
  canvas.getContext('2d')?.putImageData(picture, 0, 0);
  return canvas;
}
