import * as tf from '@tensorflow/tfjs';
import {fitPicture, loadLossWeights, readFitContents} from '../../src/app/learning/fit-source.ts';
import {networkFiles} from '../../src/app/networks/network-catalogue.ts';
import {gallery} from '../../src/app/styles/gallery.ts';
import {startTensorFlow} from '../../src/gpu/tensorflow/tensorflow-backend.ts';
import {openContext, prepareContext} from '../../src/gpu/webgl/tools/gl-context.ts';
import {gpuFinished} from '../../src/gpu/webgl/tools/gpu-fence.ts';
import {decodePicture} from '../../src/live/sources/decode-picture.ts';
import {type FitContent, pictureTensor} from '../../src/network/fitting/fit-contents.ts';
import type {FitTerms} from '../../src/network/fitting/fit-loss.ts';
import {createFitter, type FitRecipe} from '../../src/network/fitting/fitter.ts';
import {type LoadedNetwork, loadNetwork} from '../../src/network/load-network.ts';
import {createNetwork} from '../../src/network/network.ts';
import {type Palette, paletteOf} from '../../src/network/palette.ts';
import {
  readStatistics,
  type StyleStatistics,
  styleStatistics,
} from '../../src/network/style-statistics.ts';
import type {Weights} from '../../src/network/weights.ts';
import lossWeightsUrl from '../loss-lite/loss-lite.bin?url';
import lossManifestUrl from '../loss-lite/loss-lite.json?url';

/** What a brush is fitted to. */
export type StyleTask = {
  /** The name of a network in `models/`. */
  network: string;
  /** The name of the style: a gallery's picture is not fitted on itself. */
  style: string;
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

/**
 * Fits a brush on the GPU of this page, on the gallery's pictures and the demo film.
 *
 * @param onStep told of each step, with the terms of the loss before it
 */
export async function fitStyle(
  canvas: HTMLCanvasElement,
  {network: name, style, picture: url, side, recipe}: StyleTask,
  onStep: (step: number, terms: Record<keyof FitTerms, number>) => void,
): Promise<StyleFit> {
  const files = networkFiles.get(name);
  if (!files) throw new Error(`Expected a network of models/, but got "${name}".`);
  const gl = openContext(canvas);
  prepareContext(gl);
  await startTensorFlow(gl);
  const finished = () => gpuFinished(gl, wait);
  const network = await loadNetwork(files, () => {});
  const picture = fitPicture(await decodePicture(new URL(url, location.href), side), side);
  const statistics = statisticsOf(network, picture);
  const others = gallery.flatMap(({id, imageUrl}) => (id === style ? [] : [imageUrl]));
  const palette = paletteOf(picture.pixels);
  const fitter = createFitter({
    network,
    lossWeights: await loadLossWeights({manifestUrl: lossManifestUrl, weightsUrl: lossWeightsUrl}),
    style: {statistics, palette, picture},
    contents: await readFitContents(others),
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
