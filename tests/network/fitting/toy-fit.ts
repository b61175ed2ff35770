import * as tf from '@tensorflow/tfjs';
import type {Architecture} from '../../../src/network/architecture.ts';
import {brushNames, type BrushTensors} from '../../../src/network/fitting/decode-with-brush.ts';
import type {FitBatch, FitTask, FitTerms} from '../../../src/network/fitting/fit-loss.ts';
import {createLossNetwork, lossStatistics} from '../../../src/network/fitting/loss-lite.ts';
import {createNetwork} from '../../../src/network/network.ts';
import {styleStatistics} from '../../../src/network/style-statistics.ts';
import {
  type Manifest,
  manifestArchitecture,
  readWeights,
  type Weights,
} from '../../../src/network/weights.ts';
import {type Golden, goldenPicture} from '../golden.ts';
import record from './toy-fit.json';

type File = {manifest: Manifest; weights: string};

/** Written by `models/training/tests/make_toy_fit.py`: what PyTorch makes of a fit of a few channels. */
type ToyFit = {
  network: File;
  lossNetwork: File;
  shape: Golden['shape'];
  style: number[];
  contents: number[][];
  view: number[];
  right: number;
  down: number;
  terms: Record<keyof FitTerms, number>;
  gradients: Record<string, number[]>;
  rate: number;
  steps: number;
  brush: Record<string, number[]>;
};

export const TOY_FIT = record as unknown as ToyFit;

/** The record's networks on the CPU. */
export function readToy(): {
  network: {architecture: Architecture; weights: Weights};
  lossWeights: Weights;
} {
  const {network: file, lossNetwork} = TOY_FIT;
  const architecture = manifestArchitecture(file.manifest);
  return {
    network: {architecture, weights: weightsIn(file)},
    lossWeights: weightsIn(lossNetwork),
  };
}

/** The record as tensors on the current backend; the caller disposes it. */
export function openToyFit(): {
  task: FitTask;
  batch: FitBatch;
  brush: BrushTensors;
  dispose: () => void;
} {
  const {shape, right, down} = TOY_FIT;
  const toy = readToy();
  const network = createNetwork(toy.network.architecture, toy.network.weights);
  const lossNetwork = createLossNetwork(toy.lossWeights);
  const style = goldenPicture(TOY_FIT.style, shape);
  const contents = tf.concat(TOY_FIT.contents.map((values) => goldenPicture(values, shape)));
  const task = {
    network,
    lossNetwork,
    style: styleStatistics(network, style),
    wanted: lossStatistics(lossNetwork, style),
  };
  const views = {pictures: goldenPicture(TOY_FIT.view, shape), right, down};
  const brush = Object.fromEntries(brushNames(network).map((name) => [name, network.weight(name)]));
  return {
    task,
    batch: {contents, views},
    brush,
    dispose() {
      tf.dispose([style, contents, views.pictures, task.style, task.wanted]);
      network.dispose();
      lossNetwork.dispose();
    },
  };
}

function weightsIn({manifest, weights}: File) {
  const bytes = Uint8Array.from(atob(weights), (letter) => letter.charCodeAt(0));
  return readWeights(manifest, bytes.buffer);
}
