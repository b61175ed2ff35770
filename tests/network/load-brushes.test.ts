import {createHash} from 'node:crypto';
import {afterEach, beforeEach, describe, expect, it, vi} from 'vitest';
import {type BrushManifest, createBrushes} from '../../src/network/load-brushes.ts';
import type {LoadedNetwork} from '../../src/network/load-network.ts';
import {randomWeights} from '../random-weights.ts';
import {toyArchitecture} from '../toy-architecture.ts';

const ARCHITECTURE = toyArchitecture();
const NETWORK: LoadedNetwork = {
  name: 'toy',
  architecture: ARCHITECTURE,
  weights: randomWeights(ARCHITECTURE),
  checksum: 'abc',
};
const STYLES = ['dots', 'waves'];
const KERNEL = 'decoder/out/kernel';
const BIAS = 'decoder/out/bias';

/** What a file holds: one convolution, the statistics of the levels, and the palette. */
const LAYOUT = [
  ...['f2', 'f3', 'f4'].flatMap((level, index) => [
    {name: `${level}/mean`, shape: [8 << index]},
    {name: `${level}/std`, shape: [8 << index]},
  ]),
  {name: 'palette/mean', shape: [3]},
  {name: 'palette/covariance', shape: [3, 3]},
  {name: 'palette/tones', shape: [17, 3]},
  {name: KERNEL, shape: [3, 3, 4, 3]},
  {name: BIAS, shape: [3]},
];

let files: Map<string, BodyInit>;
let warnings: unknown[][];

beforeEach(() => {
  files = new Map();
  warnings = [];
  vi.stubGlobal('isSecureContext', true);
  vi.stubGlobal('fetch', (url: string) =>
    Promise.resolve(new Response(files.get(url) ?? null, {status: files.has(url) ? 200 : 404})),
  );
  vi.spyOn(console, 'warn').mockImplementation((...what: unknown[]) => void warnings.push(what));
});
afterEach(() => {
  vi.unstubAllGlobals();
  vi.restoreAllMocks();
});

it('gives all that is known of a style', async () => {
  serve();
  const brushes = open();

  expect(brushes.has('waves')).toBe(true);
  const code = (await brushes.codeOf('waves'))!;
  expect(code.statistics['f3']!.mean).toEqual(new Float32Array(16).fill(0.5));
  expect(code.palette!.covariance).toEqual(new Float32Array(9).fill(0.5));
  expect(code.palette!.tones).toEqual(new Float32Array(51).fill(0.5));
  expect(code.brushes).toHaveLength(1);
  const {brush, toned} = code.brushes![0]!;
  expect(toned).toBe(0.5);
  expect([...brush.keys()]).toEqual([KERNEL, BIAS]);
  // The network's own, and what the file has as the difference from it.
  const own = (name: string) => NETWORK.weights.get(name)!.values;
  expect(brush.get(KERNEL)!.values).toEqual(own(KERNEL).map((value) => value - 1.5));
  expect(brush.get(BIAS)!.values).toEqual(own(BIAS).map((value) => value + 0.5));
  expect(warnings).toEqual([]);
});

it('has the sketches of all styles in one file', async () => {
  serve();
  const brushes = open();
  const fetching = vi.spyOn(globalThis, 'fetch');

  for (const style of STYLES) {
    const sketch = (await brushes.sketchOf(style))!;
    expect(sketch).toEqual({...(await brushes.codeOf(style))!, brushes: undefined});
  }
  expect(await brushes.sketchOf('other')).toBeUndefined();
  expect(fetching.mock.calls.map(([url]) => url)).toEqual([
    'brushes.json',
    'sketches.bin',
    ...STYLES.map((style) => `${style}.bin`),
  ]);
  expect(warnings).toEqual([]);
});

it.each<[string, () => void]>([
  ['a file that is cut short', () => void files.set('sketches.bin', sketchesOf().slice(0, -2))],
  ['a file that is another than it claims to be', () => void files.set('sketches.bin', 'other')],
  ['no file', () => void files.delete('sketches.bin')],
])('does without sketches, and says so: %s', async (_, prepare) => {
  serve();
  prepare();
  const brushes = open();

  expect(await brushes.sketchOf('waves')).toBeUndefined();
  expect(await brushes.codeOf('waves')).toBeDefined();
  expect(warnings).toHaveLength(1);
});

it('tries again what could not be reached', async () => {
  serve();
  const brushes = open();
  const fetching = vi.spyOn(globalThis, 'fetch').mockRejectedValue(new TypeError('Offline.'));
  expect(await brushes.codeOf('waves')).toBeUndefined();
  expect(await brushes.sketchOf('waves')).toBeUndefined();
  expect(brushes.has('waves')).toBe(true);
  expect(warnings).toHaveLength(2);

  fetching.mockRestore();
  expect(await brushes.sketchOf('waves')).toBeDefined();
  expect(await brushes.codeOf('waves')).toBeDefined();
});

it('fetches what is expected ahead, and once', async () => {
  serve();
  const brushes = open();
  const fetching = vi.spyOn(globalThis, 'fetch');
  brushes.expect('waves');
  await vi.waitFor(() => expect(fetching).toHaveBeenCalledTimes(2));

  expect(await brushes.codeOf('waves')).toBeDefined();
  expect(fetching.mock.calls.map(([url]) => url)).toEqual(['brushes.json', 'waves.bin']);
  expect(await brushes.codeOf('waves')).toBeDefined();
  expect(fetching).toHaveBeenCalledTimes(3);
});

it('has nothing of a style that nothing was fitted to, nor of a network without brushes', async () => {
  serve();

  expect(open().has('other')).toBe(false);
  expect(await open().codeOf('other')).toBeUndefined();
  expect(await createBrushes(NETWORK, undefined).codeOf('waves')).toBeUndefined();
  expect(warnings).toEqual([]);
});

describe('what cannot be used is passed over, and the console says so once', () => {
  it.each<[string, () => void]>([
    ['a file that is cut short', () => serve({bytes: fileOf().slice(0, -2)})],
    ['a number that is none', () => serve({bytes: fileOf(NAN)})],
    ['a file that is another than it claims to be', () => serve({sha256: 'other'})],
    ['no file', () => void (serve(), files.delete('waves.bin'))],
    ['another kernel', () => serve({layout: reshaped(KERNEL, [3, 3, 3, 4])})],
    ['a layer of another network', () => serve({layout: renamed(KERNEL, 'decoder/none/kernel')})],
    ['no statistics', () => serve({layout: renamed('f3/mean', 'f9/mean')})],
    ['too few of them', () => serve({layout: reshaped('f3/mean', [4])})],
    ['no palette', () => serve({layout: renamed('palette/mean', 'palette/none')})],
  ])('%s', async (_, prepare) => {
    prepare();

    expect(await open().codeOf('waves')).toBeUndefined();
    expect(warnings).toHaveLength(1);
  });

  it.each<[string, () => void]>([
    ['the brushes of another network', () => serve({network: 'other'})],
    ['tones beyond those of the style', () => serve({toned: 1.5})],
    ['no manifest', () => void (serve(), files.delete('brushes.json'))],
    ['no JSON', () => void (serve(), files.set('brushes.json', '<!doctype html>'))],
    ['a manifest of something else', () => void (serve(), files.set('brushes.json', '{}'))],
  ])('%s, for all styles', async (_, prepare) => {
    prepare();
    const brushes = open();

    expect(await brushes.codeOf('waves')).toBeUndefined();
    expect(await brushes.codeOf('waves')).toBeUndefined();
    expect(brushes.has('waves')).toBe(false);
    expect(warnings).toHaveLength(1);
  });
});

it('goes by shapes where no checksum is to be had', async () => {
  vi.stubGlobal('isSecureContext', false);
  serve({network: 'other', sha256: 'other'});
  const brushes = createBrushes({...NETWORK, checksum: ''}, filesOf());

  expect(await brushes.codeOf('waves')).toBeDefined();
});

function open() {
  return createBrushes(NETWORK, filesOf());
}

function filesOf() {
  return {
    manifestUrl: 'brushes.json',
    sketchesUrl: 'sketches.bin',
    urls: new Map(STYLES.map((style) => [style, `${style}.bin`])),
  };
}

/** Puts the brushes of one style where they are fetched from. */
function serve({
  network = 'abc',
  layout = LAYOUT,
  bytes = fileOf(),
  sha256 = checksumOf(bytes),
  toned = 0.5,
} = {}) {
  const manifest: BrushManifest = {
    format: 2,
    network_sha256: network,
    toned,
    sketches: checksumOf(sketchesOf()),
    brushes: {dots: checksumOf(fileOf()), waves: sha256},
    weights: layout.map((spec) => ({...spec, quantization: {dtype: kindOf(spec)}})),
  };
  files.set('brushes.json', JSON.stringify(manifest));
  files.set('waves.bin', bytes);
  files.set('dots.bin', fileOf());
  files.set('sketches.bin', sketchesOf());
}

function checksumOf(bytes: ArrayBuffer): string {
  return createHash('sha256').update(new Uint8Array(bytes)).digest('hex');
}

/** A half, and not a number, as half floats. */
const [HALF, NAN] = [0x3800, 0x7e00];

/** The beginnings of the files of both styles: as many half floats as there are before the kernel. */
function sketchesOf(): ArrayBuffer {
  const size = 2 * (2 * (8 + 16 + 32) + 3 + 9 + 51);
  const sketch = new Uint8Array(fileOf()).slice(0, size);
  return Uint8Array.from([...sketch, ...sketch]).buffer;
}

/** A file all of whose half floats are the same, and all of whose bytes are -3. */
function fileOf(value = HALF): ArrayBuffer {
  const parts = LAYOUT.flatMap((spec) => {
    const count = spec.shape.reduce((product, side) => product * side, 1);
    if (kindOf(spec) === 'float16') return [new Uint16Array(count).fill(value)];
    return [new Uint16Array(spec.shape.at(-1)!).fill(value), new Int8Array(count).fill(-3)];
  });
  const bytes = parts.flatMap(({buffer}) => [...new Uint8Array(buffer)]);
  return Uint8Array.from(bytes).buffer;
}

function kindOf({shape}: {shape: number[]}): string {
  return shape.length === 4 ? 'int8' : 'float16';
}

function renamed(name: string, to: string) {
  return LAYOUT.map((spec) => (spec.name === name ? {...spec, name: to} : spec));
}

function reshaped(name: string, shape: number[]) {
  return LAYOUT.map((spec) => (spec.name === name ? {...spec, shape} : spec));
}
