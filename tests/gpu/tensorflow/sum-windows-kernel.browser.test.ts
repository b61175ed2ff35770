import * as tf from '@tensorflow/tfjs-core';
import {beforeAll, expect, it} from 'vitest';
import {FIT_KERNELS} from '../../../src/gpu/tensorflow/fit-kernels.ts';
import {registerKernels} from '../../../src/gpu/tensorflow/register-kernels.ts';
import {startTensorFlow} from '../../../src/gpu/tensorflow/tensorflow-backend.ts';
import {
  SUM_WINDOWS,
  sumWindows,
  type Window,
  type WindowSize,
} from '../../../src/network/fitting/sum-windows.ts';
import type {Feature} from '../../../src/network/network.ts';
import {openTestContext} from '../gl-fixture.ts';

const SHAPE: Feature['shape'] = [2, 5, 6, 12];

beforeAll(async () => {
  await startTensorFlow(openTestContext());
  registerKernels(FIT_KERNELS);
});

it.each<[string, number, Window[], WindowSize]>([
  ['of even places', 1, [window(0, 0, 0), window(1, 2, 4)], {height: 4, width: 4, channels: 4}],
  ['of odd places', 1, [window(0, 1, 2), window(1, 1, 8)], {height: 4, width: 4, channels: 4}],
  ['of an odd width', 1, [window(1, 0, 0), window(0, 1, 6)], {height: 3, width: 5, channels: 6}],
  ['of one window', 1, [window(2, 2, 10)], {height: 3, width: 4, channels: 2}],
  ['of odd channels', 3, [window(0, 0, 1), window(1, 1, 4)], {height: 3, width: 3, channels: 3}],
])('sums windows %s', async (_, draws, windows, size) => {
  const values = Float32Array.from({length: 2 * 5 * 6 * 12}, (__, index) => (index * 37) % 101);
  const x: Feature = tf.tensor4d(values, SHAPE);
  const profile = await tf.profile(() => sumWindows(x, windows, size));
  const sum = profile.result as Feature;

  expect(profile.kernels.filter(({name}) => name !== 'Reshape')).toHaveLength(draws);
  expect(profile.kernels.some(({name}) => name === SUM_WINDOWS)).toBe(draws === 1);
  expect(sum.shape).toEqual([2, size.height, size.width, size.channels]);
  expect([...(await sum.data())]).toEqual(expected(values, windows, size));
  // What TensorFlow.js fills its texels up with must count nothing.
  const total = expected(values, windows, size).reduce((all, each) => all + each, 0);
  expect((await tf.sum(sum).data())[0]).toBeCloseTo(total, 0);
});

function window(top: number, left: number, channel: number): Window {
  return {top, left, channel};
}

function expected(values: Float32Array, windows: Window[], size: WindowSize): number[] {
  const sums: number[] = [];
  const [n, rows, columns, all] = SHAPE;
  for (let image = 0; image < n; image++)
    for (let y = 0; y < size.height; y++)
      for (let x = 0; x < size.width; x++)
        for (let c = 0; c < size.channels; c++) {
          const parts = windows.map(({top, left, channel}) => {
            const pixel = (image * rows + y + top) * columns + x + left;
            return values[pixel * all + c + channel]!;
          });
          sums.push(parts.reduce((total, each) => total + each, 0));
        }
  return sums;
}
