import type {CameraChange} from '../../live/sources/camera-control.ts';
import type {FilmControl} from '../../live/sources/film-control.ts';
import type {Attempt} from '../attempt.ts';
import type {Settings} from '../settings/settings-table.ts';
import type {AppState} from '../state.ts';
import type {Store} from '../store.ts';
import {titleOf} from '../styles/style-actions.ts';
import type {Sources} from './sources.ts';

/** What a person can do about the source. */
export type SourceActions = {
  /** Opens the camera: the one remembered, or the one given. Asks for permission. */
  startCamera(cameraId?: string): Promise<void>;
  /** Opens the next camera of another facing (phones), or the next of the list. */
  switchCamera(): Promise<void>;
  /** Asks which screen, window or tab is to be painted; must be called in a click or key press. */
  startScreen(): Promise<void>;
  /** Sets something about the camera on the stage. */
  setCamera(change: CameraChange): void;
  /** Does something about the film on the stage, if there is one. */
  withFilm(use: (film: FilmControl) => void): void;
  /** Closes the camera or file and shows the demo scene. */
  showDemo(): Promise<void>;
  /** Plays a video or shows an image as the source. */
  openSourceFile(file: Blob, title?: string): Promise<void>;
  /** Plays on what the browser has stopped; only in a click or key press. */
  resumeSource(): void;
  toggleMirror(): void;
};

export function sourceActions(
  store: Store<AppState>,
  sources: Sources,
  changeSettings: (change: Partial<Settings>) => void,
  attempt: Attempt,
): SourceActions {
  return {
    startCamera: (cameraId) => attempt(() => sources.startCamera(cameraId)),
    switchCamera: () => attempt(() => sources.switchCamera()),
    startScreen: () => attempt(() => sources.startScreen()),
    setCamera: (change) => void sources.setCamera(change),
    withFilm(use) {
      if (sources.film) use(sources.film);
    },
    showDemo: () => attempt(() => sources.showDemo()),
    openSourceFile: (file, title) => attempt(() => sources.open(file, title ?? titleOf(file))),
    resumeSource: () => {
      sources.resume();
    },
    toggleMirror: () => {
      changeSettings({mirror: store.get().source.mirrored ? 'off' : 'on'});
    },
  };
}
