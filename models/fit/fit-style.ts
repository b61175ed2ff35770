import * as tf from '@tensorflow/tfjs';
import {networkFiles} from '../../src/app/networks/network-catalogue.ts';
import {gallery} from '../../src/app/styles/gallery.ts';
import {startTensorFlow} from '../../src/gpu/tensorflow/tensorflow-backend.ts';
import {openContext, prepareContext} from '../../src/gpu/webgl/tools/gl-context.ts';
import {gpuFinished} from '../../src/gpu/webgl/tools/gpu-fence.ts';
import {decodePicture} from '../../src/live/sources/decode-picture.ts';
import {demoMoments} from '../../src/live/sources/demo/demo-moments.ts';
import {type FitContent, pictureTensor} from '../../src/network/fitting/fit-contents.ts';
import type {FitTerms} from '../../src/network/fitting/fit-loss.ts';
import {createFitter, type FitRecipe} from '../../src/network/fitting/fitter.ts';
import {
  fetchFile,
  fetchJson,
  type LoadedNetwork,
  loadNetwork,
} from '../../src/network/load-network.ts';
import {createNetwork} from '../../src/network/network.ts';
import {type Palette, paletteOf} from '../../src/network/palette.ts';
import {
  readStatistics,
  type StyleStatistics,
  styleStatistics,
} from '../../src/network/style-statistics.ts';
import {type Manifest, readWeights, type Weights} from '../../src/network/weights.ts';
import lossManifestUrl from '../loss-lite/manifest.json?url';
import lossWeightsUrl from '../loss-lite/weights.bin?url';

/** What a brush is fitted to. */
export type StyleTask = {
  /** The name of a network in `models/`. */
  network: string;
  /** Of the picture: a URL. */
  picture: string;
  /** At which the style is seen, its longer side in pixels. */
  side: number;
  recipe: FitRecipe;
};

/** All that is known of a style in the end; weights by their names in the network. */
export type StyleFit = {
  checksum: string;
  own: [string, {shape: number[]; values: number[]}][];
  brush: [string, {shape: number[]; values: number[]}][];
  statistics: Record<string, {mean: number[]; std: number[]}>;
  palette: Record<keyof Palette, number[]>;
};

/** Sides of styles and of contents are multiples of this. */
const STEP = 16;

/** Short side of contents, and moments of the demo film among them. */
const CONTENT_SIDE = 256;
const MOMENTS = 4;

/** A file of which nothing comes for so long does not come at all, in milliseconds. */
const STALL_MS = 20_000;

/**
 * Fits a brush on the GPU of this page, on the gallery's pictures and the demo film.
 *
 * @param onStep told of each step, with the terms of the loss before it
 */
export async function fitStyle(
  canvas: HTMLCanvasElement,
  {network: name, picture: url, side, recipe}: StyleTask,
  onStep: (step: number, terms: Record<keyof FitTerms, number>) => void,
): Promise<StyleFit> {
  const files = networkFiles.get(name);
  if (!files) throw new Error(`Expected a network of models/, but got "${name}".`);
  const gl = openContext(canvas);
  prepareContext(gl);
  await startTensorFlow(gl);
  const finished = () => gpuFinished(gl, wait);
  const network = await loadNetwork(files, () => {});
  const picture = wholeSteps(await decodePicture(new URL(url, location.href), side), side);
  const statistics = statisticsOf(network, picture);
  const palette = paletteOf(picture.pixels);
  const fitter = createFitter({
    network,
    lossWeights: await loadLossWeights(),
    style: {statistics, palette, picture},
    contents: await readContents(url),
    recipe,
    finished,
    now: () => performance.now(),
  });
  try {
    while (fitter.steps < recipe.steps) {
      const terms = await fitter.step();
      onStep(fitter.steps, terms);
    }
    const {brush} = await fitter.read();
    return {
      checksum: network.checksum,
      own: listed(new Map([...network.weights].filter(([key]) => brush.has(key)))),
      brush: listed(brush),
      statistics: mapValues(statistics, ({mean, std}) => ({mean: [...mean], std: [...std]})),
      palette: mapValues(palette, (values) => [...values]),
    };
  } finally {
    fitter.dispose();
  }
}

async function loadLossWeights(): Promise<Weights> {
  const manifest = (await fetchJson(lossManifestUrl, STALL_MS)) as Manifest;
  const file = await fetchFile(lossWeightsUrl, STALL_MS);
  return readWeights(manifest, await file.arrayBuffer());
}

/** The gallery without the style itself, and moments of the demo film. */
async function readContents(style: string): Promise<FitContent[]> {
  const others = gallery.filter(({imageUrl}) => imageUrl !== style);
  const pictures = others.map(({imageUrl = ''}) =>
    decodePicture(new URL(imageUrl, location.href), 2 * CONTENT_SIDE),
  );
  const canvases = [...(await Promise.all(pictures)), ...(await demoMoments(MOMENTS))];
  return canvases.map((canvas) => {
    const scale = CONTENT_SIDE / Math.min(canvas.width, canvas.height);
    return resized(canvas, Math.round(canvas.width * scale), Math.round(canvas.height * scale));
  });
}

/** A picture whose longer side is `side` at most, in whole steps. */
function wholeSteps(canvas: HTMLCanvasElement, side: number): FitContent {
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

function statisticsOf(
  {architecture, weights}: LoadedNetwork,
  picture: FitContent,
): StyleStatistics {
  const network = createNetwork(architecture, weights);
  const statistics = tf.tidy(() =>
    readStatistics(styleStatistics(network, pictureTensor(picture))),
  );
  network.dispose();
  return statistics;
}

function listed(weights: Weights): StyleFit['brush'] {
  return [...weights].map(([name, {shape, values}]) => [name, {shape, values: [...values]}]);
}

function mapValues<From, To, Name extends string>(
  record: Record<Name, From>,
  map: (value: From) => To,
): Record<Name, To> {
  const entries = Object.entries<From>(record).map(([name, value]) => [name, map(value)]);
  return Object.fromEntries(entries) as Record<Name, To>;
}

function wait(ms: number): Promise<void> {
  return new Promise((resolve) => setTimeout(resolve, ms));
}
