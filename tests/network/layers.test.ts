import * as tf from '@tensorflow/tfjs';
import {beforeAll, describe, expect, it} from 'vitest';
import type {ConvLayer} from '../../src/network/architecture.ts';
import {runLayer} from '../../src/network/layers.ts';
import type {Network} from '../../src/network/network.ts';

const PLAIN: ConvLayer = {
  op: 'conv',
  name: 'layer',
  inputs: 1,
  outputs: 1,
  stride: 1,
  upsample: false,
  relu: false,
  pool: false,
};

/** A network of one 3×3 kernel, used by every layer, with a bias of 0.5. */
function oneKernel(kernel: number[]): Network {
  const tensors = {kernel: tf.tensor4d(kernel, [3, 3, 1, 1]), bias: tf.tensor1d([0.5])};
  return {
    weight: (name: string) => (name.endsWith('kernel') ? tensors.kernel : tensors.bias),
  } as unknown as Network;
}

/** The sum of all nine, so that every padded pixel counts. */
const SUM = Array<number>(9).fill(1);
/** The pixel itself. */
const IDENTITY = [0, 0, 0, 0, 1, 0, 0, 0, 0];

function run(layer: Partial<ConvLayer>, kernel: number[], rows: number[][], added?: number[][]) {
  const feature = (values: number[][]) =>
    tf.tensor4d(values.flat(), [1, values.length, values[0]!.length, 1]);
  return tf.tidy(() => {
    const result = runLayer(
      oneKernel(kernel),
      'layer',
      {...PLAIN, ...layer},
      feature(rows),
      added && feature(added),
    );
    return result.arraySync()[0]!.map((row) => row.map(([value]) => value));
  });
}

describe('runLayer', () => {
  beforeAll(() => tf.setBackend('cpu'));

  it('pads by reflection: the border pixel itself is not repeated', () => {
    // Around the 1 at the corner: 5 4 5 / 2 1 2 / 5 4 5.
    const [first] = run({}, SUM, [
      [1, 2, 3],
      [4, 5, 6],
      [7, 8, 9],
    ]);
    expect(first![0]).toBe(5 + 4 + 5 + 2 + 1 + 2 + 5 + 4 + 5 + 0.5);
  });

  it('takes every second pixel with stride 2', () => {
    const rows = [
      [1, 2, 3, 4],
      [5, 6, 7, 8],
    ];
    expect(run({stride: 2}, IDENTITY, rows)).toEqual([[1.5, 3.5]]);
  });

  it('repeats pixels before the convolution when it up-samples', () => {
    expect(
      run({upsample: true}, IDENTITY, [
        [1, 2],
        [3, 4],
      ]),
    ).toEqual([
      [1.5, 1.5, 2.5, 2.5],
      [1.5, 1.5, 2.5, 2.5],
      [3.5, 3.5, 4.5, 4.5],
      [3.5, 3.5, 4.5, 4.5],
    ]);
  });

  it('adds before the ReLU', () => {
    expect(
      run(
        {relu: true, add: 'x'},
        IDENTITY,
        [
          [1, 2],
          [3, 4],
        ],
        [
          [-5, 0],
          [-1, 1],
        ],
      ),
    ).toEqual([
      [0, 2.5],
      [2.5, 5.5],
    ]);
  });

  it('rounds an odd size up when it pools', () => {
    const rows = [
      [1, 2, 3],
      [4, 5, 6],
      [7, 8, 9],
    ];
    expect(run({pool: true}, IDENTITY, rows)).toEqual([
      [5.5, 6.5],
      [8.5, 9.5],
    ]);
  });

  it('repeats a side of a single pixel', () => {
    expect(run({}, SUM, [[2]])).toEqual([[18.5]]);
  });

  it('adds the input back in a residual layer', () => {
    const result = tf.tidy(() =>
      runLayer(
        oneKernel(IDENTITY),
        'layer',
        {op: 'residual', name: 'layer', channels: 1},
        tf.tensor4d([1, -3, 1, 1], [1, 2, 2, 1]),
      ).dataSync(),
    );
    // 1 + (ReLU(1.5) + 0.5) and ReLU(-3 + (ReLU(-2.5) + 0.5)).
    expect([...result]).toEqual([3, 0, 3, 3]);
  });
});
