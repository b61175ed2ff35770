import type {Size} from '../../gpu/size.ts';
import {drawingUrl} from './drawing-url.ts';
import {fileKind, isRarePicture} from './file-kind.ts';
import {Limit} from './limit.ts';
import {ownFile} from './own-file.ts';
import {LEAST_SIDE} from './size-drawing.ts';
import {SourceError} from './source-error.ts';

/** What lies behind a transparent picture: the paper it would hang on. */
const PAPER = '#ffffff';

/** More pixels than this are refused: decoding them would take gigabytes. */
const MOST_PIXELS = 300e6;

/** Not every browser draws on a larger canvas: those of phones do not. */
const MOST_CANVAS_PIXELS = 16e6;

/** Browsers draw nothing of a picture with a longer side than this, in pixels. */
const LONGEST_SIDE = 65_535;

/** A picture that has not come and been decoded in this time is given up, in milliseconds. */
const LIMIT_MS = 30_000;

/**
 * Decodes a picture of any kind an `<img>` shows, the first frame of an animation, onto white.
 * Scripts in an SVG do not run there. Gives a canvas whose longer side is `maxSide` at most, and whose
 * pixels can be read.
 *
 * @param address a blob, or the URL of a picture (another site must allow it: CORS)
 * @param limitMs how long it may take
 * @throws SourceError if it is empty, no picture, or does not come
 */
export async function decodePicture(
  address: Blob | URL,
  maxSide: number,
  limitMs?: number,
): Promise<HTMLCanvasElement> {
  return (await decodeStill(address, maxSide, limitMs)).picture;
}

/** The same, and how large the picture is as it comes. */
export function decodeStill(
  address: Blob | URL,
  maxSide: number,
  limitMs?: number,
): Promise<{picture: HTMLCanvasElement; fullSize: Size}> {
  return loadPicture(address, limitMs, (image, isDrawing) => {
    const picture = drawPicture(image, maxSide, isDrawing ? LEAST_SIDE : 0);
    checkReadable(picture);
    return {picture, fullSize: sizeOf(image)};
  });
}

/**
 * The same with all of its pixels, as a canvas, or where that would not do, as a bitmap, which the caller closes; what is
 * transparent there stays so.
 *
 * @throws SourceError
 */
export function decodeWhole(
  address: Blob | URL,
  limitMs?: number,
): Promise<HTMLCanvasElement | ImageBitmap> {
  return loadPicture(address, limitMs, async (image) => {
    const {width, height} = sizeOf(image);
    const isSmall = width * height <= MOST_CANVAS_PIXELS;
    const picture = isSmall ? drawPicture(image, Infinity, 0) : await createImageBitmap(image);
    checkReadable(picture);
    return picture;
  });
}

type Load<Result> = (image: HTMLImageElement, isDrawing: boolean) => Result | Promise<Result>;

/** @param load is given the picture, which is gone when it resolves */
async function loadPicture<Result>(
  address: Blob | URL,
  limitMs = LIMIT_MS,
  load: Load<Result>,
): Promise<Result> {
  try {
    return await decode(address, limitMs, load);
  } catch (error) {
    const problem = error instanceof SourceError && error.problem;
    if (address instanceof Blob) {
      if (problem !== 'unreadable' || !(await isRarePicture(address))) throw error;
      throw new SourceError('format', 'This browser does not show such a picture.', {cause: error});
    }
    // A drawing with HTML in it can be read as a file, though not from its address.
    const file = problem === 'tainted' && (await ownFile(address, limitMs));
    if (!file) throw error;
    return decode(file, limitMs, load);
  }
}

async function decode<Result>(
  address: Blob | URL,
  limitMs: number,
  load: Load<Result>,
): Promise<Result> {
  const limit = new Limit(limitMs);
  try {
    const {url, free} = await limit.hold(imageUrl(address));
    try {
      const image = await loadImage(url, address instanceof Blob, limit);
      const isDrawing = address instanceof URL && /\.svg$/i.test(address.pathname);
      return await limit.hold((async () => load(image, isDrawing))());
    } finally {
      free();
    }
  } finally {
    limit.clear();
  }
}

async function imageUrl(address: Blob | URL): Promise<{url: string; free: () => void}> {
  if (!(address instanceof Blob)) return {url: address.href, free: () => {}};
  if (address.size === 0) {
    throw new SourceError('empty', 'Expected a picture, but the file is empty.');
  }
  const kind = await fileKind(address);
  if (kind === 'film') throw new SourceError('film', 'Expected a picture, but got a film.');
  if (kind === 'sound') throw new SourceError('no-picture', 'Expected a picture, but got sound.');
  if (kind === 'drawing') return {url: await drawingUrl(address), free: () => {}};
  const url = URL.createObjectURL(address);
  return {
    url,
    free: () => {
      URL.revokeObjectURL(url);
    },
  };
}

async function loadImage(url: string, local: boolean, limit: Limit): Promise<HTMLImageElement> {
  const image = new Image();
  image.crossOrigin = 'anonymous';
  const loaded = new Promise((resolve, reject) => {
    image.onload = resolve;
    image.onerror = () => {
      reject(new Error('Expected an image, but it does not load.'));
    };
  });
  image.src = url;
  try {
    // Its size is known before it is decoded.
    await limit.hold(loaded);
    refuseTooLarge(image);
    await limit.hold(image.decode());
    return image;
  } catch (cause) {
    // Ends what is still being fetched.
    image.src = '';
    if (cause instanceof SourceError) throw cause;
    const problem = local ? 'unreadable' : 'unreachable';
    throw new SourceError(problem, 'Expected a picture that can be decoded.', {cause});
  }
}

function refuseTooLarge({naturalWidth, naturalHeight}: HTMLImageElement): void {
  const longest = Math.max(naturalWidth, naturalHeight);
  if (longest > LONGEST_SIDE || naturalWidth * naturalHeight > MOST_PIXELS) {
    throw new SourceError('too-large', `Expected ${MOST_PIXELS} pixels at most.`);
  }
}

/** @param leastSide what the longer side has at least, in pixels */
function drawPicture(
  image: HTMLImageElement,
  maxSide: number,
  leastSide: number,
): HTMLCanvasElement {
  const natural = sizeOf(image);
  const longest = Math.max(natural.width, natural.height);
  const scale = Math.min(maxSide, Math.max(leastSide, longest)) / longest;
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

/** A drawing at an address may have no size of its own. */
function sizeOf({naturalWidth, naturalHeight}: HTMLImageElement): Size {
  return {width: naturalWidth || LEAST_SIDE, height: naturalHeight || LEAST_SIDE};
}

/** What taints a canvas taints the texture it is uploaded to: better told here than in a frame. */
function checkReadable(picture: HTMLCanvasElement | ImageBitmap): void {
  const pixel = Object.assign(document.createElement('canvas'), {width: 1, height: 1});
  const context = pixel.getContext('2d', {willReadFrequently: true});
  try {
    context?.drawImage(picture, 0, 0, 1, 1);
    context?.getImageData(0, 0, 1, 1);
  } catch (cause) {
    throw new SourceError('tainted', 'Expected a picture that may be read.', {cause});
  }
}
