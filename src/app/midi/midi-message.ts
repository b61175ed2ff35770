/** What of a message from a controller means something here; `channel` counts from 0. */
export type MidiMessage =
  | {kind: 'control'; channel: number; number: number; value: number}
  | {kind: 'program'; channel: number; program: number};

/** Kinds of messages, in the upper half of their first byte. */
const CONTROL_CHANGE = 0xb0;
const PROGRAM_CHANGE = 0xc0;

/** The largest value of a control. */
const FULL = 127;

/** Reads a message; its value is 0…1. Undefined for notes, clocks and what is cut short. */
export function readMidi(data: Uint8Array | null): MidiMessage | undefined {
  const [status = 0, first, second] = data ?? [];
  const channel = status & 0x0f;
  if (first === undefined) return undefined;
  switch (status & 0xf0) {
    case CONTROL_CHANGE:
      if (second === undefined) return undefined;
      return {kind: 'control', channel, number: first, value: second / FULL};
    case PROGRAM_CHANGE:
      return {kind: 'program', channel, program: first};
    default:
      return undefined;
  }
}
