/**
 * Calls `listener` for every frame a video shows: `requestVideoFrameCallback`, or where that is
 * missing, `requestAnimationFrame` when the video has moved on. Returns the function that stops it.
 */
export function onVideoFrame(video: HTMLVideoElement, listener: () => void): () => void {
  return 'requestVideoFrameCallback' in video
    ? onPresentedFrame(video, listener)
    : onMovedOn(video, listener);
}

function onPresentedFrame(video: HTMLVideoElement, listener: () => void): () => void {
  const next = () => {
    handle = video.requestVideoFrameCallback(next);
    listener();
  };
  let handle = video.requestVideoFrameCallback(next);
  return () => {
    video.cancelVideoFrameCallback(handle);
  };
}

function onMovedOn(video: HTMLVideoElement, listener: () => void): () => void {
  let shown = -1;
  return onDisplayFrame(() => {
    if (video.currentTime === shown) return;
    shown = video.currentTime;
    listener();
  });
}

/** Calls `listener` once a frame of the display; returns the function that stops it. */
export function onDisplayFrame(listener: () => void): () => void {
  const next = () => {
    handle = requestAnimationFrame(next);
    listener();
  };
  let handle = requestAnimationFrame(next);
  return () => {
    cancelAnimationFrame(handle);
  };
}
