import type {Look} from './look/look.ts';
import type {NetworkEntry} from './networks/network-catalogue.ts';

/** A style a person can pick: one of the gallery, or one of their own. */
export type StyleEntry = {
  id: string;
  title: string;
  /** True for a style this person added; only those can be renamed and removed. */
  own: boolean;
  /** A URL an `<img>` can show: the gallery's picture, or a blob URL of the person's own. */
  imageUrl: string;
  /** One sentence on the style, empty for own styles. */
  note: string;
};

/** Where the moving picture comes from. */
export type SourceKind = 'demo' | 'camera' | 'video' | 'image';

/** The source on the stage. */
export type SourceState = {
  kind: SourceKind;
  /** What a person calls it: the camera's label, the file's name, "Demo". */
  title: string;
  /** Of a camera, where the browser tells. */
  cameraId?: string | undefined;
  /** True while a camera or file is being opened. */
  opening: boolean;
};

/** A camera the browser lists; labels are empty until the person has allowed one. */
export type CameraEntry = {id: string; label: string};

/** What the start-up is doing. */
export type Progress = {
  /** A few words: "Loading the network". */
  step: string;
  /** 0…1 over the whole start. */
  fraction: number;
  /** Bytes of the network loaded so far and in all, while it loads. */
  bytes: {loaded: number; total: number} | null;
};

/** What the recorder is doing. */
export type RecordingState = {
  phase: 'idle' | 'recording' | 'paused' | 'finishing';
  /** Recorded time without pauses, in milliseconds. */
  elapsedMs: number;
  /** Encoded bytes so far. */
  bytes: number;
};

/** A finished recording or snapshot, kept until the person removes it or leaves. */
export type Clip = {
  id: string;
  kind: 'video' | 'image';
  /** File name with its ending: `pastiche-2026-11-23-10-15-00.mp4`. */
  name: string;
  /** A blob URL; revoked when the clip is removed. */
  url: string;
  bytes: number;
  /** 0 for a picture. */
  durationMs: number;
  /** True where the browser can share this file. */
  shareable: boolean;
};

/** What a person is told; `error` stays until dismissed, the others go by themselves. */
export type Notice = {id: number; kind: 'info' | 'success' | 'error'; text: string};

/** How many megabits a second a recording takes: a choice of three. */
export type Bitrate = 'low' | 'medium' | 'high';

/** What is remembered from one visit to the next. */
export type Settings = {
  /** The network, by name; `auto` takes the finest that this machine is fast enough for. */
  model: string;
  /** What `auto` has found on the last visit; empty before. */
  fittingModel: string;
  /** Working size, short side in pixels; `auto` follows the machine's speed. */
  size: number | 'auto';
  /** Show the camera as in a mirror; `auto` mirrors front cameras only. */
  mirror: 'auto' | 'on' | 'off';
  /** Record the picture the way it is shown (mirrored too), or always unmirrored. */
  recordMirrored: boolean;
  /** Record sound from the microphone. */
  microphone: boolean;
  bitrate: Bitrate;
  /** Show the overlay with frames per second. */
  overlay: boolean;
  /** The camera chosen last, empty for the browser's default. */
  cameraId: string;
  /** Its label: device ids change when a browser clears them, labels do not. */
  cameraLabel: string;
};

/** What the page says about speed, published twice a second. */
export type Stats = {
  running: boolean;
  fps: number;
  /** Milliseconds a frame takes, from submission until the GPU has finished it. */
  frameMs: number;
  /** Working size in pixels. */
  width: number;
  height: number;
  model: string;
  /** Which stylizer paints: `graph` (TensorFlow.js ops) or `fused` (own passes). */
  stylizer: 'graph' | 'fused' | 'none';
  /** Why the graph stylizer paints and not the fused one; undefined where it does not. */
  fallbackReason?: string | undefined;
  backend: string;
  /** Tensors alive; constant from frame to frame. */
  tensors: number;
  /** The heaviest style of the look. */
  styleId: string;
};

/** Everything the page shows. Written only by `studio.ts`, read only by the root element. */
export type AppState = {
  /** `live` once the first painted frame is on the canvas; `failed` if there can be none. */
  phase: 'loading' | 'live' | 'failed';
  progress: Progress | null;
  /** Why there is no picture and what to do about it, while `failed` or while painting is halted. */
  failure: string | null;
  source: SourceState;
  cameras: CameraEntry[];
  /** True while the picture is shown mirrored. */
  mirrored: boolean;
  look: Look;
  styles: StyleEntry[];
  /** The style whose statistics are being computed, or null. */
  analyzing: string | null;
  /** Where the before/after divider stands, 0…1 from the left; null while it is off. */
  divider: number | null;
  /** True while the person has frozen the picture. */
  paused: boolean;
  recording: RecordingState;
  /** Oldest first. */
  clips: Clip[];
  settings: Settings;
  /** The networks offered. */
  models: readonly NetworkEntry[];
  /** True while another network is brought, or networks are measured. */
  changingNetwork: boolean;
  /** The working sizes offered, short side in pixels. */
  sizes: number[];
  stats: Stats;
  notices: Notice[];
  /** True with `?clean=1`: only the picture, no controls. */
  clean: boolean;
};
