import {CaptureError} from '../capture-error.ts';
import type {ClipWriter, Take} from './clip-writer.ts';
import type {Recorder, Recording} from './recorder.ts';
import {RoomWatch} from './room-watch.ts';

/** Where a take in memory ends: to finish it needs twice as much, which a tab may just have. */
const MAX_BYTES = 2 ** 30;

/** How often a recording gives a sign of life, in milliseconds. */
const TICK_MS = 1000;

/** What stands still is written to a tape this often, in milliseconds: a crash leaves what is there by then. */
const STILL_MS = 1000;

/** Calls a listener every so many milliseconds; gives the function that stops it. */
export type Every = (ms: number, listener: () => void) => () => void;

/** What a recorder tells of itself. */
export type RecorderEvents = {
  /** It takes no more frames; `stop` gives what there is. */
  onEnd?: ((reason: CaptureError) => void) | undefined;
  /** No more sound is recorded; the picture goes on. Called once. */
  onMicrophoneEnd?: ((reason: CaptureError) => void) | undefined;
};

/** Keeps the time of a take and hands its frames to a writer, whichever the browser has. */
export class CanvasRecorder implements Recorder {
  private readonly canvas: HTMLCanvasElement;
  private readonly take: Take;
  private readonly writer: ClipWriter;
  private readonly events: RecorderEvents;
  private readonly stopTicking: () => void;
  private readonly room: RoomWatch;
  private lastMs = -1;
  /** So much later than they were seen, frames come, in milliseconds. */
  private lateMs = 0;
  private ended = false;
  private silent = false;
  private disposed = false;
  private recording: Promise<Recording> | null = null;

  /** @param every as `RecorderOptions` has it */
  constructor(
    canvas: HTMLCanvasElement,
    take: Take,
    writer: ClipWriter,
    every: Every,
    events: RecorderEvents = {},
  ) {
    this.canvas = canvas;
    this.take = take;
    this.writer = writer;
    this.events = events;
    const {tape} = writer;
    this.room = new RoomWatch((bytes) =>
      tape ? tape.hasRoomFor(bytes) : Promise.resolve(this.bytes + bytes < MAX_BYTES),
    );
    this.stopTicking = every(TICK_MS, () => {
      this.tick();
      this.holdStill();
    });
    take.microphone?.addEventListener('ended', this.loseMicrophone, {once: true});
    writer.onSilence = (reason) => {
      this.fallSilent(reason);
    };
    writer.onFail = (reason) => {
      this.fail(reason);
    };
  }

  get elapsedMs(): number {
    return this.take.clock.elapsedMs;
  }

  get bytes(): number {
    return this.writer.bytes;
  }

  get minutesLeft(): number | undefined {
    return this.room.minutesLeft;
  }

  frame(timeMs: number): void {
    const {clock, picture} = this.take;
    this.tick();
    if (this.ended || clock.paused || this.writer.busy) return;
    if (!clock.started) clock.start(timeMs);
    const recordedMs = clock.at(timeMs);
    this.lateMs = clock.elapsedMs - recordedMs;
    if (recordedMs <= this.lastMs) return;
    picture.draw(this.canvas);
    this.write(recordedMs);
  }

  pause(): void {
    if (this.ended) return;
    this.take.clock.pause();
    if (this.take.clock.started) this.writer.pause();
  }

  resume(): void {
    if (this.ended) return;
    this.take.clock.resume();
    if (this.take.clock.started) this.writer.resume();
  }

  stop(): Promise<Recording> {
    this.recording ??= this.finish();
    return this.recording;
  }

  dispose(): void {
    if (this.disposed || this.recording) return;
    this.disposed = true;
    this.end();
    this.writer.dispose();
    this.take.microphone?.stop();
  }

  private write(recordedMs: number): void {
    try {
      this.writer.write(recordedMs);
      this.lastMs = recordedMs;
      this.room.follow(recordedMs, this.bytes);
      if (!this.writer.tape && this.bytes >= MAX_BYTES) {
        this.fail(new CaptureError('full', `The take has reached ${MAX_BYTES} bytes.`));
      }
    } catch (error) {
      this.fail(new CaptureError('encoder-failed', `A frame was refused: ${String(error)}`, error));
    }
  }

  private fail(reason: CaptureError): void {
    if (this.ended) return;
    this.end();
    this.events.onEnd?.(reason);
  }

  /** What a machine that slept has not seen is left out, of the sound, too. */
  private tick(): void {
    if (this.ended || !this.take.clock.tick()) return;
    this.writer.pause();
    this.writer.resume();
  }

  /** Writes once more what has stood still, but not up to a time from which a frame may be on its way. */
  private holdStill(): void {
    const {started, paused, elapsedMs} = this.take.clock;
    if (!this.writer.tape || !started || this.ended || paused || this.writer.busy) return;
    const stillMs = elapsedMs - this.lateMs - STILL_MS / 2;
    if (stillMs - this.lastMs >= STILL_MS) this.write(stillMs);
  }

  private readonly loseMicrophone = () => {
    this.fallSilent(new CaptureError('microphone-gone', 'The track of the microphone has ended.'));
  };

  private fallSilent(reason: CaptureError): void {
    if (this.ended || this.silent) return;
    this.silent = true;
    this.events.onMicrophoneEnd?.(reason);
  }

  /** Takes no more frames; the time stands still. */
  private end(): void {
    this.tick();
    this.pause();
    this.ended = true;
    this.stopTicking();
    this.take.microphone?.removeEventListener('ended', this.loseMicrophone);
  }

  private async finish(): Promise<Recording> {
    if (this.disposed) throw new CaptureError('disposed', 'stop() was called after dispose().');
    this.end();
    try {
      if (this.lastMs < 0) {
        this.writer.dispose();
        throw new CaptureError('no-frames', 'The recorder was stopped before its first frame.');
      }
      const durationMs = Math.max(this.elapsedMs, this.lastMs + 1000 / this.take.frameRate);
      const blob = await this.writer.finish(durationMs);
      const {container, tape} = this.writer;
      return {blob, extension: container, durationMs, file: tape?.file ?? null};
    } finally {
      this.take.microphone?.stop();
    }
  }
}
