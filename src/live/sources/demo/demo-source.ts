import mp4Url from '../../../../demo/film.mp4?url';
import webmUrl from '../../../../demo/film.webm?url';
import posterUrl from '../../../../demo/poster.jpg?url';
import {decodePicture} from '../decode-picture.ts';
import type {FrameSource} from '../frame-source.ts';
import {onVideoFrame} from '../video-frames.ts';
import {watchVideo} from '../video-health.ts';

/** The smaller file of the film; some browsers play only the other one. */
const WEBM = 'video/webm; codecs="vp9"';

/** Each side of the film, in pixels. */
const FILM_SIDE = 640;

/** What is left and right of the middle, or above and below it, is cut to this, in pixels. */
const SHORT_SIDE = 480;

/**
 * The built-in film, so that there is a moving picture without a camera and without a question: a person
 * in a garden, a loop made by our own code (`demo/`). It stands upright on upright screens. Until it plays,
 * and where it cannot, its first picture is there.
 *
 * @throws SourceError where not even that can be had
 */
export async function openDemo(portrait: boolean): Promise<FrameSource> {
  const [width, height] = portrait ? [SHORT_SIDE, FILM_SIDE] : [FILM_SIDE, SHORT_SIDE];
  const [left, top] = [(FILM_SIDE - width) / 2, (FILM_SIDE - height) / 2];
  const image = Object.assign(document.createElement('canvas'), {width, height});
  const context = image.getContext('2d', {alpha: false});
  if (!context) throw new Error('Expected a 2D canvas for the demo, but there is none.');
  const film = document.createElement('video');
  const src = film.canPlayType(WEBM) ? webmUrl : mp4Url;
  Object.assign(film, {muted: true, playsInline: true, loop: true, src});
  const health = watchVideo(film);
  void health.play();
  let stop: (() => void) | undefined;

  function close() {
    stop?.();
    health.dispose();
    film.pause();
    film.removeAttribute('src');
    film.load();
  }

  const poster = await decodePicture(new URL(posterUrl, location.href), FILM_SIDE).catch(
    (error: unknown) => {
      close();
      throw error;
    },
  );
  return {
    kind: 'demo',
    title: 'Demo',
    facesPerson: false,
    size: () => ({width, height}),
    onFrame(listener) {
      stop?.();
      const first = requestAnimationFrame(listener);
      const stopFilm = onVideoFrame(film, listener);
      stop = () => {
        cancelAnimationFrame(first);
        stopFilm();
      };
      return stop;
    },
    frame(timeMs) {
      const shown = film.readyState >= film.HAVE_CURRENT_DATA ? film : poster;
      context.drawImage(shown, left, top, width, height, 0, 0, width, height);
      return {image, size: {width, height}, timeMs, close() {}};
    },
    // A film that breaks off is no reason to leave: its first picture stays.
    onHealth: (listener) =>
      health.onHealth((now) => {
        listener(now === 'ended' ? 'live' : now);
      }),
    resume: () => void health.play(),
    close,
  };
}
