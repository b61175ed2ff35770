/** The part of a video element that MediaPipe's camera utility uses. */
export type CameraVideo = {
  srcObject: MediaProvider | null;
  onloadedmetadata: (() => void) | null;
  readonly paused: boolean;
  readonly currentTime: number;
  play(): void;
};

/**
 * Stands between a video and the library, whose faults it keeps from it: the library ignores what
 * `play()` says, and its loop outlives its end (google-ai-edge/mediapipe#3233).
 *
 * @param hasStopped whether the library should rest
 */
export function shieldVideo(video: HTMLVideoElement, hasStopped: () => boolean): CameraVideo {
  let onMetadata: (() => void) | null = null;
  return {
    get srcObject() {
      return video.srcObject;
    },
    set srcObject(stream) {
      video.srcObject = stream;
    },
    get onloadedmetadata() {
      return onMetadata;
    },
    set onloadedmetadata(listener) {
      onMetadata = listener;
      video.onloadedmetadata = listener;
    },
    // After the end the loop sees one more "new frame", whose promise it then awaits for ever.
    get paused() {
      return hasStopped() ? false : video.paused;
    },
    get currentTime() {
      return hasStopped() ? Number.NaN : video.currentTime;
    },
    play: () => {
      if (!hasStopped()) video.play().catch(() => {});
    },
  };
}
