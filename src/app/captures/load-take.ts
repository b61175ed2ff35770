import {loadPart} from '../load-part.ts';

/**
 * What records comes apart: nobody waits for it before painting, and `settle` brings it in time.
 *
 * @throws AppError if it does not come; the next call tries again
 */
export function loadTake() {
  return loadPart(import('./take.ts'));
}
