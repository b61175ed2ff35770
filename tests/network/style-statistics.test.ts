import * as tf from '@tensorflow/tfjs';
import {beforeAll, describe, expect, it} from 'vitest';
import {
  channelStatistics,
  readStatistics,
  styleStatistics,
} from '../../src/network/style-statistics.ts';
import {expectNoLeak, toyNetwork, toyPicture} from './tensors.ts';

describe('channelStatistics', () => {
  beforeAll(() => tf.setBackend('cpu'));

  it('gives mean and biased deviation of each channel', () => {
    tf.tidy(() => {
      const feature = tf.tensor4d([1, 10, 3, 10, 5, 10, 7, 10], [1, 2, 2, 2]);
      const {mean, std} = channelStatistics(feature);

      expect([...mean.dataSync()]).toEqual([4, 10]);
      expect(std.dataSync()[0]).toBeCloseTo(Math.sqrt(5), 5);
      // What a constant channel gets: the root of the epsilon.
      expect(std.dataSync()[1]).toBeCloseTo(Math.sqrt(1e-5), 6);
    });
  });

  it('holds deviations of a thousand', () => {
    tf.tidy(() => {
      const {std} = channelStatistics(tf.tensor4d([-1000, 1000, -1000, 1000], [1, 2, 2, 1]));
      expect(std.dataSync()[0]).toBeCloseTo(1000, 2);
    });
  });
});

describe('styleStatistics', () => {
  it.each([
    ['swift', {f2: 8, f3: 16, f4: 32}],
    ['vgg19', {relu4_1: 32}],
  ])('gives as many numbers as the levels of %s have channels', (name, channels) => {
    const network = toyNetwork(name);
    const statistics = tf.tidy(() => readStatistics(styleStatistics(network, toyPicture(32, 48))));
    network.dispose();

    const lengths = Object.entries(statistics).map(([level, {mean}]) => [level, mean.length]);
    expect(Object.fromEntries(lengths)).toEqual(channels);
  });

  it('leaves nothing behind but its result', () => {
    const network = toyNetwork();
    expectNoLeak(() => {
      const picture = toyPicture(16, 16);
      tf.dispose([styleStatistics(network, picture), picture]);
    });
    network.dispose();
  });
});
