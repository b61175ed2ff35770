import type {Engine} from '../../live/engine.ts';
import type {Recordings} from '../captures/recordings.ts';
import type {Exports} from '../exports/exports.ts';
import type {Learning} from '../learning/learning-actions.ts';
import {loadPart} from '../load-part.ts';
import type {Look} from '../look/look-table.ts';
import type {Looks} from '../look/looks.ts';
import {AppError} from '../notices/app-error.ts';
import type {Sound} from '../sound/sound.ts';
import {showSource} from '../sources/show-source.ts';
import type {Sources} from '../sources/sources.ts';
import type {AppState} from '../state.ts';
import type {Store} from '../store.ts';
import type {StyleLibrary} from '../styles/style-library.ts';
import {inPlainWords} from './in-plain-words.ts';
import type {PageApi} from './page-api.ts';

/** What the page API drives. */
export type PageApiParts = {
  store: Store<AppState>;
  canvas: HTMLCanvasElement;
  ready: Promise<void>;
  sources: Sources;
  looks: Looks;
  library: Promise<StyleLibrary>;
  recordings: Recordings;
  learn: Learning['learn'];
  engine: Promise<Engine>;
  snapshot: () => Promise<Blob>;
  exports: () => Promise<Exports>;
  sound: () => Promise<Sound>;
};

/** Makes `window.pastiche` of the studio's parts: what they throw becomes a sentence. */
export function createPageApi(parts: PageApiParts): PageApi {
  const {
    engine,
    store,
    canvas,
    ready,
    sources,
    looks,
    library,
    recordings,
    learn,
    snapshot,
    exports,
    sound,
  } = parts;

  async function plainly<Result>(run: () => Promise<Result>): Promise<Result> {
    try {
      return await run();
    } catch (cause) {
      throw inPlainWords(cause);
    }
  }

  return {
    ready,
    styles: () => store.get().styles.entries.map(({id, title, own}) => ({id, title, own})),
    setSource: (source) => plainly(() => showSource(sources, source)),
    setLook: (change) =>
      plainly(async () => {
        // A program may ask for an own style before those are there.
        await library;
        await looks.change(change);
      }),
    look: () => structuredClone(looks.current()) as Look,
    addStyle: (picture, title = '') => plainly(async () => (await library).add(picture, title)),
    learnStyle: (id, manner) =>
      plainly(async () => {
        await library;
        await learn(id, {manner});
      }),
    drive: (by) =>
      plainly(async () => {
        const {drive} = await loadPart(import('../sound/drive.ts'));
        await drive(store, await sound(), by);
      }),
    stats: () => ({...store.get().stats}),
    snapshot: () => plainly(snapshot),
    paintFilm: (film, choice) =>
      plainly(async () => {
        const file = film instanceof File ? film : new File([film], 'film');
        return (await (await exports()).films.paint(file, choice)) as File;
      }),
    paintPicture: (picture, choice) =>
      plainly(async () => (await exports()).pictures.paintFile(picture, choice)),
    startRecording: (options) => plainly(() => recordings.start(options)),
    stopRecording: () =>
      plainly(async () => {
        const blob = await recordings.claim();
        if (!blob) throw new AppError({key: 'capture.not-recording'});
        return blob;
      }),
    stream: () => canvas.captureStream(),
    streamWithSound: (options) =>
      plainly(async () => {
        const {streamWithSound} = await loadPart(import('./stream-with-sound.ts'));
        return streamWithSound({store, engine: await engine, canvas}, options);
      }),
  };
}
