import type {TuningMemory} from '../../src/gpu/tuning-memory.ts';

/** A memory of GPUs that lasts as long as a test file, and what it was given, as JSON by GPU. */
export type KeptTunings = TuningMemory & {kept: Map<string, string>};

/** Makes one that knows nothing yet. */
export function createTuningMemory(): KeptTunings {
  const kept = new Map<string, string>();
  return {
    kept,
    recall: (gpu) => JSON.parse(kept.get(gpu) ?? 'null') as unknown,
    keep: (gpu, tuning) => void kept.set(gpu, JSON.stringify(tuning)),
  };
}
