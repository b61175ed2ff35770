import * as tf from '@tensorflow/tfjs-core';
import type {Architecture} from '../../../src/network/architecture.ts';
import type {FitState} from '../../../src/network/fitting/adam.ts';
import {type FitBatch, fitInputs, type FitTask} from '../../../src/network/fitting/fit-inputs.ts';
import type {FitTerms} from '../../../src/network/fitting/fit-loss.ts';
import {fitStep} from '../../../src/network/fitting/fit-step.ts';
import {FIT_WEIGHTS} from '../../../src/network/fitting/fit-weights.ts';
import type {BrushTensors} from '../../../src/network/fitting/layer-forms.ts';
import {createLossNetwork, lossStatistics} from '../../../src/network/fitting/loss-lite.ts';
import {createNetwork} from '../../../src/network/network.ts';
import {styleStatistics} from '../../../src/network/style-statistics.ts';
import {
  type Manifest,
  manifestArchitecture,
  readWeights,
  type Weights,
} from '../../../src/network/weights.ts';
import {type Golden, goldenPicture, largestDifference} from '../golden.ts';
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
  const contents = tf.tidy(() =>
    tf.concat(TOY_FIT.contents.map((values) => goldenPicture(values, shape))),
  );
  const task = {
    network,
    lossNetwork,
    style: styleStatistics(network, style),
    wanted: lossStatistics(lossNetwork, style),
    weights: FIT_WEIGHTS,
  };
  const views = {pictures: goldenPicture(TOY_FIT.view, shape), right, down};
  const names = Object.keys(TOY_FIT.gradients);
  const brush = Object.fromEntries(names.map((name) => [name, network.weight(name)]));
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

/** A step on a batch, without a pause between its pieces. */
export function stepAtOnce(
  task: FitTask,
  state: FitState,
  batch: FitBatch,
  rate: number,
): {state: FitState; terms: FitTerms} {
  const inputs = fitInputs(task, batch, state.brush);
  const pieces = fitStep(task, state, inputs, rate);
  for (;;) {
    const {done, value} = pieces.next();
    if (!done) continue;
    tf.dispose(inputs);
    return value;
  }
}

/** The record's gradients, held down to the largest norm as a step does. */
function clippedGradients(): Record<string, number[]> {
  const squares = Object.values(TOY_FIT.gradients).flat();
  const norm = Math.sqrt(squares.reduce((sum, value) => sum + value * value, 0));
  const scale = Math.min(1, 50 / norm);
  const clipped = Object.entries(TOY_FIT.gradients).map(([name, values]) => [
    name,
    values.map((value) => value * scale),
  ]);
  return Object.fromEntries(clipped) as Record<string, number[]>;
}

/** How far a step's gradients are from the record's, relative to the largest of each tensor. */
export async function gradientError({first}: FitState): Promise<number> {
  let largest = 0;
  for (const [name, expected] of Object.entries(clippedGradients())) {
    // After one step, what Adam remembers is a tenth of the gradient.
    const gradient = (await first[name]!.data()).map((value) => value * 10);
    const scale = expected.reduce((most, value) => Math.max(most, Math.abs(value)), 0);
    largest = Math.max(largest, largestDifference(gradient, expected) / scale);
  }
  return largest;
}

/** How far terms are from the record's, as a share. */
export async function termsError(terms: FitTerms): Promise<number> {
  let largest = 0;
  for (const [name, expected] of Object.entries(TOY_FIT.terms)) {
    const [value] = await terms[name as keyof FitTerms].data();
    largest = Math.max(largest, Math.abs(value! / expected - 1));
  }
  return largest;
}
