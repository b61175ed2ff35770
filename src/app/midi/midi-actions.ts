import type {Attempt} from '../attempt.ts';
import {withLaterPart} from '../later-part.ts';
import type {Midi, MidiParts} from './midi.ts';

/** What a person can do about controllers. */
export type MidiActions = {
  /** Does something with MIDI, which comes when it is first asked for; a notice says what goes wrong. */
  withMidi(use: (midi: Midi) => unknown): Promise<void>;
};

/** @param signal ends it */
export function midiActions(parts: MidiParts, attempt: Attempt, signal: AbortSignal): MidiActions {
  return {
    withMidi: withLaterPart(
      async () => (await import('./midi.ts')).createMidi(parts, signal),
      attempt,
    ),
  };
}
