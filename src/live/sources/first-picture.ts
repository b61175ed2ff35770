import type {Size} from '../../gpu/size.ts';
import type {VideoHealth} from './video-health.ts';

/** A video that waits for a click may have a picture all the same, so long after its size, in ms. */
const BLOCKED_MS = 1000;

/**
 * Resolves when a video has a picture; where the browser plays it only after a click, and maybe loads
 * it only then, when its size is known. Never settles for a video that nothing comes of.
 *
 * @throws Error when the video breaks off or its camera goes away before
 */
export function firstPicture(video: HTMLVideoElement, health: VideoHealth): Promise<void> {
  const done = new AbortController();
  const {signal} = done;
  const waiting = new Promise<void>((resolve, reject) => {
    let blocked = false;
    const look = () => {
      if (video.readyState >= video.HAVE_CURRENT_DATA) resolve();
      else if (blocked && video.readyState >= video.HAVE_METADATA) setTimeout(resolve, BLOCKED_MS);
    };
    const stop = health.onHealth((now) => {
      if (now === 'ended') reject(new Error(video.error?.message ?? 'It went away.'));
      blocked = now === 'blocked';
      look();
    });
    signal.addEventListener('abort', stop);
    video.addEventListener('loadedmetadata', look, {signal});
    video.addEventListener('loadeddata', look, {signal});
    look();
  });
  return waiting.finally(() => {
    done.abort();
  });
}

/** The size of a video's picture: zeros until there is one. */
export function pictureSize(video: HTMLVideoElement): () => Size {
  let hasPicture = false;
  return () => {
    // It stays while the video goes to another place, or waits for what comes next.
    hasPicture ||= video.readyState >= video.HAVE_CURRENT_DATA;
    return hasPicture
      ? {width: video.videoWidth, height: video.videoHeight}
      : {width: 0, height: 0};
  };
}
