import * as tf from '@tensorflow/tfjs-core';
import {encode} from './encoder.ts';
import type {Feature, Network, Picture} from './network.ts';

/** Added to the variance before the root, so that a constant channel can be divided by. */
const EPSILON = 1e-5;

/** Deviations are taken in quarters: squares of up to 1,000 then stay within half floats. */
const VARIANCE_SCALE = 4;

/** Mean and standard deviation of each channel over space: `[1, 1, 1, channels]` each. */
export type ChannelStatistics = {mean: tf.Tensor4D; std: tf.Tensor4D};

/**
 * A style as the network sees it: mean and standard deviation of each channel, by level.
 * Plain numbers, so they can be kept, mixed and sent anywhere.
 */
export type StyleStatistics = Record<string, {mean: Float32Array; std: Float32Array}>;

/** μ and σ of the paper's equations 5 and 6 (biased); they belong to the caller. */
export function channelStatistics(feature: Feature): ChannelStatistics {
  return tf.tidy(() => {
    const mean: tf.Tensor4D = tf.mean(feature, [1, 2], true);
    const deviation = tf.div(tf.sub(feature, mean), VARIANCE_SCALE);
    const variance: tf.Tensor4D = tf.mean(tf.square(deviation), [1, 2], true);
    const std: tf.Tensor4D = tf.mul(
      tf.sqrt(tf.add(variance, EPSILON / VARIANCE_SCALE ** 2)),
      VARIANCE_SCALE,
    );
    // A half float may flush the epsilon to zero; the floor is what it stands for.
    return {mean, std: tf.maximum(std, Math.sqrt(EPSILON))};
  });
}

/**
 * f(s) as far as AdaIN needs it: the statistics of a style picture by level. They belong to the
 * caller, who reads them with `readStatistics`.
 *
 * @param picture `[1, height, width, 3]`, RGB in [0, 1]; not disposed
 */
export function styleStatistics(
  network: Network,
  picture: Picture,
): Record<string, ChannelStatistics> {
  return tf.tidy(() => {
    const statistics: Record<string, ChannelStatistics> = {};
    for (const [level, feature] of Object.entries(encode(network, picture))) {
      statistics[level] = channelStatistics(feature);
    }
    return statistics;
  });
}

/** Reads statistics as plain numbers; blocks until the backend has them. */
export function readStatistics(statistics: Record<string, ChannelStatistics>): StyleStatistics {
  const levels = Object.entries(statistics).map(([level, {mean, std}]) => [
    level,
    {mean: Float32Array.from(mean.dataSync()), std: Float32Array.from(std.dataSync())},
  ]);
  return Object.fromEntries(levels) as StyleStatistics;
}
