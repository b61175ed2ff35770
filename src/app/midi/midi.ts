import {ALPHA_RANGE} from '../look/alpha-key.ts';
import type {Look} from '../look/look-table.ts';
import type {Looks} from '../look/looks.ts';
import {sharesOf, withShare, withShares} from '../look/mix.ts';
import type {AppState} from '../state.ts';
import type {Store} from '../store.ts';
import {readMidi} from './midi-message.ts';
import type {MidiControl, MidiState, MidiTarget} from './midi-state.ts';
import {TakeOver} from './take-over.ts';

const KEY = 'pastiche.midi';

/** What each target reads of a look and changes of it, as 0…1. */
const TARGETS: Record<
  MidiTarget,
  {read(look: Look): number; change(look: Look, value: number): Partial<Look>}
> = {
  strength: {
    read: ({alpha}) => alpha / ALPHA_RANGE.max,
    change: (_, value) => ({alpha: value * ALPHA_RANGE.max}),
  },
  mix: {
    read: ({styles}) => sharesOf(styles)[1] ?? 0,
    // Of one style alone there is nothing to mix.
    change: ({styles}, value) =>
      styles.length < 2 ? {} : {styles: withShares(styles, withShare(sharesOf(styles), 1, value))},
  },
  colour: {
    read: ({colour}) => colour.share,
    change: ({colour}, value) => ({colour: {...colour, share: value}}),
  },
};

/** The targets, in the order in which they are offered. */
export const midiTargets = Object.keys(TARGETS) as readonly MidiTarget[];

/** What MIDI needs from the studio. */
export type MidiParts = {
  store: Store<AppState>;
  looks: Pick<Looks, 'current' | 'change'>;
  /** Recalls a cue by its place, 0 for the first. */
  recall: (place: number) => Promise<void>;
  /** Where bindings are kept; a function, because browsers may throw when a storage is only mentioned. */
  storage: () => Storage;
};

/** Controllers: knobs change the look, program changes recall cues. */
export type Midi = {
  /** Asks the browser for controllers, and listens to all that are plugged in, now or later. */
  start(): Promise<void>;
  /** Binds the next control that is moved to a target; null gives it up. */
  learn(target: MidiTarget | null): void;
  /** Binds nothing to a target any more. */
  forget(target: MidiTarget): void;
};

/** @param signal ends it */
export function createMidi({store, looks, recall, storage}: MidiParts, signal: AbortSignal): Midi {
  const takeOvers = new Map<MidiTarget, TakeOver>();
  const patch = (change: Partial<MidiState>) => {
    store.patch('midi', change);
  };

  function keep(bindings: MidiState['bindings']) {
    patch({bindings});
    try {
      storage().setItem(KEY, JSON.stringify(bindings));
    } catch {
      // They are learnt again on the next visit.
    }
  }

  function bind(target: MidiTarget, control: MidiControl) {
    const others = Object.entries(store.get().midi.bindings).filter(
      ([, bound]) => !isSame(bound, control),
    );
    takeOvers.delete(target);
    keep({...Object.fromEntries(others), [target]: control});
    patch({learning: null});
  }

  function turn(control: MidiControl, value: number) {
    const {learning, bindings} = store.get().midi;
    if (learning) {
      bind(learning, control);
      return;
    }
    const target = midiTargets.find((each) => isSame(bindings[each], control));
    if (!target) return;
    const takeOver = takeOvers.get(target) ?? new TakeOver();
    takeOvers.set(target, takeOver);
    const look = looks.current();
    const {read, change} = TARGETS[target];
    if (takeOver.takes(value, read(look))) looks.change(change(look, value)).catch(console.warn);
  }

  function onMessage(port: MIDIInput, {data}: MIDIMessageEvent) {
    const message = readMidi(data);
    if (message?.kind === 'program') recall(message.program).catch(console.warn);
    if (message?.kind !== 'control') return;
    const {channel, number, value} = message;
    turn({port: port.name ?? '', channel, number}, value);
  }

  return {
    async start() {
      patch({bindings: load(storage)});
      if (!('requestMIDIAccess' in navigator)) {
        patch({phase: 'unsupported'});
        return;
      }
      let access: MIDIAccess;
      try {
        access = await navigator.requestMIDIAccess();
      } catch {
        patch({phase: 'denied'});
        return;
      }
      const listen = () => {
        const ports = [...access.inputs.values()].filter(({state}) => state === 'connected');
        for (const port of ports) {
          port.onmidimessage = (event) => {
            if (!signal.aborted) onMessage(port, event);
          };
        }
        patch({phase: 'on', ports: ports.map(({name}) => name ?? '')});
      };
      access.onstatechange = listen;
      listen();
      signal.addEventListener('abort', () => {
        access.onstatechange = null;
        for (const port of access.inputs.values()) port.onmidimessage = null;
      });
    },
    learn(target) {
      patch({learning: target});
    },
    forget(target) {
      const bound = Object.entries(store.get().midi.bindings);
      keep(Object.fromEntries(bound.filter(([each]) => each !== target)));
    },
  };
}

function load(storage: () => Storage): MidiState['bindings'] {
  try {
    const kept = JSON.parse(storage().getItem(KEY) ?? '{}') as Record<string, unknown>;
    return Object.fromEntries(
      midiTargets.flatMap((target) => {
        const control = kept[target];
        return isControl(control) ? [[target, control]] : [];
      }),
    );
  } catch {
    return {};
  }
}

function isControl(value: unknown): value is MidiControl {
  const {port, channel, number} = (value ?? {}) as Partial<Record<keyof MidiControl, unknown>>;
  return typeof port === 'string' && Number.isInteger(channel) && Number.isInteger(number);
}

function isSame(one: MidiControl | undefined, other: MidiControl): boolean {
  return one?.port === other.port && one.channel === other.channel && one.number === other.number;
}
