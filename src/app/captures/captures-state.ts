/** What the recorder is doing. */
export type RecordingState = {
  phase: 'idle' | 'recording' | 'paused' | 'finishing';
  /** Recorded time without pauses, in milliseconds. */
  elapsedMs: number;
  /** Encoded bytes so far. */
  bytes: number;
  /** There is room for so many whole minutes more; undefined where that is plenty. */
  minutesLeft?: number | undefined;
  /** Of a recording with a microphone; `lost` when that ended meanwhile. */
  sound?: 'on' | 'lost';
};

/** A finished recording or snapshot, kept until the person removes it or leaves. */
export type Clip = {
  id: string;
  /** An archive holds many pictures. */
  kind: 'video' | 'image' | 'archive';
  /** File name with its ending: `pastiche-2026-11-23-10-15-00.mp4`. */
  name: string;
  /** A blob URL; revoked when the clip is removed. */
  url: string;
  bytes: number;
  /** 0 for what does not move. */
  durationMs: number;
  /** True where the browser can share this file. */
  shareable: boolean;
  /** True for a video that is to be shown over and over. */
  loops?: boolean | undefined;
  /** True once the person has downloaded or shared it: it can be left behind. */
  saved: boolean;
  /**
   * Of a clip that an earlier visit has left: whether its recording broke off, and when it had begun, in
   * milliseconds since 1970.
   */
  left?: {unfinished: boolean; begun: number};
};

/** What is recorded, and what was. */
export type CapturesState = {
  recording: RecordingState;
  /** Oldest first. */
  clips: readonly Clip[];
};

/** Nothing is recorded. */
export const IDLE: RecordingState = {phase: 'idle', elapsedMs: 0, bytes: 0};

/** Before anything was captured. */
export const FIRST_CAPTURES: CapturesState = {recording: IDLE, clips: []};
