import type {Engine} from '../../live/engine.ts';
import {AppError} from '../notices/app-error.ts';
import type {AppState} from '../state.ts';
import type {Store} from '../store.ts';

/** What a window for the picture alone needs from the studio. */
export type PopOutParts = {
  store: Store<AppState>;
  canvas: HTMLCanvasElement;
  engine: Promise<Pick<Engine, 'onPresented' | 'keepGoing'>>;
};

/** The picture in a window of its own, which stays on top where the browser can do that. */
export type PopOut = {
  /**
   * Opens the window, in a click or key press, or closes it.
   *
   * @throws AppError where the browser opens none
   */
  toggle(): Promise<void>;
};

/** How wide the window is at first, in pixels. */
const WIDTH = 480;

/** Chromium and Firefox have it: https://wicg.github.io/document-picture-in-picture/ */
type WithPictureInPicture = {
  documentPictureInPicture?: {
    requestWindow(options: {width: number; height: number}): Promise<Window>;
  };
};

/** @param signal closes the window */
export function createPopOut({store, canvas, engine}: PopOutParts, signal: AbortSignal): PopOut {
  let out: Window | undefined;

  async function openWindow(): Promise<Window> {
    const height = Math.round((WIDTH * canvas.height) / canvas.width);
    const size = {width: WIDTH, height};
    const {documentPictureInPicture} = window as WithPictureInPicture;
    const opened = documentPictureInPicture
      ? await documentPictureInPicture.requestWindow(size).catch(() => null)
      : window.open('', 'pastiche', `popup,width=${WIDTH},height=${height}`);
    if (!opened) throw new AppError({key: 'view.no-window'});
    return opened;
  }

  async function show(opened: Window): Promise<void> {
    const painter = await engine;
    const picture = emptyPicture(opened.document);
    const context = picture.getContext('2d');
    const draw = () => {
      const {width, height} = canvas;
      if (picture.width !== width || picture.height !== height)
        Object.assign(picture, {width, height});
      context?.clearRect(0, 0, width, height);
      context?.drawImage(canvas, 0, 0);
    };
    const stopDrawing = painter.onPresented(draw);
    // The tab is out of sight as soon as another one is looked at.
    painter.keepGoing(true);
    opened.addEventListener(
      'pagehide',
      () => {
        stopDrawing();
        painter.keepGoing(false);
        out = undefined;
        store.patch('view', {poppedOut: false});
      },
      {once: true},
    );
    store.patch('view', {poppedOut: true});
  }

  signal.addEventListener('abort', () => {
    out?.close();
  });
  return {
    async toggle() {
      if (out) {
        out.close();
        return;
      }
      out = await openWindow();
      await show(out);
    },
  };
}

/** A canvas that fills a page, on a dark ground. */
function emptyPicture(page: Document): HTMLCanvasElement {
  const {title} = document;
  page.title = title;
  Object.assign(page.documentElement.style, {height: '100%', background: '#131216'});
  Object.assign(page.body.style, {height: '100%', margin: '0', overflow: 'hidden'});
  const picture = page.createElement('canvas');
  picture.role = 'img';
  picture.ariaLabel = title;
  Object.assign(picture.style, {width: '100%', height: '100%', objectFit: 'contain'});
  page.body.replaceChildren(picture);
  return picture;
}
