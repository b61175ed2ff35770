import * as tf from '@tensorflow/tfjs';
import {afterEach, beforeAll, describe, expect, it} from 'vitest';
import type {FitContent} from '../../../src/network/fitting/fit-contents.ts';
import {
  createFitter,
  FitFailedError,
  type FitRecipe,
  type Fitter,
  type FitterOptions,
} from '../../../src/network/fitting/fitter.ts';
import {paletteOf} from '../../../src/network/palette.ts';
import {plainStyle} from '../../../src/network/plain-style.ts';
import {readToy} from './toy-fit.ts';

const RECIPE: FitRecipe = {
  name: 'toy',
  steps: 6,
  batches: 2,
  count: 1,
  side: 32,
  rate: 3e-3,
  steadyShare: 0.5,
  styleWeight: 40,
};
const PICTURE = painted(48, 7);
const {network, lossWeights} = readToy();
const OPTIONS: FitterOptions = {
  network,
  lossWeights,
  style: {
    statistics: plainStyle(network.architecture),
    palette: paletteOf(PICTURE.pixels),
    picture: PICTURE,
  },
  contents: [painted(48, 1), painted(64, 2)],
  recipe: RECIPE,
  finished: () => Promise.resolve(),
  now: () => 0,
};

let open: Fitter[] = [];

beforeAll(() => tf.setBackend('cpu'));
afterEach(() => {
  for (const fitter of open) fitter.dispose();
  open = [];
});

describe('a fit', () => {
  it('learns, and asks for steadiness in its last part', async () => {
    const recipe = {...RECIPE, rate: 2e-2};
    const fitter = begin({recipe, contents: [painted(36, 3)]});
    const taken = [];
    for (let step = 0; step < RECIPE.steps; step++) taken.push(await fitter.step());

    expect(fitter.steps).toBe(RECIPE.steps);
    expect(taken.map(({steady}) => steady > 0)).toEqual([false, false, false, true, true, true]);
    expect(taken[2]!.style).toBeLessThan(0.9 * taken[0]!.style);
  });

  it('that goes on equals one that was not stopped', async () => {
    const whole = begin();
    for (let step = 0; step < 4; step++) await whole.step();
    const first = begin();
    for (let step = 0; step < 2; step++) await first.step();
    const second = begin({start: await first.read()});
    for (let step = 0; step < 2; step++) await second.step();

    expect(await second.read()).toEqual(await whole.read());
  });

  it.each<[string, FitContent]>([
    ['one colour', flat(48, [200, 30, 90, 255])],
    ['black', flat(48, [0, 0, 0, 255])],
    ['nothing, as it is transparent', flat(48, [0, 0, 0, 0])],
  ])('of %s stays within numbers', async (_, picture) => {
    const style = {...OPTIONS.style, picture, palette: paletteOf(picture.pixels)};
    const fitter = begin({style, recipe: {...RECIPE, rate: 2e-2}});
    for (let step = 0; step < RECIPE.steps; step++) {
      expect(Object.values(await fitter.step()).every(Number.isFinite)).toBe(true);
    }

    const {brush} = await fitter.read();
    expect([...brush.values()].every(({values}) => values.every(Number.isFinite))).toBe(true);
  });

  it('keeps what it had where the numbers are none any more', async () => {
    const [name, weight] = [...lossWeights][0]!;
    const spoilt = new Map(lossWeights).set(name, {
      ...weight,
      values: weight.values.map(() => NaN),
    });
    const fitter = begin({lossWeights: spoilt});
    const before = await fitter.read();

    await expect(fitter.step()).rejects.toThrow(FitFailedError);
    expect(await fitter.read()).toEqual(before);
  });

  it('keeps what it had where the GPU goes away', async () => {
    let lost = false;
    const finished = () => (lost ? Promise.reject(new Error('lost')) : Promise.resolve());
    const fitter = begin({finished, recipe: {...RECIPE, batches: 1}});
    await fitter.step();
    const tensors = tf.memory().numTensors;
    lost = true;

    await expect(fitter.step()).rejects.toThrow('lost');
    expect(fitter.steps).toBe(1);
    expect(tf.memory().numTensors).toBe(tensors);
  });

  it('lets others have a turn between its pieces, and can be given up there', async () => {
    let timeMs = 0;
    const fitter = begin({now: () => (timeMs += 5), recipe: {...RECIPE, batches: 1}});
    const turns: number[] = [];
    const note = (pieceMs: number) => Promise.resolve(void turns.push(pieceMs));
    await fitter.step(note);
    expect(turns).toEqual([5, 5, 5]);
    const tensors = tf.memory().numTensors;

    await expect(fitter.step(() => Promise.reject(new Error('enough')))).rejects.toThrow('enough');
    expect(fitter.steps).toBe(1);
    // The batch has come round again.
    await fitter.step(note);
    expect(turns).toHaveLength(5);
    expect(tf.memory().numTensors).toBe(tensors);
  });

  it('leaves nothing behind, wherever it ends', async () => {
    const before = tf.memory().numTensors;
    for (let steps = 0; steps < 3; steps++) {
      const fitter = createFitter(OPTIONS);
      for (let step = 0; step < steps; step++) await fitter.step();
      fitter.dispose();
      fitter.dispose();
      expect(tf.memory().numTensors).toBe(before);
    }
  });

  it('of another network is not gone on with', async () => {
    const start = await begin().read();
    const name = [...start.brush.keys()][0]!;
    const other = new Map(start.brush).set(name, {shape: [1], values: new Float32Array(1)});
    const before = tf.memory().numTensors;

    expect(() => createFitter({...OPTIONS, start: {...start, brush: other}})).toThrow(name);
    expect(tf.memory().numTensors).toBe(before);
  });
});

function begin(more: Partial<FitterOptions> = {}): Fitter {
  const fitter = createFitter({...OPTIONS, ...more});
  open.push(fitter);
  return fitter;
}
/** A picture of one colour. */
function flat(side: number, rgba: [number, number, number, number]): FitContent {
  const pixels = Uint8ClampedArray.from({length: side * side * 4}, (_, at) => rgba[at % 4] ?? 0);
  return {pixels, width: side, height: side};
}

function painted(side: number, seed: number): FitContent {
  const pixels = new Uint8ClampedArray(side * side * 4).fill(255);
  for (let place = 0; place < side * side; place++) {
    const [x, y] = [place % side, Math.floor(place / side)];
    pixels.set([128 + 90 * Math.sin(x / seed), 60 + 3 * y, (x * y * seed) % 256], 4 * place);
  }
  return {pixels, width: side, height: side};
}
