import {SourceError} from './frame-source.ts';

/** A drawing without a size of its own gets this one, in pixels. */
const VECTOR_SIDE = 1024;

/** What lies behind a transparent picture: the paper it would hang on. */
const PAPER = '#ffffff';

/** Sides beyond this are refused: decoding would take gigabytes. */
const LARGEST_SIDE = 30_000;

/**
 * Decodes a picture of any kind an `<img>` shows, the first frame of an animation, onto white.
 * Scripts in an SVG do not run there. Gives a canvas whose longer side is `maxSide` at most.
 *
 * @param address a blob, or the URL of a picture (another site must allow it: CORS)
 * @throws SourceError if it is empty or no picture
 */
export async function decodePicture(
  address: Blob | URL,
  maxSide: number,
): Promise<HTMLCanvasElement> {
  if (address instanceof Blob && address.size === 0) {
    throw new SourceError('empty', 'Expected a picture, but the file is empty.');
  }
  const url = address instanceof Blob ? URL.createObjectURL(address) : address.href;
  try {
    return drawPicture(await loadImage(url, address instanceof Blob), maxSide);
  } finally {
    if (address instanceof Blob) URL.revokeObjectURL(url);
  }
}

async function loadImage(url: string, local: boolean): Promise<HTMLImageElement> {
  const image = new Image();
  image.crossOrigin = 'anonymous';
  image.src = url;
  try {
    await image.decode();
    return image;
  } catch (cause) {
    const problem = local ? 'unreadable' : 'unreachable';
    throw new SourceError(problem, 'Expected a picture that can be decoded.', {cause});
  }
}

function drawPicture(image: HTMLImageElement, maxSide: number): HTMLCanvasElement {
  const natural = {
    width: image.naturalWidth || VECTOR_SIDE,
    height: image.naturalHeight || VECTOR_SIDE,
  };
  const longest = Math.max(natural.width, natural.height);
  if (longest > LARGEST_SIDE) {
    throw new SourceError('unreadable', `Expected sides of ${LARGEST_SIDE} px at most.`);
  }
  const scale = Math.min(1, maxSide / longest);
  const width = Math.max(1, Math.round(natural.width * scale));
  const height = Math.max(1, Math.round(natural.height * scale));
  const canvas = Object.assign(document.createElement('canvas'), {width, height});
  const context = canvas.getContext('2d', {alpha: false});
  if (!context) throw new SourceError('unreadable', 'Expected a 2D canvas, but there is none.');
  context.fillStyle = PAPER;
  context.fillRect(0, 0, width, height);
  context.imageSmoothingQuality = 'high';
  context.drawImage(image, 0, 0, width, height);
  return canvas;
}
