import type {Attempt} from '../attempt.ts';
import {laterPart} from '../later-part.ts';
import type {ExportParts, Exports} from './exports.ts';

/** What a person can make beside what the canvas shows. */
export type ExportActions = {
  /**
   * Does something with the exports, which come after the first picture; a notice says what goes wrong, but
   * not that somebody has cancelled.
   */
  withExports(use: (exports: Exports) => unknown): Promise<void>;
};

/** @param signal cancels all of them */
export function exportActions(parts: ExportParts, attempt: Attempt, signal: AbortSignal) {
  const exports = laterPart(async () =>
    (await import('./exports.ts')).createExports(parts, signal),
  );
  const actions: ExportActions = {
    withExports: (use) =>
      attempt(async () => {
        try {
          await use(await exports());
        } catch (error) {
          if (!(error instanceof DOMException && error.name === 'AbortError')) throw error;
        }
      }),
  };
  return {actions, exports};
}
