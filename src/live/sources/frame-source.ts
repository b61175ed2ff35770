import type {Frame} from '../../gpu/frame.ts';
import type {Size} from '../../gpu/size.ts';

/**
 * How a source fares: `muted`: its track is, as by a privacy key; `paused`: from outside, and tried
 * again; `blocked`: the browser wants a click; `silent`: no frame for long; `ended`: for good.
 */
export type SourceHealth = 'live' | 'muted' | 'paused' | 'blocked' | 'silent' | 'ended';

/** A moving (or still) picture to paint. Whoever opens one closes it. */
export interface FrameSource {
  readonly kind: 'demo' | 'camera' | 'video' | 'image';
  /** What a person calls it: the camera's label, the file's name. */
  readonly title: string;
  /** True for a camera that looks at the person: people expect to see those mirrored. */
  readonly facesPerson: boolean;
  /** The size of a frame in pixels; it changes when a phone is turned. */
  size(): Size;
  /**
   * Calls `listener` whenever there is a new frame (a still picture: once), with the frame's own time
   * on the clock of `performance.now()`; returns the function that stops it.
   */
  onFrame(listener: (timeMs: number) => void): () => void;
  /**
   * The newest frame; from a source that draws itself, the one of this time. It is valid in this
   * task, and whoever takes it closes it.
   */
  frame(timeMs: number): Frame;
  /** Calls `listener` at once if the source is not live, and at each change; returns what stops it. */
  onHealth(listener: (health: SourceHealth) => void): () => void;
  /** Tries to play again, in a click or a key press. */
  resume(): void;
  /** Ends tracks and frees what the source holds; may be called twice. */
  close(): void;
}

/** Why a source cannot be shown. */
export type SourceProblem =
  /** The page is not on https or localhost, where browsers offer no camera. */
  | 'insecure'
  | 'denied'
  | 'missing'
  | 'in-use'
  | 'unsupported'
  /** The program that drives the camera could not be loaded. */
  | 'unloaded'
  /** The file or address is no picture or video that this browser can read. */
  | 'unreadable'
  | 'empty'
  /** The address is on another site that does not allow its use here (CORS), or is not there. */
  | 'unreachable';

/** A source that could not be opened; the message is for developers. */
export class SourceError extends Error {
  override name = 'SourceError';
  readonly problem: SourceProblem;

  constructor(problem: SourceProblem, message: string, options?: ErrorOptions) {
    super(message, options);
    this.problem = problem;
  }
}
