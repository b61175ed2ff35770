import type {Attempt} from '../attempt.ts';
import {laterPart} from '../later-part.ts';
import type {Midi, MidiParts} from './midi.ts';

/** What a person can do about controllers. */
export type MidiActions = {
  /** Does something with MIDI, which comes when it is first asked for; a notice says what goes wrong. */
  withMidi(use: (midi: Midi) => unknown): Promise<void>;
};

/** @param signal ends it */
export function midiActions(parts: MidiParts, attempt: Attempt, signal: AbortSignal): MidiActions {
  const midi = laterPart(async () => {
    const {createMidi} = await import('./midi.ts');
    return createMidi(parts, signal);
  });
  return {
    withMidi: (use) => attempt(async () => use(await midi())),
  };
}
