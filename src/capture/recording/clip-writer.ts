import type {CaptureError} from '../capture-error.ts';
import type {Container} from '../container.ts';
import type {Tape} from '../disk/tape.ts';
import type {PictureCopy} from '../picture-copy.ts';
import type {RecordingClock} from './recording-clock.ts';

/** What a writer records, and how. */
export type Take = {
  /** Holds the frame to write; its size is the file's. */
  picture: PictureCopy;
  clock: RecordingClock;
  /** Frames a second to be expected; a hint. */
  frameRate: number;
  bitsPerSecond: number;
  /** Recorded along from the first frame on; whoever made the take stops it. */
  microphone: MediaStreamTrack | null;
  /** Gives what a clip of this format is written to; null for memory. */
  openTape: (container: Container) => Promise<Tape | null>;
};

/** Turns the frames of one take into a file. A recorder owns it and calls `finish` or `dispose`. */
export interface ClipWriter {
  readonly container: Container;
  /** What it writes to, and disposes of; null for memory. */
  readonly tape: Tape | null;
  /** Bytes encoded so far. */
  readonly bytes: number;
  /** True while the encoder is behind: the frame at hand must be dropped. */
  readonly busy: boolean;
  /** Called when no more frames can be taken. What there is can still be finished. */
  onFail: ((reason: CaptureError) => void) | null;
  /** Called when the sound can no longer be encoded; the picture goes on. */
  onSilence: ((reason: CaptureError) => void) | null;
  /** Takes what the take's picture shows as the frame at `timeMs`, later than the one before. */
  write(timeMs: number): void;
  /** Leaves the sound out until `resume`; only after the first frame. */
  pause(): void;
  resume(): void;
  /** Ends the file at `endMs`, to which the last frame lasts, and frees everything else. */
  finish(endMs: number): Promise<Blob>;
  /** Frees everything and leaves no file. */
  dispose(): void;
}
