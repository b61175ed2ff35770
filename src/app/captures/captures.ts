import {clipName} from '../../capture/clip-name.ts';
import {openMicrophone} from '../../capture/recording/microphone.ts';
import {openRecorder} from '../../capture/recording/open-recorder.ts';
import type {Recorder, Recording} from '../../capture/recording/recorder.ts';
import {canShare, share} from '../../capture/share.ts';
import {takeSnapshot} from '../../capture/stills/snapshot.ts';
import {PlainError} from '../notices/plain-error.ts';
import {sentenceOf} from '../notices/sentences.ts';
import type {AppState, Bitrate, Clip, RecordingState} from '../state.ts';
import type {StudioContext} from '../studio-context.ts';

/** Bits for every pixel of every frame. */
const BITS_PER_PIXEL: Record<Bitrate, number> = {low: 0.08, medium: 0.16, high: 0.32};

/** Frames a second that a recording is made for, at least. */
const USUAL_FRAME_RATE = 30;

const IDLE: RecordingState = {phase: 'idle', elapsedMs: 0, bytes: 0};

/** What a recording may be told instead of the settings. */
export type RecordingOptions = {microphone?: boolean; bitrate?: Bitrate};

/** Records and snaps what the canvas shows, and keeps the clips. */
export type Captures = {
  /** Starts recording; while a recording runs, nothing, and while one is finished, after that. */
  start(options?: RecordingOptions): Promise<void>;
  pause(): void;
  resume(): void;
  /** Ends the recording and puts its clip among the clips; while none runs, undefined. */
  stop(): Promise<Blob | undefined>;
  /** The same, but gives the clip of a recording that has ended otherwise, too: once. */
  claim(): Promise<Blob | undefined>;
  snapshot(): Promise<Blob>;
  /** Puts a picture among the clips. */
  keepSnapshot(): Promise<void>;
  shareClip(id: string): Promise<void>;
  removeClip(id: string): void;
  /** Takes the frame that was just drawn. */
  onPresented(timeMs: number): void;
  /** Brings elapsed time and bytes up to date in the store. */
  publish(): void;
};

export function createCaptures({store, notices, canvas, engine}: StudioContext): Captures {
  const files = new Map<string, File>();
  let recorder: Recorder | undefined;
  let starting = Promise.resolve();
  let ending: Promise<Blob | undefined> | undefined;
  let unclaimed: Blob | undefined;
  let lastClip = 0;

  function setPhase(phase: RecordingState['phase']) {
    store.set({recording: {...store.get().recording, phase}});
  }

  /** Whether a clip shows the picture the other way round than the canvas does now. */
  function isFlipped() {
    const {mirrored, settings} = store.get();
    return mirrored && !settings.recordMirrored;
  }

  async function microphoneTrack(wanted: boolean): Promise<MediaStreamTrack | null> {
    if (!wanted) return null;
    try {
      return await openMicrophone();
    } catch (error) {
      // A silent clip is better than none.
      notices.show('error', sentenceOf(error));
      return null;
    }
  }

  function keepClip(blob: Blob, kind: Clip['kind'], extension: string, durationMs: number) {
    const name = clipName(new Date(), extension);
    const file = new File([blob], name, {type: blob.type});
    const id = `clip-${++lastClip}`;
    files.set(id, file);
    const url = URL.createObjectURL(file);
    const clip = {id, kind, name, url, bytes: blob.size, durationMs, shareable: canShare(file)};
    store.set({clips: [...store.get().clips, clip]});
  }

  async function begin(options: RecordingOptions) {
    const {settings, stats} = store.get();
    setPhase('recording');
    unclaimed = undefined;
    try {
      const painter = await engine;
      const painting = await painter.grab('painting');
      if (!painting) throw new PlainError('There is no painting to record yet.');
      painting.close();
      const microphone = await microphoneTrack(options.microphone ?? settings.microphone);
      recorder = await openRecorder({
        canvas,
        // A picture that stands still now may move in a moment.
        frameRate: Math.max(USUAL_FRAME_RATE, Math.round(stats.fps)),
        bitsPerPixel: BITS_PER_PIXEL[options.bitrate ?? settings.bitrate],
        microphone,
        flip: isFlipped,
        now: () => performance.now(),
        onEnd: (reason) => {
          notices.show('error', sentenceOf(reason));
          void captures.stop().catch(() => {});
        },
      });
      // Somebody may have thought better of it while the microphone was asked for.
      if (store.get().recording.phase === 'paused') recorder.pause();
      painter.keepGoing(true);
      painter.repaint();
    } catch (error) {
      store.set({recording: IDLE});
      throw error;
    }
  }

  async function end(): Promise<Blob | undefined> {
    try {
      // The microphone may still be asked for.
      await starting.catch(() => {});
      return recorder && (await finish(recorder));
    } finally {
      ending = undefined;
    }
  }

  async function finish(take: Recorder): Promise<Blob> {
    setPhase('finishing');
    try {
      const recording: Recording = await take.stop();
      keepClip(recording.blob, 'video', recording.extension, recording.durationMs);
      return (unclaimed = recording.blob);
    } finally {
      recorder = undefined;
      store.set({recording: IDLE});
      (await engine).keepGoing(false);
    }
  }

  const captures: Captures = {
    start(options = {}) {
      if (ending) return ending.catch(() => {}).then(() => captures.start(options));
      if (store.get().recording.phase === 'idle') starting = begin(options);
      return starting;
    },
    pause() {
      if (store.get().recording.phase !== 'recording') return;
      recorder?.pause();
      setPhase('paused');
      captures.publish();
    },
    resume() {
      if (store.get().recording.phase !== 'paused') return;
      recorder?.resume();
      setPhase('recording');
    },
    stop() {
      ending ??= end();
      return ending;
    },
    async claim() {
      const blob = (await captures.stop()) ?? unclaimed;
      unclaimed = undefined;
      return blob;
    },
    async snapshot() {
      const painting = await (await engine).grab('painting');
      if (!painting) throw new PlainError('There is no painting to save yet.');
      const {width, height} = painting;
      const still = Object.assign(document.createElement('canvas'), {width, height});
      still.getContext('2d')?.drawImage(painting, 0, 0);
      painting.close();
      return takeSnapshot(still, {flip: isFlipped()});
    },
    async keepSnapshot() {
      keepClip(await captures.snapshot(), 'image', 'png', 0);
    },
    async shareClip(id) {
      const file = files.get(id);
      if (file) await share(file);
    },
    removeClip(id) {
      const clip = store.get().clips.find((other) => other.id === id);
      if (!clip) return;
      URL.revokeObjectURL(clip.url);
      files.delete(id);
      store.set({clips: store.get().clips.filter((other) => other.id !== id)});
    },
    onPresented(timeMs) {
      recorder?.frame(timeMs);
    },
    publish() {
      if (!recorder || ending) return;
      const {elapsedMs, bytes} = recorder;
      const recording: AppState['recording'] = {...store.get().recording, elapsedMs, bytes};
      store.set({recording});
    },
  };
  return captures;
}
