import {expect, type Mock, vi} from 'vitest';
import type {Paint, PaintAt} from '../../src/gpu/painter.ts';
import type {Size} from '../../src/gpu/size.ts';
import type {Engine, EngineStats} from '../../src/live/engine.ts';
import type {LoadedNetwork} from '../../src/network/load-network.ts';
import type {Palette} from '../../src/network/palette.ts';
import type {StyleCode} from '../../src/network/style-code.ts';
import type {StyleStatistics} from '../../src/network/style-statistics.ts';

/** What is measured of an engine without a GPU. */
export const STATS: EngineStats = {
  running: true,
  fps: 30,
  frameMs: 0,
  width: 64,
  height: 48,
  stylizer: 'graph',
  backend: 'webgl',
  tensors: 5,
};

/** An engine without a GPU that notes what it is told. */
export type FakeEngine = {
  analyzeStyle: Mock<
    (
      network: LoadedNetwork,
      picture: HTMLCanvasElement,
      size: Size,
      side: number,
    ) => Promise<StyleCode>
  >;
  addNetwork: Mock<(network: LoadedNetwork) => Promise<void>>;
  dispose: Mock<() => void>;
  every: Mock<Engine['every']>;
  expect: Mock<(network: LoadedNetwork, code: StyleCode) => void>;
  firstFrame: Promise<void>;
  frameTime: Mock<(network: LoadedNetwork, shortSide: number) => Promise<number>>;
  grab: Mock<(what: 'painting' | 'frame') => Promise<ImageBitmap | undefined>>;
  intervalMs: number;
  keepGoing: Mock<(yes: boolean) => void>;
  onPresented: Mock<(listener: (timeMs: number) => void) => () => void>;
  removeNetwork: Mock<(network: LoadedNetwork) => void>;
  repaint: Mock<() => void>;
  setFrozen: Mock<Engine['setFrozen']>;
  setPaintAt: Mock<(paintAt: PaintAt) => void>;
  setSize: Mock<Engine['setSize']>;
  setSource: Mock<Engine['setSource']>;
  setView: Mock<Engine['setView']>;
  stats: Mock<() => EngineStats>;
  /** What was to be painted each time the look had changed, oldest first. */
  paints: (Paint | undefined)[];
  /** What a frame of now would be painted with. */
  paint(): Paint | undefined;
  /** Draws a frame of this time on the canvas and tells those who listen. */
  present(timeMs: number): void;
  /** How many listen to frames. */
  readonly listening: number;
  /** How many of the pictures it has given are not closed yet. */
  readonly openPictures: number;
};

/** Makes an engine that draws a frame as a grey field. */
export function fakeEngine(canvas: HTMLCanvasElement): FakeEngine {
  const context = canvas.getContext('2d')!;
  const listeners = new Set<(timeMs: number) => void>();
  const grabbed: ImageBitmap[] = [];
  const paints: (Paint | undefined)[] = [];
  let paintAt: PaintAt = () => undefined;

  function draw() {
    context.fillStyle = 'grey';
    context.fillRect(0, 0, canvas.width, canvas.height);
  }

  return {
    addNetwork: vi.fn(() => Promise.resolve()),
    analyzeStyle: vi.fn((_network: LoadedNetwork, picture: HTMLCanvasElement) => {
      const {data} = picture.getContext('2d')!.getImageData(0, 0, 1, 1);
      return Promise.resolve({statistics: statisticsOfColor(...data.subarray(0, 3))});
    }),
    dispose: vi.fn(),
    every: vi.fn(() => () => {}),
    expect: vi.fn(),
    firstFrame: Promise.resolve(),
    frameTime: vi.fn(() => Promise.resolve(10)),
    grab: vi.fn(async () => {
      draw();
      const picture = await createImageBitmap(canvas);
      grabbed.push(picture);
      return picture;
    }),
    intervalMs: 1000 / 60,
    keepGoing: vi.fn(),
    onPresented: vi.fn((listener) => {
      listeners.add(listener);
      return () => listeners.delete(listener);
    }),
    removeNetwork: vi.fn(),
    repaint: vi.fn(() => {
      paints.push(paintAt(0));
    }),
    setFrozen: vi.fn(),
    setPaintAt: vi.fn((next: PaintAt) => {
      paintAt = next;
    }),
    setSize: vi.fn(),
    setSource: vi.fn(),
    setView: vi.fn(),
    stats: vi.fn(() => STATS),
    paints,
    paint: () => paintAt(0),
    present(timeMs) {
      draw();
      for (const listener of [...listeners]) listener(timeMs);
    },
    get listening() {
      return listeners.size;
    },
    get openPictures() {
      return grabbed.filter(({width}) => width > 0).length;
    },
  };
}

/** A network of which only the name matters, to an engine without a GPU. */
export function fakeNetwork(name = 'toy'): LoadedNetwork {
  const conv = {name: 'conv', inputs: 3, outputs: 3, stride: 1, upsample: false, relu: true};
  const layer = {op: 'conv', ...conv, pool: false};
  const architecture = {encoder: [{...layer, level: 'f4'}], decoder: [{...layer, name: 'out'}]};
  return {name, checksum: name, architecture} as unknown as LoadedNetwork;
}

/** Statistics by which a picture of one colour is known: the colour, 0…255. */
export function statisticsOfColor(...color: number[]): StyleStatistics {
  return {f4: {mean: Float32Array.from(color), std: Float32Array.of(1, 1, 1)}};
}

/** What a network knows of a picture of one colour. */
export function codeOfColor(...color: number[]): StyleCode {
  return {statistics: statisticsOfColor(...color)};
}

/** What is expected of such a picture once it is analysed: its palette is known, too. */
export function analyzedColor(...color: number[]): StyleCode {
  return {...codeOfColor(...color), palette: expect.anything() as Palette};
}
