import {CaptureError} from '../capture-error.ts';
import {loadTape} from '../disk/load-tape.ts';
import {createPictureCopy} from '../picture-copy.ts';
import {CanvasRecorder, type Every, type RecorderEvents} from './canvas-recorder.ts';
import type {ClipWriter, Take} from './clip-writer.ts';
import type {Recorder} from './recorder.ts';
import {RecordingClock} from './recording-clock.ts';

/** Encoders refuse or blur less; it matters for thumbnails only. */
const MIN_BITS_PER_SECOND = 200_000;

/** What to record, and how. */
export type RecorderOptions = {
  /** May change its size while it is recorded: the file keeps the size it has at the start. */
  canvas: HTMLCanvasElement;
  /** Frames a second to be expected; a hint for the encoder. */
  frameRate: number;
  /** Bits for every pixel of every frame; 0.1 is fair, 0.25 is rich. */
  bitsPerPixel: number;
  /** Sound to record along. The recorder takes the track over and stops it at its end. */
  microphone: MediaStreamTrack | null;
  /** Whether to write a frame mirrored, relative to what the canvas shows; asked for each. */
  flip: () => boolean;
  /** Milliseconds on the clock that also gives `frame` its times. */
  now: () => number;
  /** Goes on in a hidden page, too: where nothing comes of it for seconds, the machine sleeps. */
  every: Every;
  /** Gives what a clip of this format is written to while it is recorded; null for memory. */
  openTape: Take['openTape'];
} & RecorderEvents;

/**
 * Starts to record what a canvas shows: MP4 with H.264 where the browser can encode it, else WebM;
 * by WebCodecs where they can do it, else by MediaRecorder.
 *
 * A take is written to its tape, encoded: 0.1 bits a pixel make some 20 MB a minute at 1280 × 720 and 30
 * frames a second. Without one it is kept in memory until `stop`, which needs about twice its size for a moment,
 * and ends at 1 GiB. Where there is no room for more, it ends by itself with `full`.
 *
 * @throws {CaptureError} `unsupported`, `unloaded`
 */
export async function openRecorder(options: RecorderOptions): Promise<Recorder> {
  const {canvas, frameRate, bitsPerPixel, flip, microphone, every} = options;
  const {openTape, onEnd, onMicrophoneEnd} = options;
  // H.264 knows even sizes only.
  const width = Math.max(2, canvas.width - (canvas.width % 2));
  const height = Math.max(2, canvas.height - (canvas.height % 2));
  const bitsPerSecond = Math.round(width * height * frameRate * bitsPerPixel);
  try {
    const take = {
      picture: createPictureCopy(width, height, flip),
      clock: new RecordingClock(options.now),
      frameRate,
      bitsPerSecond: Math.max(MIN_BITS_PER_SECOND, bitsPerSecond),
      microphone: microphone?.readyState === 'live' ? microphone : null,
      openTape,
    };
    if (microphone && !take.microphone) {
      onMicrophoneEnd?.(new CaptureError('microphone-gone', 'The microphone has ended already.'));
    }
    return new CanvasRecorder(canvas, take, await openWriter(take), every, {
      onEnd,
      onMicrophoneEnd,
    });
  } catch (error) {
    microphone?.stop();
    throw error;
  }
}

// Each way is a chunk of its own, so that nobody waits for the muxing library before painting.
const WAYS = [
  async () => (await loaded(import('./encoded-writer.ts'))).openEncodedWriter,
  async () => (await loaded(import('./stream-writer.ts'))).openStreamWriter,
];

/**
 * Loads what recording needs before it is needed: the first clip starts at once, offline, too. What
 * fails to load is tried again with a recording.
 */
export async function preloadRecorder(): Promise<void> {
  await Promise.allSettled([...WAYS.map((load) => load()), loadTape()]);
}

async function openWriter(take: Take): Promise<ClipWriter> {
  const failures: unknown[] = [];
  for (const load of WAYS) {
    try {
      const open = await load();
      const writer = await open(take);
      if (writer) return writer;
    } catch (error) {
      failures.push(error);
    }
  }
  const unloaded = failures.find((failure) => failure instanceof CaptureError);
  if (unloaded) throw unloaded;
  const {width, height} = take.picture.canvas;
  throw new CaptureError(
    'unsupported',
    `Neither WebCodecs nor MediaRecorder can record ${width} × ${height} pixels here.`,
    failures[0],
  );
}

async function loaded<Module>(loading: Promise<Module>): Promise<Module> {
  try {
    return await loading;
  } catch (error) {
    throw new CaptureError('unloaded', 'Expected the recorder to load, but it did not.', error);
  }
}
