/** A time this far from now is another clock's, in milliseconds. */
const LATEST_MS = 1000;

/**
 * Calls `listener` for every frame a video shows: `requestVideoFrameCallback`, or where that is
 * missing, `requestAnimationFrame` when the video has moved on. It is told the frame's own time on the
 * clock of `performance.now()`: when it was filmed, where the browser knows, else when it is shown.
 * Returns the function that stops it.
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
  const clock = createFrameTimes();
  const next = (now: number, metadata: Partial<VideoFrameCallbackMetadata>) => {
    handle = video.requestVideoFrameCallback(next);
    listener(clock(now, metadata));
  };
  let handle = video.requestVideoFrameCallback(next);
  return () => {
    video.cancelVideoFrameCallback(handle);
  };
}

/** The time of one frame after the other: each later than the one before, none far from now. */
export function createFrameTimes(): (
  now: number,
  metadata: Partial<VideoFrameCallbackMetadata>,
) => number {
  let last = -Infinity;
  return (now, {captureTime, presentationTime}) => {
    const told = [captureTime, presentationTime].find(
      (time) => time !== undefined && Math.abs(now - time) < LATEST_MS,
    );
    // A frame that was filmed before the last one was shown: clocks change when a camera does.
    last = Math.max(told ?? now, last + 1);
    return last;
  };
}

function onMovedOn(video: HTMLVideoElement, listener: (timeMs: number) => void): () => void {
  let shown = -1;
  return onDisplayFrame((timeMs) => {
    if (video.currentTime === shown) return;
    shown = video.currentTime;
    listener(timeMs);
  });
}

/** Calls `listener` once a frame of the display; returns the function that stops it. */
export function onDisplayFrame(listener: (timeMs: number) => void): () => void {
  const next = (timeMs: number) => {
    handle = requestAnimationFrame(next);
    listener(timeMs);
  };
  let handle = requestAnimationFrame(next);
  return () => {
    cancelAnimationFrame(handle);
  };
}
