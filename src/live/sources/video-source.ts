import {explainFilm} from './explain-film.ts';
import {createFilmControl} from './film-control.ts';
import {firstPicture, pictureSize} from './first-picture.ts';
import type {FrameSource} from './frame-source.ts';
import {Limit} from './limit.ts';
import {ownFile} from './own-file.ts';
import {SourceError, type SourceProblem} from './source-error.ts';
import {onVideoFrame} from './video-frames.ts';
import {watchVideo} from './video-health.ts';

/** A video of which nothing comes for so long does not come, in milliseconds. */
const STALL_MS = 20_000;

/** However much comes, a picture is waited for no longer than so many times that. */
const MOST_STALLS = 6;

/**
 * Opens a video, from a file or from an address; it repeats, without sound, until told otherwise. Where the browser plays it
 * only after a click, it is open all the same, and its health says so.
 *
 * @param stallMs how long nothing may come
 * @throws SourceError
 */
export async function openVideo(
  address: Blob | URL,
  title: string,
  stallMs = STALL_MS,
): Promise<FrameSource> {
  const local = address instanceof Blob;
  const url = local ? URL.createObjectURL(address) : address.href;
  const video = document.createElement('video');
  Object.assign(video, {muted: true, playsInline: true, loop: true, crossOrigin: 'anonymous'});
  video.src = url;
  const health = watchVideo(video);
  const film = createFilmControl(video, health, local ? address : undefined);
  const close = () => {
    film.dispose();
    health.dispose();
    video.pause();
    video.removeAttribute('src');
    video.load();
    if (local) URL.revokeObjectURL(url);
  };
  const limit = new Limit(stallMs, MOST_STALLS * stallMs);
  try {
    video.addEventListener('progress', limit.renew);
    // At once: some browsers load nothing before. How it goes is told by the health.
    void health.play();
    await limit.hold(firstPicture(video, health));
    if (video.videoWidth === 0) throw new Error('Expected a video with a picture.');
  } catch (cause) {
    const broke = video.error !== null;
    close();
    if (cause instanceof SourceError) throw cause;
    const problem = await problemOf(address, broke, stallMs);
    throw new SourceError(problem, 'Expected a video that can be played.', {cause});
  } finally {
    video.removeEventListener('progress', limit.renew);
    limit.clear();
  }
  const size = pictureSize(video);
  return {
    kind: 'video',
    title,
    facesPerson: false,
    film,
    get sound() {
      return film.sound;
    },
    size,
    onFrame: (listener) => onVideoFrame(video, listener),
    frame: (timeMs) => ({image: video, size: size(), timeMs, close() {}}),
    onHealth: health.onHealth,
    resume: () => void health.play(),
    close,
  };
}

/** @param broke whether the browser gave the video up; else it plays it, without a picture */
async function problemOf(
  address: Blob | URL,
  broke: boolean,
  limitMs: number,
): Promise<SourceProblem> {
  const local = address instanceof Blob;
  const file = local ? address : await ownFile(address, limitMs);
  const found = file ? await explainFilm(file) : 'unreadable';
  if (found !== 'unreadable') return found;
  if (!broke) return 'no-picture';
  return local ? 'unreadable' : 'unreachable';
}
