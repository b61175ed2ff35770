import {type Mock, vi} from 'vitest';
import {initialState} from '../../src/app/initial-state.ts';
import {createNotices} from '../../src/app/notices/notices.ts';
import {readPageOptions} from '../../src/app/page/page-options.ts';
import {DEFAULT_SETTINGS} from '../../src/app/settings/settings.ts';
import type {AppState, Notice} from '../../src/app/state.ts';
import {createStore, type Store} from '../../src/app/store.ts';
import type {StudioContext} from '../../src/app/studio-context.ts';
import type {PaintAt, View} from '../../src/gpu/painter.ts';
import type {Engine} from '../../src/live/engine.ts';
import type {FrameSource} from '../../src/live/sources/frame-source.ts';
import type {LoadedNetwork} from '../../src/network/load-network.ts';
import type {StyleCode} from '../../src/network/style-code.ts';
import type {StyleStatistics} from '../../src/network/style-statistics.ts';

/** An engine without a GPU that notes what it is told. */
export type FakeEngine = {
  analyzeStyle: Mock<(model: LoadedNetwork, picture: HTMLCanvasElement) => Promise<StyleCode>>;
  setPaintAt: Mock<(paintAt: PaintAt) => void>;
  repaint: Mock<() => void>;
  addNetwork: Mock<(model: LoadedNetwork) => Promise<void>>;
  removeNetwork: Mock<(model: LoadedNetwork) => void>;
  frameTime: Mock<(model: LoadedNetwork, shortSide: number) => Promise<number>>;
  setSource: Mock<(source: FrameSource) => void>;
  setView: Mock<(view: View) => void>;
  setFrozen: Mock<(frozen: boolean) => void>;
  onPresented: Mock<(listener: (timeMs: number) => void) => () => void>;
  setSize: Mock<(size: number | 'auto') => void>;
  keepGoing: Mock<(keepsGoing: boolean) => void>;
  grab: Mock<(what: 'painting' | 'frame') => Promise<ImageBitmap | undefined>>;
  intervalMs: number;
};

/** What the parts of the studio share, on an engine without a GPU. */
export type FakeStudio = {
  context: StudioContext;
  store: Store<AppState>;
  engine: FakeEngine;
  /** The sentences shown, oldest first. */
  sentences(kind: Notice['kind']): string[];
};

/** Makes a studio in which `change` differs from a first visit. */
export function fakeStudio(change: Partial<AppState> = {}): FakeStudio {
  const first = initialState(readPageOptions(''), DEFAULT_SETTINGS);
  const store = createStore<AppState>({...first, ...change});
  const canvas = Object.assign(document.createElement('canvas'), {width: 64, height: 48});
  const engine = fakeEngine(canvas);
  const context: StudioContext = {
    store,
    notices: createNotices(store),
    canvas,
    engine: Promise.resolve(engine as unknown as Engine),
  };
  const sentences = (kind: Notice['kind']) =>
    store
      .get()
      .notices.filter((notice) => notice.kind === kind)
      .map(({text}) => text);
  return {context, store, engine, sentences};
}

/** A network of which only the name matters, to an engine without a GPU. */
export function fakeModel(name = 'toy'): LoadedNetwork {
  return {name, checksum: name} as LoadedNetwork;
}

/** Statistics by which a picture of one colour is known: the colour, 0…255. */
export function statisticsOfColor(...color: number[]): StyleStatistics {
  return {f4: {mean: Float32Array.from(color), std: Float32Array.of(1, 1, 1)}};
}

/** Makes an engine that draws a frame as a grey field. */
export function fakeEngine(canvas: HTMLCanvasElement): FakeEngine {
  const context = canvas.getContext('2d')!;
  return {
    analyzeStyle: vi.fn((_model: LoadedNetwork, picture: HTMLCanvasElement) => {
      const [red = 0, green = 0, blue = 0] = picture
        .getContext('2d')!
        .getImageData(0, 0, 1, 1).data;
      return Promise.resolve({statistics: statisticsOfColor(red, green, blue)});
    }),
    setPaintAt: vi.fn<(paintAt: PaintAt) => void>(),
    repaint: vi.fn(),
    addNetwork: vi.fn(() => Promise.resolve()),
    removeNetwork: vi.fn(),
    frameTime: vi.fn(() => Promise.resolve(10)),
    intervalMs: 1000 / 60,
    setSource: vi.fn<(source: FrameSource) => void>(),
    setView: vi.fn<(view: View) => void>(),
    setFrozen: vi.fn<(frozen: boolean) => void>(),
    onPresented: vi.fn(() => () => {}),
    setSize: vi.fn<(size: number | 'auto') => void>(),
    keepGoing: vi.fn<(keepsGoing: boolean) => void>(),
    grab: vi.fn(() => {
      context.fillStyle = 'grey';
      context.fillRect(0, 0, canvas.width, canvas.height);
      return createImageBitmap(canvas);
    }),
  };
}

/** A picture of one colour, as a person may drop one. */
export async function colorFile(color: string, name = 'picture.png'): Promise<File> {
  const canvas = new OffscreenCanvas(8, 8);
  const context = canvas.getContext('2d')!;
  context.fillStyle = color;
  context.fillRect(0, 0, 8, 8);
  return new File([await canvas.convertToBlob()], name, {type: 'image/png'});
}
