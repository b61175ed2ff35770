import type {Attempt} from '../attempt.ts';
import {loadPart} from '../load-part.ts';
import type {CueParts, Cues} from './cues.ts';

/** What a person can do about cues. */
export type CueActions = {
  /** Does something with the cues, which come after the first picture; a notice says what goes wrong. */
  withCues(use: (cues: Cues) => unknown): Promise<void>;
};

/** @param signal ends what cues do by themselves */
export function cueActions(parts: CueParts, attempt: Attempt, signal: AbortSignal): CueActions {
  let coming: Promise<Cues> | undefined;
  return {
    withCues: (use) =>
      attempt(async () => {
        coming ??= loadPart(import('./cues.ts')).then(({createCues}) => createCues(parts, signal));
        // What did not come is asked for again.
        coming.catch(() => (coming = undefined));
        await use(await coming);
      }),
  };
}
