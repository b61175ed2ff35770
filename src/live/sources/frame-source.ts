import type {Frame} from '../../gpu/frame.ts';
import type {Size} from '../../gpu/size.ts';
import type {CameraControl} from './camera-control.ts';
import type {FilmControl} from './film-control.ts';
import type {FullPicture} from './full-picture.ts';

/** Whether the picture of a source moves, and if not, why. */
export type SourceHealth =
  | 'live'
  /** The camera gives black on purpose: a privacy key, a call. It may come back. */
  | 'muted'
  /** Something outside has paused it; it goes on by itself when it may. */
  | 'paused'
  /** The browser plays it only after a click or key press: `resume`. */
  | 'blocked'
  /** No frame has come for a while. One may yet. */
  | 'silent'
  /** It is over, for good. */
  | 'ended';

/** A moving (or still) picture to paint. Whoever opens one closes it. */
export interface FrameSource {
  readonly kind: 'demo' | 'camera' | 'screen' | 'video' | 'image';
  /** What a person calls it: the camera's label, the file's name; empty where it has no name. */
  readonly title: string;
  /** True for a camera that looks at the person: people expect to see those mirrored. */
  readonly facesPerson: boolean;
  /** What is heard of it, where something is. */
  readonly sound?: MediaStreamTrack | undefined;
  /** How it plays, if it is a film. */
  readonly film?: FilmControl;
  /** What can be set about it, if it is a camera. */
  readonly camera?: CameraControl;
  /** What it shows with more pixels than its frames have, where there is such a picture. */
  readonly full?: FullPicture | undefined;
  /** The size of a frame in pixels; it changes when a phone is turned. Zeros while there is none. */
  size(): Size;
  /**
   * Calls `listener` whenever there is a new frame (a still picture: once), with the frame's own time;
   * returns the function that stops it.
   */
  onFrame(listener: (timeMs: number) => void): () => void;
  /** The newest frame; a source that draws itself draws the one of `timeMs`. */
  frame(timeMs: number): Frame;
  /**
   * Calls `listener` with every change of health, and at once where it is not `live`; returns the
   * function that stops it.
   */
  onHealth(listener: (health: SourceHealth) => void): () => void;
  /** Plays on, in a click or key press. Nothing to do where it plays. */
  resume(): void;
  /** Ends tracks and frees what the source holds; may be called twice. */
  close(): void;
}
