import type {CameraChange, CameraState} from '../../live/sources/camera-control.ts';
import type {CameraInfo} from '../../live/sources/cameras.ts';
import type {FilmControl, FilmState} from '../../live/sources/film-control.ts';
import type {FrameSource, SourceHealth} from '../../live/sources/frame-source.ts';

export type {CameraChange, CameraState, FilmState};

/** What of it a person can change. */
export type FilmChange = Parameters<FilmControl['set']>[0];

/** The source on the stage, and what else there is. */
export type SourceState = {
  kind: FrameSource['kind'];
  /** What a person calls it: the camera's label, the file's name; empty for the demo. */
  title: string;
  /** Of a camera, where the browser tells. */
  cameraId?: string | undefined;
  /** How it plays, if it is a film. */
  film: FilmState | null;
  /** What can be set about it, if it is a camera. */
  camera: CameraState | null;
  /** True while a camera or file is being opened. */
  opening: boolean;
  /** Whether its picture moves, and if not, why. */
  health: SourceHealth;
  /** True while the picture is shown mirrored. */
  mirrored: boolean;
  /** The cameras the browser lists; labels are empty until the person has allowed one. */
  cameras: readonly CameraInfo[];
};

/** The demo, before it is there. */
export const FIRST_SOURCE: SourceState = {
  kind: 'demo',
  title: 'Demo',
  film: null,
  camera: null,
  opening: true,
  health: 'live',
  mirrored: false,
  cameras: [],
};
