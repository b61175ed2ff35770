import type {Engine} from '../../live/engine.ts';
import type {Looks} from '../look/looks.ts';
import {styleBeside} from '../look/style-beside.ts';
import {AppError} from '../notices/app-error.ts';
import type {Notices} from '../notices/notices.ts';
import {downloadFile} from '../page/download-file.ts';
import type {AppState} from '../state.ts';
import type {Store} from '../store.ts';
import {recallByEvents} from './cue-events.ts';
import {cueFile, readCueFile, readCues, writeCues} from './cue-file.ts';
import type {Cue} from './cues-state.ts';
import {lookOfCue} from './look-of-cue.ts';
import {thumbnailOf} from './thumbnail.ts';

const KEY = 'pastiche.cues';

/** In this time a new cue comes in, in milliseconds. */
const FADE_MS = 1000;

/** What cues need from the studio. */
export type CueParts = {
  store: Store<AppState>;
  notices: Pick<Notices, 'show'>;
  engine: Promise<Pick<Engine, 'grab'>>;
  looks: Pick<Looks, 'current' | 'change'>;
  /** Where they are kept; a function, because browsers may throw when a storage is only mentioned. */
  storage: () => Storage;
};

/** Looks that are kept to come back to, in an order. */
export type Cues = {
  /** Keeps the look of this moment, after the cue that was recalled last. */
  keep(): Promise<void>;
  /** Shows a cue by its place, 0 for the first; nothing where there is none. Throws as `Looks.change`. */
  recall(place: number): Promise<void>;
  /** Shows the next one, or the one before, around the end. */
  step(by: 1 | -1): Promise<void>;
  /** Gives the cue that was recalled last another name or fade. */
  change(id: string, change: Partial<Pick<Cue, 'name' | 'fadeMs'>>): void;
  /** Moves a cue by so many places, as far as it goes. */
  move(id: string, by: number): void;
  remove(id: string): void;
  /** Saves all as a file. */
  save(): void;
  /** Puts those of a file after the others; the same ones take their places. Throws as `readCueFile`. */
  open(file: Blob): Promise<void>;
  /** Recalls the next one every so many seconds, or style by style where there are none; null ends it. */
  setAutopilot(seconds: number | null): void;
};

/**
 * Brings the cues of earlier visits into the store.
 *
 * @param signal ends the autopilot
 */
export function createCues(parts: CueParts, signal: AbortSignal): Cues {
  const {store, notices, engine, looks, storage} = parts;
  let autopilot: ReturnType<typeof setInterval> | undefined;

  const list = () => store.get().cues.list;
  const placeOf = (id: string | null) => list().findIndex((cue) => cue.id === id);

  function setList(cues: readonly Cue[]) {
    store.patch('cues', {list: cues});
    try {
      storage().setItem(KEY, writeCues(cues));
    } catch {
      notices.show('info', {key: 'cues.unkept'});
    }
  }

  function load(): Cue[] {
    try {
      const kept = storage().getItem(KEY);
      return kept === null ? [] : readCues(kept);
    } catch {
      // Something else wrote there, or nothing is kept.
      return [];
    }
  }

  async function recall(place: number): Promise<void> {
    const cue = list()[place];
    if (!cue) return;
    const {look, missing} = lookOfCue(cue, store.get().styles.entries);
    if (missing) notices.show('info', {key: 'cues.style-missing', values: {name: cue.name}});
    store.patch('cues', {current: cue.id});
    await looks.change(look, cue.fadeMs);
  }

  async function step(by: 1 | -1): Promise<void> {
    const {length} = list();
    const place = placeOf(store.get().cues.current);
    if (length > 0) await recall(place < 0 ? 0 : (place + by + length) % length);
  }

  async function stepStyle(): Promise<void> {
    const id = styleBeside(store.get().styles, looks.current(), 1);
    if (id !== undefined) await looks.change({styles: [{id, weight: 1}]}, FADE_MS);
  }

  function endAutopilot() {
    clearInterval(autopilot);
  }

  store.patch('cues', {list: load()});
  signal.addEventListener('abort', endAutopilot);
  recallByEvents({recall, step}, list, signal);

  return {
    recall,
    step,
    async keep() {
      const painting = await (await engine).grab('painting');
      if (!painting) throw new AppError({key: 'capture.nothing-to-save'});
      const thumbnail = thumbnailOf(painting);
      painting.close();
      const {styles} = store.get();
      const look = looks.current();
      const [first] = look.styles;
      const name = styles.entries.find(({id}) => id === first?.id)?.title ?? '';
      const cue = {
        id: `cue-${Date.now().toString(36)}`,
        name,
        look: {...look},
        fadeMs: FADE_MS,
        thumbnail,
      };
      const before = placeOf(store.get().cues.current);
      setList(list().toSpliced(before < 0 ? list().length : before + 1, 0, cue));
      store.patch('cues', {current: cue.id});
    },
    change(id, change) {
      setList(list().map((cue) => (cue.id === id ? {...cue, ...change} : cue)));
    },
    move(id, by) {
      const place = placeOf(id);
      const cue = list()[place];
      if (!cue) return;
      const others = list().toSpliced(place, 1);
      setList(others.toSpliced(Math.min(others.length, Math.max(0, place + by)), 0, cue));
    },
    remove(id) {
      setList(list().filter((cue) => cue.id !== id));
    },
    save() {
      downloadFile(cueFile(list()));
    },
    async open(file) {
      const read = await readCueFile(file);
      const others = list().filter(({id}) => !read.some((cue) => cue.id === id));
      setList([...others, ...read]);
    },
    setAutopilot(seconds) {
      endAutopilot();
      store.patch('cues', {autopilot: seconds});
      if (seconds === null || signal.aborted) return;
      autopilot = setInterval(() => {
        // A style that cannot be had is passed over.
        (list().length > 0 ? step(1) : stepStyle()).catch(console.warn);
      }, 1000 * seconds);
    },
  };
}
