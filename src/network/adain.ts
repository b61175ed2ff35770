import * as tf from '@tensorflow/tfjs-core';
import type {Feature, Features} from './network.ts';
import {type ChannelStatistics, channelStatistics} from './style-statistics.ts';

/**
 * Adaptive instance normalisation, blended with the content: (1 − α) x + α AdaIN(x, style), with
 * AdaIN(x, s) = σ(s) (x − μ(x)) / σ(x) + μ(s) (Huang & Belongie 2017, equations 8 and 14).
 * Written as one scale and one shift a channel, so that the feature is passed over only once.
 *
 * @param alpha 0 keeps the content as it is, 1 takes the style in full; 0…1
 */
export function adain(content: Feature, style: ChannelStatistics, alpha = 1): Feature {
  return tf.tidy(() => {
    const own = channelStatistics(content);
    const ratio = tf.div(style.std, own.std);
    const scale = tf.add(tf.mul(ratio, alpha), 1 - alpha);
    const shift = tf.mul(tf.sub(style.mean, tf.mul(own.mean, ratio)), alpha);
    return tf.add(tf.mul(content, scale), shift);
  });
}

/** The same of all levels; what is made belongs to the caller. */
export function adainFeatures(
  content: Features,
  style: Record<string, ChannelStatistics>,
  alpha = 1,
): Features {
  const features: Features = {};
  for (const [level, feature] of Object.entries(content)) {
    const statistics = style[level];
    if (!statistics) throw new Error(`Expected style statistics of level "${level}".`);
    features[level] = adain(feature, statistics, alpha);
  }
  return features;
}
