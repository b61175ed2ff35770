import * as tf from '@tensorflow/tfjs';
import {beforeAll, describe, expect, it} from 'vitest';
import {
  createFitContents,
  disposeBatch,
  type FitContent,
} from '../../../src/network/fitting/fit-contents.ts';
import {paletteOf} from '../../../src/network/palette.ts';
import {largestDifference} from '../golden.ts';
import {expectNoLeak} from '../tensors.ts';

const CROPS = {count: 2, side: 32};
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
    const batch = createFitContents(SCENES, STYLE, {count: 8, side: 32}).batch(0, false);
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
    const batch = createFitContents(SCENES, STYLE, CROPS).batch(5, true);
    const {pictures, right, down} = batch.views!;
    const at = (of: tf.Tensor4D, x: number, y: number) =>
      of.slice([0, y, x, 0], [2, 16, 16, 3]).dataSync();
    const [still, moved] = [at(batch.contents, 8 + right, 8 + down), at(pictures, 8, 8)];

    expect([right, down]).not.toEqual([0, 0]);
    // Grain stands still while the scene moves, and noise is new.
    expect(largestDifference(still, moved)).toBeLessThan(26 / 255);
    const unmoved = largestDifference(at(batch.contents, 8, 8), moved);
    expect(unmoved).toBeGreaterThan(largestDifference(still, moved));
    disposeBatch(batch);
  });

  it('leaves nothing behind', () => {
    const contents = createFitContents(SCENES, STYLE, CROPS);

    expectNoLeak(() => disposeBatch(contents.batch(0, true)));
  });
});

it('wants pictures that are large enough', () => {
  expect(() => createFitContents(SCENES, STYLE, {count: 1, side: 64})).toThrow(/68 pixels/);
});

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
