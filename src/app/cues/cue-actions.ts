import type {Attempt} from '../attempt.ts';
import {withLaterPart} from '../later-part.ts';
import type {CueParts, Cues} from './cues.ts';

/** What a person can do about cues. */
export type CueActions = {
  /** Does something with the cues, which come after the first picture; a notice says what goes wrong. */
  withCues(use: (cues: Cues) => unknown): Promise<void>;
};

/** @param signal ends what cues do by themselves */
export function cueActions(parts: CueParts, attempt: Attempt, signal: AbortSignal): CueActions {
  return {
    withCues: withLaterPart(
      async () => (await import('./cues.ts')).createCues(parts, signal),
      attempt,
    ),
  };
}
