import * as tf from '@tensorflow/tfjs-core';
import {adainFeatures} from './adain.ts';
import {decode} from './decoder.ts';
import {encode} from './encoder.ts';
import type {Features, Network, Picture} from './network.ts';
import type {ChannelStatistics, StyleStatistics} from './style-statistics.ts';

/**
 * T(c, s, α) = g((1 − α) f(c) + α AdaIN(f(c), f(s))) (the paper's equation 14): the picture,
 * `[1, height, width, 3]` in [0, 1]. It belongs to the caller.
 *
 * @param style statistics of the style by level, as tensors
 */
export function stylize(
  network: Network,
  content: Picture,
  style: Record<string, ChannelStatistics>,
  alpha = 1,
): Picture {
  return tf.tidy(() => stylizeFeatures(network, encode(network, content), style, alpha));
}

/** The same from f(c), the features of the content by level, which stay the caller's. */
export function stylizeFeatures(
  network: Network,
  content: Features,
  style: Record<string, ChannelStatistics>,
  alpha: number,
): Picture {
  return tf.tidy(() => decode(network, adainFeatures(content, style, alpha)));
}

/** A style's statistics as tensors, `[1, 1, 1, channels]` each, which the caller disposes. */
export function statisticsTensors(style: StyleStatistics): Record<string, ChannelStatistics> {
  const levels = Object.entries(style).map(([level, {mean, std}]) => [
    level,
    {
      mean: tf.tensor4d(mean, [1, 1, 1, mean.length]),
      std: tf.tensor4d(std, [1, 1, 1, std.length]),
    },
  ]);
  return Object.fromEntries(levels) as Record<string, ChannelStatistics>;
}
