/**
 * Calls `listener` for every frame a video shows: `requestVideoFrameCallback`, or where that is
 * missing, `requestAnimationFrame` when the video has moved on. Returns the function that stops it.
 */
export function onVideoFrame(
  video: HTMLVideoElement,
  listener: (timeMs: number) => void,
): () => void {
  return 'requestVideoFrameCallback' in video
    ? onPresentedFrame(video, listener)
    : onMovedOn(video, listener);
}

function onPresentedFrame(video: HTMLVideoElement, listener: (timeMs: number) => void): () => void {
  const next = (nowMs: number) => {
    handle = video.requestVideoFrameCallback(next);
    listener(nowMs);
  };
  let handle = video.requestVideoFrameCallback(next);
  return () => {
    video.cancelVideoFrameCallback(handle);
  };
}

function onMovedOn(video: HTMLVideoElement, listener: (timeMs: number) => void): () => void {
  let shown = -1;
  return onDisplayFrame((nowMs) => {
    if (video.currentTime === shown) return;
    shown = video.currentTime;
    listener(nowMs);
  });
}

/** Calls `listener` once a frame of the display; returns the function that stops it. */
export function onDisplayFrame(listener: (timeMs: number) => void): () => void {
  const next = (nowMs: number) => {
    handle = requestAnimationFrame(next);
    listener(nowMs);
  };
  let handle = requestAnimationFrame(next);
  return () => {
    cancelAnimationFrame(handle);
  };
}
