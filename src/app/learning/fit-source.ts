import {decodePicture} from '../../live/sources/decode-picture.ts';
import {demoMoments} from '../../live/sources/demo/demo-moments.ts';
import {fetchChecked} from '../../network/fetch-checked.ts';
import type {FitContent} from '../../network/fitting/fit-contents.ts';
import {fetchJson} from '../../network/load-network.ts';
import {type Manifest, readWeights, type Weights} from '../../network/weights.ts';

/** Where the files of the loss network are. */
export type LossNetworkFiles = {manifestUrl: string; weightsUrl: string};

/** Sides of pictures that are looked at whole are multiples of this, in pixels. */
const STEP = 16;

/** Short side of the pictures that a fit looks at, and moments of the demo film among them. */
const CONTENT_SIDE = 256;
const MOMENTS = 4;

/** A file of which nothing comes for so long does not come at all, in milliseconds. */
const STALL_MS = 20_000;

/**
 * Fetches the weights of the loss network.
 *
 * @throws WeightsError if a file is missing, cut short, does not come, or is not what the manifest says
 */
export async function loadLossWeights({
  manifestUrl,
  weightsUrl,
}: LossNetworkFiles): Promise<Weights> {
  const manifest = (await fetchJson(manifestUrl, STALL_MS)) as Manifest;
  return readWeights(manifest, await fetchChecked(weightsUrl, manifest.sha256, STALL_MS));
}

/**
 * What brushes are fitted on: pictures that the page has anyway, moments of the demo film, and frames of the
 * camera where a person wants that. Those that cannot be had are left out.
 *
 * @param pictures URLs
 * @param frames they are closed
 */
export async function readFitContents(
  pictures: readonly string[],
  frames: readonly ImageBitmap[] = [],
): Promise<FitContent[]> {
  const decoding = pictures.map((url) =>
    decodePicture(new URL(url, location.href), 2 * CONTENT_SIDE),
  );
  const decoded = await Promise.allSettled(decoding);
  const canvases = decoded.flatMap((each) => (each.status === 'fulfilled' ? [each.value] : []));
  const own = frames.map(canvasOf);
  return [...canvases, ...(await demoMoments(MOMENTS)), ...own].map((canvas) => {
    const scale = CONTENT_SIDE / Math.min(canvas.width, canvas.height);
    return resized(canvas, Math.round(canvas.width * scale), Math.round(canvas.height * scale));
  });
}

/**
 * A style's picture as a fit looks at it.
 *
 * @param side of its longer side at most, in pixels
 */
export function fitPicture(canvas: HTMLCanvasElement, side: number): FitContent {
  const scale = Math.min(1, side / Math.max(canvas.width, canvas.height));
  const whole = (length: number) => Math.max(2 * STEP, Math.round((length * scale) / STEP) * STEP);
  return resized(canvas, whole(canvas.width), whole(canvas.height));
}

function resized(canvas: HTMLCanvasElement, width: number, height: number): FitContent {
  const small = Object.assign(document.createElement('canvas'), {width, height});
  const context = small.getContext('2d', {willReadFrequently: true});
  if (!context) throw new Error('Expected a 2D canvas, but there is none.');
  context.imageSmoothingQuality = 'high';
  context.drawImage(canvas, 0, 0, width, height);
  return {pixels: context.getImageData(0, 0, width, height).data, width, height};
}

function canvasOf(frame: ImageBitmap): HTMLCanvasElement {
  const {width, height} = frame;
  const canvas = Object.assign(document.createElement('canvas'), {width, height});
  canvas.getContext('2d', {willReadFrequently: true})?.drawImage(frame, 0, 0);
  frame.close();
  return canvas;
}
