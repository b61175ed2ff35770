import {decodePicture} from './decode-picture.ts';
import {type FrameSource, SourceError} from './frame-source.ts';
import {onVideoFrame} from './video-frames.ts';

/** Longer side of a still source in pixels: enough for the largest working size. */
const STILL_SIDE = 2048;

/**
 * Opens a picture or video, from a file or from an address; a video repeats, without sound.
 *
 * @param address a blob, or a URL that this page may read (same site, or CORS)
 * @throws SourceError if it is empty, unreadable or unreachable
 */
export async function openFile(address: Blob | URL, title: string): Promise<FrameSource> {
  if (address instanceof Blob && address.size === 0) {
    throw new SourceError('empty', 'Expected a file, but it is empty.');
  }
  const type = address instanceof Blob ? address.type : '';
  if (type.startsWith('video/')) return openVideo(address, title);
  if (type.startsWith('image/')) return openImage(address, title);
  // Nothing says what it is: a picture fails fast, so it is tried first.
  return openImage(address, title).catch(() => openVideo(address, title));
}

async function openImage(address: Blob | URL, title: string): Promise<FrameSource> {
  const picture = await decodePicture(address, STILL_SIDE);
  return {
    kind: 'image',
    title,
    facesPerson: false,
    size: () => ({width: picture.width, height: picture.height}),
    onFrame(listener) {
      const handle = requestAnimationFrame(listener);
      return () => {
        cancelAnimationFrame(handle);
      };
    },
    frame: (timeMs) => ({
      image: picture,
      size: {width: picture.width, height: picture.height},
      timeMs,
      close: () => {},
    }),
    onHealth: () => () => {},
    resume: () => {},
    close: () => {},
  };
}

async function openVideo(address: Blob | URL, title: string): Promise<FrameSource> {
  const local = address instanceof Blob;
  const url = local ? URL.createObjectURL(address) : address.href;
  const video = document.createElement('video');
  Object.assign(video, {muted: true, playsInline: true, loop: true, crossOrigin: 'anonymous'});
  const close = () => {
    video.pause();
    video.removeAttribute('src');
    video.load();
    if (local) URL.revokeObjectURL(url);
  };
  video.src = url;
  try {
    await loaded(video);
    await video.play();
  } catch (cause) {
    close();
    const problem = local ? 'unreadable' : 'unreachable';
    throw new SourceError(problem, 'Expected a video that can be played.', {cause});
  }
  if (video.videoWidth === 0) {
    close();
    throw new SourceError('unreadable', 'Expected a video with a picture, but it has sound only.');
  }
  return {
    kind: 'video',
    title,
    facesPerson: false,
    size: () => ({width: video.videoWidth, height: video.videoHeight}),
    onFrame: (listener) => onVideoFrame(video, listener),
    frame: (timeMs) => ({
      image: video,
      size: {width: video.videoWidth, height: video.videoHeight},
      timeMs,
      close: () => {},
    }),
    onHealth: () => () => {},
    resume: () => {},
    close,
  };
}

function loaded(video: HTMLVideoElement): Promise<void> {
  return new Promise((resolve, reject) => {
    video.onloadeddata = () => {
      resolve();
    };
    video.onerror = () => {
      reject(new Error(video.error?.message ?? 'Expected a video, but it does not load.'));
    };
  });
}
