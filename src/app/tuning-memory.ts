import type {TuningMemory} from '../gpu/tuning-memory.ts';

const KEY = 'pastiche-gpu';

/**
 * Remembers one GPU in a storage.
 *
 * @param storage a function, because browsers may throw when it is only mentioned
 */
export function createTuningMemory(storage: () => Storage): TuningMemory {
  return {
    recall(gpu) {
      try {
        const kept = JSON.parse(storage().getItem(KEY) ?? 'null') as {
          gpu?: unknown;
          tuning?: unknown;
        };
        return kept.gpu === gpu ? kept.tuning : undefined;
      } catch {
        return undefined;
      }
    },
    keep(gpu, tuning) {
      try {
        storage().setItem(KEY, JSON.stringify({gpu, tuning}));
      } catch {
        // The next start measures again.
      }
    },
  };
}
