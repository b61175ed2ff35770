import mp4Url from '../../../../demo/film.mp4?url';
import webmUrl from '../../../../demo/film.webm?url';

/** A moment that does not come in this time does not come at all, in milliseconds. */
const LIMIT_MS = 10_000;

/**
 * Pictures of the built-in film, evenly over its length, on canvases of its size. Those that cannot be had
 * are left out.
 */
export async function demoMoments(count: number): Promise<HTMLCanvasElement[]> {
  const film = document.createElement('video');
  // The one that browsers seek in most precisely first.
  const src = film.canPlayType('video/mp4; codecs="avc1.42E01E"') ? mp4Url : webmUrl;
  Object.assign(film, {muted: true, playsInline: true, preload: 'auto', src});
  const moments: HTMLCanvasElement[] = [];
  try {
    await happened(film, 'loadeddata');
    for (let index = 0; index < count; index++) {
      film.currentTime = ((index + 0.5) / count) * film.duration;
      await happened(film, 'seeked');
      moments.push(drawn(film));
    }
  } catch {
    // What there is by now will do.
  }
  film.removeAttribute('src');
  film.load();
  return moments;
}

function drawn(film: HTMLVideoElement): HTMLCanvasElement {
  const {videoWidth: width, videoHeight: height} = film;
  const canvas = Object.assign(document.createElement('canvas'), {width, height});
  canvas.getContext('2d', {willReadFrequently: true})?.drawImage(film, 0, 0);
  return canvas;
}

function happened(film: HTMLVideoElement, event: string): Promise<void> {
  return new Promise((resolve, reject) => {
    const timer = setTimeout(reject, LIMIT_MS, new Error(`Expected ${event} of the demo film.`));
    const settle = (end: () => void) => () => {
      clearTimeout(timer);
      end();
    };
    film.addEventListener(event, settle(resolve), {once: true});
    film.addEventListener('error', settle(reject), {once: true});
  });
}
