import * as tf from '@tensorflow/tfjs-core';
import type {FitInputs} from './fit-inputs.ts';

/** The inputs of the batches of a fit, each computed once: those of views when scenes begin to move. */
export type FitMemory = {
  /** Whether the inputs of a step are still to be computed. */
  isNew(step: number, moves: boolean): boolean;
  /** The inputs of a step, which stay the memory's. */
  inputs(step: number, moves: boolean): FitInputs;
  /** Frees them; may be called twice. */
  dispose(): void;
};

/**
 * Keeps the inputs of batches that come round again.
 *
 * @param batches how many there are
 * @param compute gives the inputs of one, with its scenes seen a second time where these move; told of
 *   what is known of the batch already
 */
export function createFitMemory(
  batches: number,
  compute: (batch: number, moves: boolean, known?: FitInputs) => FitInputs,
): FitMemory {
  const known = new Map<number, {inputs: FitInputs; moves: boolean}>();

  function recall(step: number, moves: boolean): FitInputs | undefined {
    const kept = known.get(step % batches);
    return kept?.moves === moves ? kept.inputs : undefined;
  }

  return {
    isNew: (step, moves) => !recall(step, moves),
    inputs(step, moves) {
      const kept = recall(step, moves);
      if (kept) return kept;
      const batch = step % batches;
      const before = known.get(batch)?.inputs;
      const inputs = compute(batch, moves, before);
      tf.dispose(before);
      known.set(batch, {inputs, moves});
      return inputs;
    },
    dispose() {
      for (const {inputs} of known.values()) tf.dispose(inputs);
      known.clear();
    },
  };
}
