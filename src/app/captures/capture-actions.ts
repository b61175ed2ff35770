import type {Attempt} from '../attempt.ts';
import type {Clips} from './clips.ts';
import type {Recordings} from './recordings.ts';

/** What a person can record and keep. */
export type CaptureActions = {
  startRecording(): Promise<void>;
  pauseRecording(): void;
  resumeRecording(): void;
  stopRecording(): Promise<void>;
  /** Puts a PNG of the picture among the clips. */
  takeSnapshot(): Promise<void>;
  shareClip(id: string): Promise<void>;
  /** Takes note that a clip was downloaded. */
  markClipSaved(id: string): void;
  removeClip(id: string): void;
};

export function captureActions(
  recordings: Recordings,
  clips: Clips,
  snapshot: () => Promise<Blob>,
  attempt: Attempt,
): CaptureActions {
  return {
    startRecording: () => attempt(() => recordings.start()),
    pauseRecording: recordings.pause,
    resumeRecording: recordings.resume,
    stopRecording: () => attempt(() => recordings.stop()),
    takeSnapshot: () =>
      attempt(async () => {
        clips.keep(await snapshot(), 'image', 'png', 0);
      }),
    shareClip: (id) => attempt(() => clips.share(id)),
    markClipSaved: clips.markSaved,
    removeClip: clips.remove,
  };
}
