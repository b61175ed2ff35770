import {mkdtemp, readFile, rm} from 'node:fs/promises';
import {tmpdir} from 'node:os';
import {join} from 'node:path';
import {afterEach, beforeEach, expect, it, vi} from 'vitest';
import type {StyleFit} from '../../models/fit/fit-style.ts';
import {writeBrush} from '../../models/fit/write-brush.ts';
import {type BrushManifest, createBrushes} from '../../src/network/load-brushes.ts';
import {paletteOf} from '../../src/network/palette.ts';
import {plainStyle} from '../../src/network/plain-style.ts';
import {randomNumbers} from '../random-numbers.ts';
import {randomWeights} from '../random-weights.ts';
import {toyArchitecture} from '../toy-architecture.ts';

const ARCHITECTURE = toyArchitecture();
const NETWORK = {
  name: 'toy',
  architecture: ARCHITECTURE,
  weights: randomWeights(ARCHITECTURE),
  checksum: 'abc',
};
const FACTS = {network: 'toy', side: 256, iterations: 3, toned: 0.5};
const [KERNEL, BIAS] = ['decoder/out/kernel', 'decoder/out/bias'];

let folder: string;

beforeEach(async () => {
  folder = await mkdtemp(join(tmpdir(), 'pastiche-test-'));
  vi.stubGlobal('isSecureContext', true);
  vi.stubGlobal('fetch', async (path: string) => new Response(await readFile(path)));
});
afterEach(async () => {
  vi.unstubAllGlobals();
  await rm(folder, {recursive: true});
});

it('writes what the app reads', async () => {
  const [waves, dots] = [fitOf(1), fitOf(2)];
  await writeBrush(folder, 'waves', waves, FACTS);
  await writeBrush(folder, 'dots', dots, FACTS);

  const brushes = open(['waves', 'dots']);
  const code = (await brushes.codeOf('waves'))!;
  const {brush, share, toned} = code.brushes![0]!;
  expect({share, toned}).toEqual({share: 1, toned: FACTS.toned});
  for (const [name, {values}] of waves.brush) {
    const own = NETWORK.weights.get(name)!.values;
    const step = Math.max(...values.map((value, index) => Math.abs(value - own[index]!))) / 127;
    brush.get(name)!.values.forEach((value, index) => {
      expect(Math.abs(value - values[index]!)).toBeLessThanOrEqual(0.51 * step + 1e-3);
    });
  }
  expect(code.palette!.tones[8]).toBeCloseTo(waves.palette.tones[8]!, 3);
  const sketch = (await brushes.sketchOf('dots'))!;
  expect(sketch).toEqual({...(await brushes.codeOf('dots'))!, brushes: undefined});
});

it('keeps the brushes that were there, unless they are of other facts', async () => {
  await writeBrush(folder, 'waves', fitOf(1), FACTS);
  await writeBrush(folder, 'dots', fitOf(2), FACTS);
  expect(Object.keys(await brushesListed())).toEqual(['dots', 'waves']);
  await writeBrush(folder, 'dots', fitOf(2), {...FACTS, iterations: 4});
  expect(Object.keys(await brushesListed())).toEqual(['dots']);
});

it('says where numbers are too large for their place', async () => {
  const fit = fitOf(1);
  const brush: StyleFit['brush'] = [[BIAS, {shape: [3], values: [1e6, 0, 0]}]];

  await expect(writeBrush(folder, 'waves', {...fit, brush}, FACTS)).rejects.toThrow(BIAS);
});

async function brushesListed(): Promise<BrushManifest['brushes']> {
  const text = await readFile(join(folder, 'brushes.json'), 'utf8');
  return (JSON.parse(text) as BrushManifest).brushes;
}

function open(styles: string[]) {
  return createBrushes(NETWORK, {
    manifestUrl: join(folder, 'brushes.json'),
    sketchesUrl: join(folder, 'sketches.bin'),
    urls: new Map(styles.map((style) => [style, join(folder, `${style}.bin`)])),
  });
}

/** A brush a little beside the network's own. */
function fitOf(seed: number): StyleFit {
  const random = randomNumbers(seed);
  const own = [KERNEL, BIAS].map((name): StyleFit['own'][number] => {
    const {shape, values} = NETWORK.weights.get(name)!;
    return [name, {shape, values: [...values]}];
  });
  const brush = own.map(([name, {shape, values}]): StyleFit['brush'][number] => [
    name,
    {shape, values: values.map((value) => value + random() - 0.5)},
  ]);
  const {mean, covariance, tones} = paletteOf(
    Uint8ClampedArray.from({length: 64}, () => 255 * random()),
  );
  return {
    checksum: NETWORK.checksum,
    own,
    brush,
    statistics: Object.fromEntries(
      Object.entries(plainStyle(ARCHITECTURE)).map(([level, {mean, std}]) => [
        level,
        {mean: [...mean], std: [...std]},
      ]),
    ),
    palette: {mean: [...mean], covariance: [...covariance], tones: [...tones]},
  };
}
