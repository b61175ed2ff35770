import * as tf from '@tensorflow/tfjs-core';
import {expect} from 'vitest';
import {
  createNetwork,
  type Feature,
  type Network,
  type Picture,
} from '../../src/network/network.ts';
import {randomWeights} from '../random-weights.ts';
import {toyArchitecture} from '../toy-architecture.ts';

/** A narrow network with random weights. */
export function toyNetwork(name = 'swift'): Network {
  const architecture = toyArchitecture(name);
  return createNetwork(architecture, randomWeights(architecture));
}

/** A picture of smooth colours that depends on the seed. */
export function toyPicture(height: number, width: number, seed = 0): Picture {
  const values = Float32Array.from({length: height * width * 3}, (_, index) => {
    const [x, y] = [Math.floor(index / 3) % width, Math.floor(index / 3 / width)];
    return 0.5 + 0.45 * Math.sin((0.3 + 0.1 * seed) * x + 0.2 * y * (1 + (index % 3)) + seed);
  });
  return tf.tensor4d(values, [1, height, width, 3]);
}

/** A feature whose channels have this mean and about this deviation. */
export function toyFeature(mean: number, deviation: number, seed = 0): Feature {
  const values = Float32Array.from(
    {length: 6 * 8 * 4},
    (_, index) => mean + deviation * wave(seed + index) * (1 + (index % 4)),
  );
  return tf.tensor4d(values, [1, 6, 8, 4]);
}

/** Expects `run` to leave as many tensors as there were. */
export function expectNoLeak(run: () => void): void {
  const before = tf.memory().numTensors;
  run();
  expect(tf.memory().numTensors).toBe(before);
}

/** A number in about [-1.7, 1.7] with mean 0 and deviation 1 that depends on the index alone. */
function wave(index: number): number {
  const value = Math.sin(index * 127.1 + 311.7) * 43758.5453;
  return (value - Math.floor(value) - 0.5) * Math.sqrt(12);
}
