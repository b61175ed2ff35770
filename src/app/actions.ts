import type {Look} from './look/look.ts';
import type {Settings} from './state.ts';

/**
 * What a person can do; the studio does it. Calls never reject for what a person did: what goes
 * wrong becomes a notice with a sentence that says what to do.
 */
export interface Actions {
  /** Opens the camera: the one remembered, or the one given. Asks for permission. */
  startCamera(cameraId?: string): Promise<void>;
  /** Opens the next camera of another facing (phones), or the next of the list. */
  switchCamera(): Promise<void>;
  /** Closes the camera or file and shows the demo scene. */
  showDemo(): Promise<void>;
  /** Plays a video or shows an image as the source. */
  openSourceFile(file: Blob, title?: string): Promise<void>;

  /** Shows one style alone, at full weight. */
  pickStyle(id: string): Promise<void>;
  /** Picks the style `step` places further in the gallery, wrapping around. */
  stepStyle(step: 1 | -1): Promise<void>;
  /** Adds pictures as own styles and picks the last one. */
  addStyles(files: readonly Blob[]): Promise<void>;
  /** Makes a style of the unpainted frame on the stage and picks it. */
  useFrameAsStyle(): Promise<void>;
  renameStyle(id: string, title: string): Promise<void>;
  /** Removes an own style; a notice offers no undo, so the page asks first. */
  removeStyle(id: string): Promise<void>;
  /** Changes part of the look. */
  setLook(change: Partial<Look>): void;

  setSettings(change: Partial<Settings>): void;
  toggleMirror(): void;
  /** Moves the before/after divider; null takes it away. */
  setDivider(position: number | null): void;
  /** Freezes the picture, or lets it run again. */
  setPaused(paused: boolean): void;

  startRecording(): Promise<void>;
  pauseRecording(): void;
  resumeRecording(): void;
  stopRecording(): Promise<void>;
  /** Puts a PNG of the picture among the clips. */
  takeSnapshot(): Promise<void>;
  shareClip(id: string): Promise<void>;
  removeClip(id: string): void;

  dismissNotice(id: number): void;
}
