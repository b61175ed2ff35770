import * as tf from '@tensorflow/tfjs';
import {beforeAll, describe, expect, it} from 'vitest';
import {
  createFitContents,
  disposeBatch,
  type FitContent,
  type FitContents,
  type FitCrops,
} from '../../../src/network/fitting/fit-contents.ts';
import {paletteOf} from '../../../src/network/palette.ts';
import {largestDifference} from '../golden.ts';
import {expectNoLeak} from '../tensors.ts';

const CROPS = {batches: 6, count: 2, side: 32};
const SCENES = [1, 2, 3].map((seed) =>
  painted((x, y) => [
    120 + 60 * Math.sin(x / (2 + seed)),
    100 + 50 * Math.cos(y / (3 + seed)),
    110 + 40 * Math.sin((x + y) / (4 + seed)),
  ]),
);
const STYLE = paletteOf(painted((x, y) => [150 + 20 * Math.sin(x), 120, 100 + (y % 9)]).pixels);
const FLAT = paletteOf(painted(() => [128, 128, 128]).pixels);

beforeAll(() => tf.setBackend('cpu'));

describe('a batch', () => {
  it('follows from its number', () => {
    const contents = createFitContents(SCENES, STYLE, CROPS);

    expect(valuesOf(contents.batch(3, true))).toEqual(valuesOf(contents.batch(3, true)));
    expect(valuesOf(contents.batch(3, true))).not.toEqual(valuesOf(contents.batch(4, true)));
  });

  it('is in the colours of the style', () => {
    const batch = createFitContents(SCENES, STYLE, {batches: 1, count: 8, side: 32}).batch(
      0,
      false,
    );
    const bytes = Uint8ClampedArray.from(
      Array.from({length: 8 * 32 * 32}, (_, place) =>
        [0, 1, 2, 3].map((c) => 3 * place + c),
      ).flat(),
      (at, index) => (index % 4 === 3 ? 255 : 255 * batch.contents.dataSync()[at]!),
    );
    disposeBatch(batch);

    const {mean} = paletteOf(bytes);
    mean.forEach((value, index) => expect(Math.abs(value - STYLE.mean[index]!)).toBeLessThan(0.02));
  });

  it('has the grain that frames get', () => {
    const grey = painted(() => [40, 40, 40]);
    const batch = createFitContents([grey], FLAT, CROPS).batch(0, false);
    const values = batch.contents.dataSync();

    // The same numbers are in the test of the recolourer.
    const row = [-7.0, -5.2, -3.5, 6.1, -2.6, 6.2, 4.5, 5.7];
    row.forEach((grain, point) => {
      expect(255 * values[3 * 4 * point]! - 128).toBeCloseTo(grain, 0);
    });
    disposeBatch(batch);
  });

  it('shows its scenes a second time, moved', () => {
    const contents = createFitContents(SCENES, paletteOf(SCENES[0]!.pixels), CROPS);
    const moved = [0, 1, 2, 3, 4, 5].filter((number) => {
      const batch = contents.batch(number, true);
      const {pictures, right, down} = batch.views!;
      const at = (of: tf.Tensor4D, x: number, y: number) =>
        of.slice([0, y, x, 0], [2, 16, 16, 3]).dataSync();
      const view = at(pictures, 8, 8);
      const still = at(batch.contents, 8 + right, 8 + down);
      const unmoved = at(batch.contents, 8, 8);
      disposeBatch(batch);

      // Grain stands still while the scene moves, and noise is new.
      expect(largestDifference(still, view)).toBeLessThan(26 / 255);
      if (right === 0 && down === 0) return false;
      expect(meanSquare(unmoved, view)).toBeGreaterThan(2 * meanSquare(still, view));
      return true;
    });

    expect(moved.length).toBeGreaterThan(3);
  });

  it('leaves nothing behind', () => {
    const contents = createFitContents(SCENES, STYLE, CROPS);

    expectNoLeak(() => disposeBatch(contents.batch(0, true)));
  });
});

it('shows all scenes, or as many as there are crops', () => {
  const widths = [1, 2, 4, 8];
  const stripes = widths.map((width) =>
    painted(
      (x) =>
        [0, 1, 2].map(() => (Math.floor(x / width) % 2 ? 240 : 20)) as [number, number, number],
    ),
  );
  const seenBy = (crops: FitCrops) => {
    const contents = createFitContents(stripes, STYLE, crops);
    const batches = Array.from({length: crops.batches}, (_, number) => edgesIn(contents, number));
    return new Set(batches.flat()).size;
  };

  expect(seenBy({batches: 3, count: 2, side: 32})).toBe(4);
  expect(seenBy({batches: 1, count: 2, side: 32})).toBe(2);
});

it('wants pictures that are large enough', () => {
  expect(() => createFitContents(SCENES, STYLE, {batches: 1, count: 1, side: 64})).toThrow(
    /68 pixels/,
  );
});

function meanSquare(one: ArrayLike<number>, other: ArrayLike<number>): number {
  const squares = Array.from(one, (value, at) => (value - other[at]!) ** 2);
  return squares.reduce((sum, square) => sum + square, 0) / squares.length;
}

/** How often the edges in the first row of each picture of a batch can be halved. */
function edgesIn(contents: FitContents, number: number): number[] {
  const batch = contents.batch(number, false);
  const rows = batch.contents.slice([0, 0, 0, 0], [-1, 1, -1, 1]).squeeze([1, 3]).arraySync();
  disposeBatch(batch);
  return (rows as number[][]).map((row) => {
    const edges = row.filter((value, x) => Math.abs(value - (row[x - 1] ?? value)) > 0.1);
    return Math.ceil(Math.log2(edges.length));
  });
}

function valuesOf(batch: ReturnType<ReturnType<typeof createFitContents>['batch']>) {
  const values = [...batch.contents.dataSync(), ...batch.views!.pictures.dataSync()];
  disposeBatch(batch);
  return values;
}

function painted(colorAt: (x: number, y: number) => [number, number, number]): FitContent {
  const [width, height] = [64, 48];
  const pixels = new Uint8ClampedArray(width * height * 4).fill(255);
  for (let place = 0; place < width * height; place++) {
    pixels.set(colorAt(place % width, Math.floor(place / width)), 4 * place);
  }
  return {pixels, width, height};
}
