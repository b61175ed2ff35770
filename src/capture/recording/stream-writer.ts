import {CaptureError} from '../capture-error.ts';
import type {Container} from '../container.ts';
import type {Tape} from '../disk/tape.ts';
import type {PictureCopy} from '../picture-copy.ts';
import type {ClipWriter, Take} from './clip-writer.ts';
import {repackClip} from './repack-clip.ts';

/** From the file that plays in most places to the one that plays in fewest. */
const TYPES = [
  'video/mp4;codecs=avc1.42e01e,mp4a.40.2',
  'video/mp4',
  'video/webm;codecs=vp9,opus',
  'video/webm',
];

/** How often the recorder hands over what it has encoded, in milliseconds. */
const SLICE_MS = 500;

/** A picture that stands still is shown to the recorder this often, in milliseconds. */
const STILL_MS = 250;

/** What has been drawn is in the file after so long, in milliseconds. */
const SETTLE_MS = 100;

/** Opens a writer over MediaRecorder; null where the browser has none for video. */
export async function openStreamWriter(take: Take): Promise<ClipWriter | null> {
  if (typeof MediaRecorder === 'undefined') return null;
  const type = TYPES.find((choice) => MediaRecorder.isTypeSupported(choice));
  if (type === undefined) return null;
  const container = type.startsWith('video/mp4') ? 'mp4' : 'webm';
  const tape = await take.openTape(container);
  try {
    return new StreamWriter(take, type, container, tape);
  } catch (error) {
    void tape?.dispose();
    throw error;
  }
}

/**
 * The way of browsers without WebCodecs: they encode the canvas as they see it change. So what stands
 * still is drawn again and again, or the file would end with the last change.
 */
class StreamWriter implements ClipWriter {
  readonly container: Container;
  readonly tape: Tape | null;
  readonly busy = false;
  bytes = 0;
  onFail: ClipWriter['onFail'] = null;
  onSilence: ClipWriter['onSilence'] = null;
  private readonly pictureTrack: MediaStreamTrack;
  private readonly recorder: MediaRecorder;
  private readonly stopped: Promise<unknown>;
  private readonly slices: Blob[] = [];
  /** Resolves when all slices so far are on the tape. */
  private writing = Promise.resolve();
  private readonly picture: PictureCopy;
  private stillTimer: ReturnType<typeof setInterval> | undefined;

  constructor(
    {picture, bitsPerSecond, microphone}: Take,
    type: string,
    container: Container,
    tape: Tape | null,
  ) {
    const stream = picture.canvas.captureStream();
    const [pictureTrack] = stream.getVideoTracks();
    if (!pictureTrack) throw new CaptureError('unsupported', 'The canvas gave no video track.');
    if (microphone) stream.addTrack(microphone);
    this.pictureTrack = pictureTrack;
    this.picture = picture;
    this.container = container;
    this.tape = tape;
    this.recorder = new MediaRecorder(stream, {
      mimeType: type,
      videoBitsPerSecond: bitsPerSecond,
    });
    this.stopped = new Promise((resolve) => {
      this.recorder.onstop = resolve;
    });
    this.recorder.ondataavailable = ({data}) => {
      this.bytes += data.size;
      if (tape) this.writing = this.writing.then(() => this.append(tape, data));
      else this.slices.push(data);
    };
    this.recorder.onerror = (event) => {
      const message = `MediaRecorder gave up: ${String((event as ErrorEvent).error)}`;
      this.onFail?.(new CaptureError('encoder-failed', message));
    };
  }

  write(): void {
    // What has just been drawn is the stream's first frame: it goes out at the end of this task.
    if (this.recorder.state !== 'inactive') return;
    this.recorder.start(SLICE_MS);
    this.stillTimer = setInterval(() => {
      this.picture.redraw();
    }, STILL_MS);
  }

  pause(): void {
    if (this.recorder.state === 'recording') this.recorder.pause();
  }

  resume(): void {
    if (this.recorder.state === 'paused') this.recorder.resume();
  }

  async finish(): Promise<Blob> {
    this.picture.redraw();
    await new Promise((resolve) => setTimeout(resolve, SETTLE_MS));
    this.end();
    await this.stopped;
    if (this.tape) {
      await this.writing;
      return this.tape.finish();
    }
    const blob = new Blob(this.slices, {type: `video/${this.container}`});
    if (blob.size === 0) throw new CaptureError('no-frames', 'MediaRecorder gave no data.');
    return repackClip(blob, this.container);
  }

  dispose(): void {
    this.end();
    void this.tape?.dispose();
  }

  private async append(tape: Tape, slice: Blob): Promise<void> {
    try {
      await tape.append(new Uint8Array(await slice.arrayBuffer()));
    } catch (error) {
      this.onFail?.(
        error instanceof CaptureError
          ? error
          : new CaptureError('encoder-failed', `A slice is gone: ${String(error)}`, error),
      );
    }
  }

  private end(): void {
    clearInterval(this.stillTimer);
    if (this.recorder.state !== 'inactive') this.recorder.stop();
    this.pictureTrack.stop();
  }
}
