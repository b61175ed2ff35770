import type {Catalogue} from '../../src/app/catalogue.ts';
import type {Notice} from '../../src/app/notices/notice.ts';
import {createNotices, type Notices} from '../../src/app/notices/notices.ts';
import type {AppState} from '../../src/app/state.ts';
import type {Store} from '../../src/app/store.ts';
import type {Engine} from '../../src/live/engine.ts';
import {sentence} from '../../src/words/say.ts';
import {catalogue} from './fake-catalogue.ts';
import {type FakeEngine, fakeEngine} from './fake-engine.ts';
import {fakeStore} from './fake-store.ts';

/** What features are made of, on an engine without a GPU. */
export type FakeStudio = {
  catalogue: Catalogue;
  store: Store<AppState>;
  notices: Notices;
  canvas: HTMLCanvasElement;
  engine: FakeEngine;
  /** The engine, as features get it. */
  painter: Promise<Engine>;
  /** The sentences shown, oldest first. */
  sentences(kind: Notice['kind']): string[];
};

/** Makes a studio as on a first visit. */
export function fakeStudio(): FakeStudio {
  const store = fakeStore();
  const canvas = Object.assign(document.createElement('canvas'), {width: 64, height: 48});
  const engine = fakeEngine(canvas);
  return {
    catalogue,
    store,
    notices: createNotices(store),
    canvas,
    engine,
    painter: Promise.resolve(engine as unknown as Engine),
    sentences: (kind) => sentencesOf(store.get(), kind),
  };
}

/** The sentences of a kind that are shown, oldest first. */
export function sentencesOf({notices}: AppState, kind: Notice['kind']): string[] {
  return notices.filter((notice) => notice.kind === kind).map(({message}) => sentence(message));
}

/** A picture of one colour, as a person may drop one. */
export async function colorFile(color: string, name = 'picture.png'): Promise<File> {
  const canvas = new OffscreenCanvas(8, 8);
  const context = canvas.getContext('2d')!;
  context.fillStyle = color;
  context.fillRect(0, 0, 8, 8);
  return new File([await canvas.convertToBlob()], name, {type: 'image/png'});
}
