import type {Attempt} from '../attempt.ts';
import {laterPart} from '../later-part.ts';
import type {Sound, SoundParts} from './sound.ts';

/** What a person can do about sound. */
export type SoundActions = {
  /** Does something with sound, which comes when it is first asked for; a notice says what goes wrong. */
  withSound(use: (sound: Sound) => unknown): Promise<void>;
};

/** @param signal ends it */
export function soundActions(
  parts: Omit<SoundParts, 'attempt'>,
  attempt: Attempt,
  signal: AbortSignal,
): {actions: SoundActions; sound: () => Promise<Sound>} {
  const sound = laterPart(async () =>
    (await import('./sound.ts')).createSound({...parts, attempt}, signal),
  );
  return {actions: {withSound: (use) => attempt(async () => use(await sound()))}, sound};
}
