import type {TuningMemory} from '../../src/gpu/tuning-memory.ts';

/** A memory of GPUs that lasts as long as a test file, and what it was given, as JSON by GPU. */
export type KeptTunings = TuningMemory & {kept: Map<string, string>};

/**
 * What an earlier start may have kept: that four targets suit the GPU best. Programs of eight do twice as
 * much, and a GPU that is played by a CPU takes twice as long to compile them.
 */
export const FEW_TARGETS = {
  format: 1,
  tuning: {targets: 4, floats: 'half', weights: {kind: 'texture'}},
  exams: [],
};

/** Makes one that knows nothing yet, or the same of every GPU. */
export function createTuningMemory(known?: unknown): KeptTunings {
  const kept = new Map<string, string>();
  return {
    kept,
    recall: (gpu) => JSON.parse(kept.get(gpu) ?? JSON.stringify(known ?? null)) as unknown,
    keep: (gpu, tuning) => void kept.set(gpu, JSON.stringify(tuning)),
  };
}
