import * as tf from '@tensorflow/tfjs-core';
import type {Brush} from '../brush.ts';
import type {LoadedNetwork} from '../load-network.ts';
import {createNetwork} from '../network.ts';
import type {Palette} from '../palette.ts';
import type {StyleStatistics} from '../style-statistics.ts';
import {statisticsTensors} from '../stylize.ts';
import type {Weights} from '../weights.ts';
import {disposeFit, type FitState, rateAt, startFit} from './adam.ts';
import {brushNames} from './brush-names.ts';
import {
  createFitContents,
  disposeBatch,
  type FitContent,
  type FitCrops,
  pictureTensor,
} from './fit-contents.ts';
import {fitInputs} from './fit-inputs.ts';
import type {FitTerms} from './fit-loss.ts';
import {createFitMemory} from './fit-memory.ts';
import {fitStep} from './fit-step.ts';
import {FIT_WEIGHTS} from './fit-weights.ts';
import type {BrushTensors} from './layer-forms.ts';
import {createLossNetwork, lossStatistics} from './loss-lite.ts';

/** How a brush is fitted; the same recipe with the same contents gives the same brush. */
export type FitRecipe = FitCrops & {
  /** By which a fit that is kept is known: another one wherever a number is. */
  name: string;
  /** Steps in all. */
  steps: number;
  /** Adam's rate, at its highest. */
  rate: number;
  /** In the last part of the steps, 0…1, strokes learn to stay when the scene moves. */
  steadyShare: number;
  /** What the statistics of the style count in the loss, see `FIT_WEIGHTS`. */
  styleWeight: number;
};

/** Where a fit by a recipe is, as plain numbers that can be kept: by the names of what is learnt. */
export type KeptFit = {recipe: string; steps: number; brush: Brush; first: Brush; second: Brush};

/** Lets others use the GPU; told of the milliseconds that it took for the piece before. */
type Turn = (pieceMs: number) => Promise<void>;

/** Fits a brush, step by step. Whoever makes one disposes it. */
export type Fitter = {
  /** Steps taken so far. */
  readonly steps: number;
  /**
   * Takes a step, which is done when this resolves; gives the terms of the loss before it. A step at a
   * time: the next call waits for this.
   *
   * @param turn awaited between two pieces of the step; where it rejects, the step is given up
   * @throws FitFailedError where the numbers are none any more: what was read before is good
   */
  step(turn?: Turn): Promise<Record<keyof FitTerms, number>>;
  /** Reads where the fit is; never in the frame loop. */
  read(): Promise<KeptFit>;
  /** Frees everything; may be called twice. */
  dispose(): void;
};

/** The loss is no number any more. */
export class FitFailedError extends Error {
  override name = 'FitFailedError';
}

/** What is fitted to what, and how. */
export type FitterSource = {
  network: Pick<LoadedNetwork, 'architecture' | 'weights'>;
  /** Of loss-lite. */
  lossWeights: Weights;
  /** What is known of the style, and its picture at the side that it is seen at. */
  style: {statistics: StyleStatistics; palette: Palette; picture: FitContent};
  contents: readonly FitContent[];
  recipe: FitRecipe;
  /** Where an earlier fit by the same recipe was; without, the fit begins with the network's own. */
  start?: KeptFit | undefined;
};

/** What a fitter is made of. */
export type FitterOptions = FitterSource & {
  /** Resolves when the GPU has done all it was given, and rejects if its context is lost. */
  finished: () => Promise<void>;
  /** The time in milliseconds. */
  now: () => number;
};

/**
 * Puts what a fit needs onto the current backend.
 *
 * @throws where no content is large enough, or the start is of another network
 */
export function createFitter(options: FitterOptions): Fitter {
  const {style, recipe, start, finished, now} = options;
  const contents = createFitContents(options.contents, style.palette, recipe);
  const network = createNetwork(options.network.architecture, options.network.weights);
  const lossNetwork = createLossNetwork(options.lossWeights);
  const task = {
    network,
    lossNetwork,
    style: statisticsTensors(style.statistics),
    wanted: tf.tidy(() => lossStatistics(lossNetwork, pictureTensor(style.picture))),
    weights: {...FIT_WEIGHTS, style: recipe.styleWeight},
  };
  let state: FitState;
  const memory = createFitMemory(recipe.batches, (number, moves, known) => {
    const batch = contents.batch(number, moves);
    try {
      return fitInputs(task, batch, state.brush, known);
    } finally {
      disposeBatch(batch);
    }
  });
  try {
    state = begin();
  } catch (error) {
    free();
    throw error;
  }

  function begin(): FitState {
    // A fit that was begun goes on with what it was begun with.
    const names = start ? [...start.brush.keys()] : brushNames(network.architecture);
    if (!start) {
      return startFit(Object.fromEntries(names.map((name) => [name, network.weight(name)])));
    }
    const tensorsOf = (kept: Brush) =>
      Object.fromEntries(names.map((name) => [name, keptTensor(kept, name, network.weight(name))]));
    return {
      steps: start.steps,
      brush: tensorsOf(start.brush),
      first: tensorsOf(start.first),
      second: tensorsOf(start.second),
    };
  }

  function free() {
    memory.dispose();
    tf.dispose([task.style, task.wanted]);
    network.dispose();
    lossNetwork.dispose();
  }

  /** The pieces of a step; what it needs of its batch is one of its own where that is new. */
  function* piecesOf(number: number): ReturnType<typeof fitStep> {
    const moves = number >= recipe.steps * (1 - recipe.steadyShare);
    const isNew = memory.isNew(number, moves);
    const inputs = memory.inputs(number, moves);
    if (isNew) yield;
    return yield* fitStep(task, state, inputs, rateAt(number, recipe.steps, recipe.rate));
  }

  /** Runs a step piece by piece, each of which is done before the next one begins. */
  async function lastOf(pieces: ReturnType<typeof fitStep>, turn: Turn | undefined) {
    for (;;) {
      const begunMs = now();
      const {done, value} = pieces.next();
      try {
        await finished();
        if (done) return value;
        await turn?.(now() - begunMs);
      } catch (error) {
        if (done)
          tf.dispose([value.terms, value.state.brush, value.state.first, value.state.second]);
        else pieces.return(undefined as never);
        throw error;
      }
    }
  }

  return {
    get steps() {
      return state.steps;
    },
    async step(turn) {
      const number = state.steps;
      const next = await lastOf(piecesOf(number), turn);
      const terms = readTerms(next.terms);
      tf.dispose(next.terms);
      const wereNumbers = Object.values(terms).every(Number.isFinite);
      disposeFit(wereNumbers ? state : next.state);
      if (!wereNumbers) {
        throw new FitFailedError(`Expected a loss after ${number} steps, but it is no number.`);
      }
      ({state} = next);
      return terms;
    },
    async read() {
      const {steps, brush, first, second} = state;
      await finished();
      return {
        recipe: recipe.name,
        steps,
        brush: readTensors(brush),
        first: readTensors(first),
        second: readTensors(second),
      };
    },
    dispose() {
      disposeFit(state);
      free();
    },
  };
}

function keptTensor(kept: Brush, name: string, own: tf.Tensor): tf.Tensor {
  const weight = kept.get(name);
  if (weight?.shape.join() !== own.shape.join()) {
    throw new Error(`Expected a fit of this network, but it has another ${name}.`);
  }
  return tf.tensor(weight.values, weight.shape);
}

function readTerms(terms: FitTerms): Record<keyof FitTerms, number> {
  const read = Object.entries(terms).map(([name, term]) => [name, term.dataSync()[0] ?? NaN]);
  return Object.fromEntries(read) as Record<keyof FitTerms, number>;
}

function readTensors(tensors: BrushTensors): Brush {
  return new Map(
    Object.entries(tensors).map(([name, tensor]) => [
      name,
      {shape: tensor.shape, values: Float32Array.from(tensor.dataSync())},
    ]),
  );
}
