import scriptUrl from '@mediapipe/camera_utils/camera_utils.js?url';
import {type CameraVideo, shieldVideo} from './camera-shield.ts';
import {SourceError} from './source-error.ts';

/** The library that has not come in this time is given up, in milliseconds. */
const SCRIPT_MS = 15_000;

/** What `camera_utils.js` puts on `window`: https://www.npmjs.com/package/@mediapipe/camera_utils */
type MediaPipeCamera = {start(): Promise<void>; stop(): Promise<void>};
type CameraOptions = {
  onFrame: () => Promise<void> | null;
  facingMode: 'user' | 'environment';
  width: number;
  height: number;
};
declare global {
  interface Window {
    Camera?: new (video: CameraVideo, options: CameraOptions) => MediaPipeCamera;
  }
}

/** The default camera as MediaPipe's camera utility drives it, with its faults shielded. */
export type DrivenCamera = {
  stream: MediaStream;
  /** Ends the tracks and the library's loop; may be called twice. */
  stop(): void;
};

/**
 * Opens the browser's default camera of a facing through `@mediapipe/camera_utils` and plays it in
 * `video`. The library opens the stream and tells of frames (`onFrame`). Its faults, and what is
 * done about them:
 * - it alerts on errors: `alert` is silent while it starts, and the error is rethrown;
 * - it ignores what `play()` says: the video is played here;
 * - a throwing or rejecting frame callback kills its loop: ours only signals, and cannot throw;
 * - its loop outlives `stop()` (google-ai-edge/mediapipe#3233) and a second `start()` adds another
 *   (#3775): one instance a session, whose loop is given a promise that never settles at the end;
 * - it leaves `srcObject` set: it is cleared.
 *
 * @throws DOMException as `getUserMedia` does, SourceError `unloaded` without the library
 */
export async function startMediaPipeCamera(
  video: HTMLVideoElement,
  facingMode: 'user' | 'environment',
  size: {width: number; height: number},
  onFrame: () => void,
): Promise<DrivenCamera> {
  const Camera = await loadCamera();
  let stopped = false;
  const shield = shieldVideo(video, () => stopped);
  const signal = () => {
    if (stopped) return new Promise<void>(() => {});
    try {
      onFrame();
    } catch (error) {
      console.error(error);
    }
    return null;
  };

  const camera = new Camera(shield, {onFrame: signal, facingMode, ...size});
  await withoutAlerts(() => camera.start());
  const stream = video.srcObject as MediaStream;
  return {
    stream,
    stop() {
      if (stopped) return;
      stopped = true;
      video.onloadedmetadata = null;
      void camera.stop();
      for (const track of stream.getTracks()) track.stop();
      if (video.srcObject === stream) video.srcObject = null;
    },
  };
}

let loading: Promise<NonNullable<Window['Camera']>> | undefined;

/**
 * Loads the library once; it is a classic script: bundled as a module it is shaken away (vite#12188).
 *
 * @param limitMs how long it may take
 * @throws SourceError `unloaded`; the next call tries again
 */
export function loadCamera(limitMs = SCRIPT_MS): Promise<NonNullable<Window['Camera']>> {
  loading ??= loadScript(limitMs).catch((error: unknown) => {
    loading = undefined;
    throw error;
  });
  return loading;
}

function loadScript(limitMs: number): Promise<NonNullable<Window['Camera']>> {
  const script = document.createElement('script');
  script.src = scriptUrl;
  return new Promise((resolve, reject) => {
    const fail = (what: string) => {
      clearTimeout(late);
      script.remove();
      reject(new SourceError('unloaded', `Expected camera_utils.js to load, but ${what}.`));
    };
    const late = setTimeout(() => {
      fail(`it did not within ${limitMs} ms`);
    }, limitMs);
    script.onload = () => {
      clearTimeout(late);
      if (window.Camera) resolve(window.Camera);
      else fail('it defines no Camera');
    };
    script.onerror = () => {
      fail('it did not');
    };
    document.head.append(script);
  });
}

let starting = 0;
let alert = (): void => {};

/** Starts may overlap: the first one takes `alert` away, the last one gives it back. */
async function withoutAlerts(run: () => Promise<void>): Promise<void> {
  if (starting++ === 0) {
    ({alert} = window);
    window.alert = () => {};
  }
  try {
    await run();
  } finally {
    if (--starting === 0) window.alert = alert;
  }
}
