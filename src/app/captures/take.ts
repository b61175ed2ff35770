import {loadTape} from '../../capture/disk/load-tape.ts';
import {openMicrophone} from '../../capture/recording/microphone.ts';
import {mixSound} from '../../capture/recording/mix-sound.ts';
import {openRecorder} from '../../capture/recording/open-recorder.ts';
import type {Recorder, Recording} from '../../capture/recording/recorder.ts';
import type {Engine} from '../../live/engine.ts';
import type {Message} from '../../words/message.ts';
import {AppError} from '../notices/app-error.ts';
import {messageOf} from '../notices/message-of.ts';
import type {Bitrate} from '../settings/settings-table.ts';

export {preloadRecorder} from '../../capture/recording/open-recorder.ts';

/** Bits for every pixel of every frame. */
export const BITS_PER_PIXEL: Record<Bitrate, number> = {low: 0.08, medium: 0.16, high: 0.32};

/** An enlarged picture tells no more than the small one, but its edges are more to tell. */
const ENLARGED_SHARE = 0.5;

/** How a take is recorded. */
export type TakeOptions = {
  canvas: HTMLCanvasElement;
  /** Frames a second to be expected. */
  frameRate: number;
  bitrate: Bitrate;
  /** Whether the canvas is larger than the painting. */
  enlarged: boolean;
  microphone: boolean;
  /** Whether a frame is written the other way round than the canvas shows it; asked for each. */
  flip: () => boolean;
  /** Whether it begins with a pause. */
  paused: () => boolean;
  /** Something a person should know, after which recording goes on; an error unless told otherwise. */
  onTrouble: (message: Message, kind?: 'error' | 'info') => void;
  /** No more sound is recorded; the picture goes on. */
  onMicrophoneEnd: (message: Message) => void;
  /** The recorder takes no more frames by itself. */
  onEnd: (message: Message) => void;
};

/** One recording of what an engine paints, from its first frame to its file. */
export type Take = {
  /** Whether sound is recorded. */
  readonly sound: boolean;
  readonly elapsedMs: number;
  readonly bytes: number;
  /** As `Recorder` has it. */
  readonly minutesLeft: number | undefined;
  pause(): void;
  resume(): void;
  /** Ends it and gives the file; may be called twice. Throws as `Recorder.stop` does. */
  stop(): Promise<Recording>;
  /** Ends it without a file; may be called twice. */
  dispose(): void;
};

/** Whose takes are not written to the browser's disk, which is told once. */
const untaped = new WeakSet<Engine>();

/**
 * Starts a take: every frame that the engine shows from now on is in it, in a hidden tab, too.
 *
 * @throws AppError where nothing is painted, CaptureError where the browser cannot record
 */
export async function startTake(engine: Engine, options: TakeOptions): Promise<Take> {
  const painted = await engine.grab('painting');
  if (!painted) throw new AppError({key: 'capture.nothing-to-record'});
  painted.close();
  const microphone = options.microphone ? await microphoneTrack(options) : null;
  const {track, close} = withSourceSound(microphone, engine.sound);
  const share = options.enlarged ? ENLARGED_SHARE : 1;
  const recorder = await openRecorder({
    canvas: options.canvas,
    frameRate: options.frameRate,
    bitsPerPixel: BITS_PER_PIXEL[options.bitrate] * share,
    microphone: track,
    flip: options.flip,
    now: () => performance.now(),
    every: (ms, listener) => engine.every(ms, listener),
    openTape: async (container) => {
      const tape = await (await loadTape()).openTape(container, new Date());
      if (!tape && !untaped.has(engine)) options.onTrouble({key: 'capture.untaped'}, 'info');
      if (!tape) untaped.add(engine);
      return tape;
    },
    onMicrophoneEnd: (reason) => {
      options.onMicrophoneEnd(messageOf(reason));
    },
    onEnd: (reason) => {
      options.onEnd(messageOf(reason));
    },
  });
  // Somebody may have thought better of it while the microphone was asked for.
  if (options.paused()) recorder.pause();
  return follow(engine, recorder, track !== null, close);
}

/** What is heard of a film or a shared screen is recorded beside the microphone. */
function withSourceSound(microphone: MediaStreamTrack | null, sound: MediaStreamTrack | undefined) {
  if (!sound) return {track: microphone, close() {}};
  const heard = sound.clone();
  return mixSound(microphone ? [microphone, heard] : [heard]);
}

/** A silent clip is better than none. */
async function microphoneTrack({onTrouble}: TakeOptions): Promise<MediaStreamTrack | null> {
  try {
    return await openMicrophone();
  } catch (error) {
    onTrouble(messageOf(error));
    return null;
  }
}

async function follow(
  engine: Engine,
  recorder: Recorder,
  sound: boolean,
  closeSound: () => void,
): Promise<Take> {
  const stopFollowing = engine.onPresented((timeMs) => {
    recorder.frame(timeMs);
  });
  engine.keepGoing(true);
  // The shortest take has a frame, and what stands still is in it from its start on.
  (await engine.grab('painting'))?.close();
  const end = () => {
    stopFollowing();
    engine.keepGoing(false);
  };
  return {
    sound,
    get elapsedMs() {
      return recorder.elapsedMs;
    },
    get bytes() {
      return recorder.bytes;
    },
    get minutesLeft() {
      return recorder.minutesLeft;
    },
    pause: () => {
      recorder.pause();
    },
    resume: () => {
      recorder.resume();
    },
    stop() {
      end();
      return recorder.stop().finally(closeSound);
    },
    dispose() {
      end();
      recorder.dispose();
      closeSound();
    },
  };
}
