import type {Engine} from '../../live/engine.ts';
import {messageOf} from '../notices/message-of.ts';
import type {Notices} from '../notices/notices.ts';
import type {Bitrate} from '../settings/settings-table.ts';
import type {AppState} from '../state.ts';
import type {Store} from '../store.ts';
import {IDLE, type RecordingState} from './captures-state.ts';
import type {Clips} from './clips.ts';
import {isFlipped} from './is-flipped.ts';
import {loadTake} from './load-take.ts';
import type {Take} from './take.ts';

/** Frames a second that a recording is made for, at least. */
const USUAL_FRAME_RATE = 30;

/** What a recording may be told instead of the settings. */
export type RecordingOptions = {microphone?: boolean; bitrate?: Bitrate};

/** Records what the canvas shows, one take after the other. */
export type Recordings = {
  /** Starts recording; while a recording runs, nothing, and while one is finished, after that. */
  start(options?: RecordingOptions): Promise<void>;
  pause(): void;
  resume(): void;
  /** Ends the recording and puts its clip among the clips; while none runs, undefined. */
  stop(): Promise<Blob | undefined>;
  /** The same, but gives the clip of a recording that has ended otherwise, too: once. */
  claim(): Promise<Blob | undefined>;
  /** Brings elapsed time and bytes up to date in the store. */
  publish(): void;
  /** Ends a recording without a clip; may be called twice. */
  dispose(): void;
};

/** A recording from the press on the button to its end. */
type Session = {
  /** Resolves when frames are taken. */
  started: Promise<Take>;
  /** The take, once it has started. */
  take?: Take;
  ending?: Promise<Blob | undefined>;
};

export function createRecordings(
  store: Store<AppState>,
  notices: Pick<Notices, 'show'>,
  engine: Promise<Engine>,
  canvas: HTMLCanvasElement,
  clips: Clips,
): Recordings {
  let session: Session | undefined;
  let unclaimed: {id: string; blob: Blob} | undefined;

  const phase = () => store.get().captures.recording.phase;

  function tell(change: Partial<RecordingState>) {
    store.patch('captures', {recording: {...store.get().captures.recording, ...change}});
  }

  function begin(options: RecordingOptions): Session {
    const {settings, stats} = store.get();
    tell({phase: 'recording'});
    unclaimed = undefined;
    const started = (async () => {
      const {startTake} = await loadTake();
      return startTake(await engine, {
        canvas,
        // A picture that stands still now may move in a moment.
        frameRate: Math.max(USUAL_FRAME_RATE, Math.round(stats.fps)),
        bitrate: options.bitrate ?? settings.bitrate,
        enlarged: settings.enlarge,
        microphone: options.microphone ?? settings.microphone,
        flip: () => isFlipped(store.get()),
        paused: () => phase() === 'paused',
        onTrouble: (message, kind = 'error') => {
          notices.show(kind, message);
        },
        onMicrophoneEnd: (message) => {
          notices.show('error', message);
          tell({sound: 'lost'});
        },
        onEnd: (message) => {
          // What is said of the clip is true only when there is one.
          recordings.stop().then(
            () => {
              notices.show('error', message);
            },
            (error: unknown) => {
              notices.show('error', messageOf(error));
            },
          );
        },
      });
    })();
    const begun: Session = {started};
    started.then(
      (take) => {
        begun.take = take;
        // Since its first frame was painted.
        if (phase() === 'paused') take.pause();
        if (take.sound) tell({sound: 'on'});
      },
      () => {
        leave(begun);
      },
    );
    return begun;
  }

  async function end(ended: Session): Promise<Blob | undefined> {
    // The microphone may still be asked for; what went wrong then is told by `start`.
    const take = await ended.started.catch(() => undefined);
    if (!take) return undefined;
    tell({phase: 'finishing'});
    try {
      const {blob, extension, durationMs, file} = await take.stop();
      const id = clips.keep(blob, 'video', extension, durationMs, {file});
      unclaimed = {id, blob};
      return blob;
    } finally {
      leave(ended);
    }
  }

  function leave(left: Session) {
    if (session !== left) return;
    session = undefined;
    store.patch('captures', {recording: IDLE});
  }

  const recordings: Recordings = {
    async start(options = {}) {
      if (session?.ending) await session.ending.catch(() => {});
      session ??= begin(options);
      await session.started;
    },
    pause() {
      if (phase() !== 'recording') return;
      session?.take?.pause();
      tell({phase: 'paused'});
      recordings.publish();
    },
    resume() {
      if (phase() !== 'paused') return;
      session?.take?.resume();
      tell({phase: 'recording'});
    },
    stop() {
      if (!session) return Promise.resolve(undefined);
      return (session.ending ??= end(session));
    },
    async claim() {
      await recordings.stop();
      const claimed = unclaimed;
      unclaimed = undefined;
      // Who asks for a clip has it.
      if (claimed) clips.markSaved(claimed.id);
      return claimed?.blob;
    },
    publish() {
      if (!session?.take || session.ending) return;
      const {elapsedMs, bytes, minutesLeft} = session.take;
      tell({elapsedMs, bytes, minutesLeft});
    },
    dispose() {
      const left = session;
      if (!left) return;
      void left.started.then(
        (take) => {
          take.dispose();
        },
        () => {},
      );
      leave(left);
    },
  };
  return recordings;
}
