/** What a control can be bound to. */
export type MidiTarget = 'strength' | 'mix' | 'colour';

/** A control of a device: the port's name, which stays when it is plugged in again, its channel and number. */
export type MidiControl = {port: string; channel: number; number: number};

/** Controllers that play the app. */
export type MidiState = {
  /** `off` until a person asks for it. */
  phase: 'off' | 'on' | 'unsupported' | 'denied';
  /** The names of the ports that are plugged in. */
  ports: readonly string[];
  /** What each target is bound to. */
  bindings: Readonly<Partial<Record<MidiTarget, MidiControl>>>;
  /** The target that the next control to be moved is bound to. */
  learning: MidiTarget | null;
};

/** Nothing is plugged in. */
export const NO_MIDI: MidiState = {phase: 'off', ports: [], bindings: {}, learning: null};
