import type {TuningMemory} from '../../gpu/tuning-memory.ts';

const KEY = 'pastiche.gpus';

/** A machine has one or two; a browser's updates make others of them. */
const MOST_KEPT = 4;

/**
 * Keeps what is known of GPUs in the browser, where it allows that, else until the page is left.
 *
 * @param storage a function, because browsers may throw when a storage is only mentioned
 */
export function keepTunings(storage: () => Storage): TuningMemory {
  /** For storages that keep nothing: a machine changes its GPU seldom. */
  let newest: [gpu: string, tuning: unknown] | undefined;

  function load(): [gpu: string, tuning: unknown][] {
    try {
      const kept: unknown = JSON.parse(storage().getItem(KEY) ?? '[]');
      return Array.isArray(kept) ? kept.filter(isEntry) : [];
    } catch {
      return [];
    }
  }
  return {
    recall: (gpu) => [...load(), ...(newest ? [newest] : [])].find(([name]) => name === gpu)?.[1],
    keep(gpu, tuning) {
      newest = [gpu, tuning];
      const others = load().filter(([name]) => name !== gpu);
      try {
        storage().setItem(KEY, JSON.stringify([[gpu, tuning], ...others].slice(0, MOST_KEPT)));
      } catch {
        // It is measured again at the next start.
      }
    },
  };
}

function isEntry(value: unknown): value is [string, unknown] {
  return Array.isArray(value) && value.length === 2 && typeof value[0] === 'string';
}
