import type {Container} from './clip-writer.ts';

/** A finished clip. */
export type Recording = {
  /** Of type `video/mp4` or `video/webm`. */
  blob: Blob;
  /** The file's ending, without the dot. */
  extension: Container;
  durationMs: number;
};

/** A recording under way. End it with `stop` or `dispose`. */
export interface Recorder {
  /** Recorded time without pauses; counts from the first frame. */
  readonly elapsedMs: number;
  /** Bytes encoded so far. */
  readonly bytes: number;
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
