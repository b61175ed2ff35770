import type {Container} from '../container.ts';
import type {ClipFile} from '../disk/clip-file.ts';

/** A finished clip. */
export type Recording = {
  /** Of type `video/mp4` or `video/webm`. */
  blob: Blob;
  /** The file's ending, without the dot. */
  extension: Container;
  durationMs: number;
  /** Where it is on the browser's disk, to be released or removed by the caller; null for memory. */
  file: ClipFile | null;
};

/** A recording under way. End it with `stop` or `dispose`. */
export interface Recorder {
  /** Recorded time without pauses; counts from the first frame. */
  readonly elapsedMs: number;
  /** Bytes encoded so far. */
  readonly bytes: number;
  /** So many whole minutes more there is room for; undefined where that is plenty. */
  readonly minutesLeft: number | undefined;
  /**
   * Takes what the canvas shows; call it in the task that has drawn it. Never throws and never
   * waits: a frame is dropped while the encoder is behind.
   */
  frame(timeMs: number): void;
  /** Leaves out what follows, picture and sound, until `resume`; the file has no hole. */
  pause(): void;
  resume(): void;
  /**
   * Ends the recording and gives the file; the last frame lasts until now. May be called twice.
   *
   * @throws {CaptureError} `no-frames`, `unfinished`, `disposed`
   */
  stop(): Promise<Recording>;
  /** Ends without a file; after `stop` it does nothing. May be called twice. */
  dispose(): void;
}
