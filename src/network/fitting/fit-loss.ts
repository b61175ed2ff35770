import * as tf from '@tensorflow/tfjs-core';
import type {Feature, Picture} from '../network.ts';
import {type ChannelStatistics, channelStatistics} from '../style-statistics.ts';
import type {FitInputs, FitTask, Motion} from './fit-inputs.ts';
import type {FitWeights} from './fit-weights.ts';

/** The terms of the loss, a scalar each. */
export type FitTerms = {
  /** The paper's equation 12: the distance from the AdaIN target, in the loss network's last feature. */
  target: tf.Scalar;
  /** Equation 13: the distance from the statistics of the whole style picture. */
  style: tf.Scalar;
  /** How much strokes change when the scene moves, root mean square. */
  steady: tf.Scalar;
  /** How far colours lie outside of what can be shown. */
  overshoot: tf.Scalar;
};

/** Pixels at the border that two views of a scene need not agree on. */
const BORDER = 8;

/**
 * How far one painting is from what is wanted: the terms that the loss network tells, as shares of the
 * means over `count` paintings.
 *
 * @param painting `[1, height, width, 3]`, clamped
 */
export function paintingTerms(
  {lossNetwork, wanted}: FitTask,
  painting: Picture,
  target: Feature,
  count: number,
): Pick<FitTerms, 'target' | 'style'> {
  const seen = lossNetwork.features(painting);
  const styles = seen.map((feature, level) => styleLoss(feature, known(wanted[level])));
  return {
    target: tf.div(tf.mean(tf.squaredDifference(known(seen.at(-1)), target)), count),
    style: tf.div(tf.addN(styles), count),
  };
}

/**
 * How far paintings are from each other where they show the same, and from what can be shown.
 *
 * @param raw of the contents and then of their views, not yet clamped
 */
export function pictureTerms(
  raw: Picture,
  {target, motion}: FitInputs,
): Pick<FitTerms, 'steady' | 'overshoot'> {
  const clamped: Picture = tf.clipByValue(raw, 0, 1);
  return {
    steady: motion ? steadiness(clamped, target.shape[0], motion) : tf.scalar(0),
    overshoot: tf.mean(tf.squaredDifference(raw, clamped)),
  };
}

/** The weighted sum of terms. */
export function fitLoss(terms: Partial<FitTerms>, weights: FitWeights): tf.Scalar {
  const names = Object.keys(terms) as (keyof FitTerms)[];
  return tf.tidy(() =>
    tf.addN(names.map((name) => tf.mul<tf.Scalar>(known(terms[name]), weights[name]))),
  );
}

/**
 * Squared differences of mean and deviation: the mean over the channels. Its gradient is a line a channel,
 * which passes over the feature twice; TensorFlow.js would do so a dozen times.
 */
function styleLoss(feature: Feature, wanted: ChannelStatistics): tf.Scalar {
  const run = tf.customGrad((x, save) => {
    const {mean, std} = channelStatistics(x as Feature);
    const [byMean, byStd] = [tf.sub(mean, wanted.mean), tf.sub(std, wanted.std)];
    (save as tf.GradSaveFunc)([x as Feature, mean, std]);
    return {
      value: tf.add<tf.Scalar>(tf.mean(tf.square(byMean)), tf.mean(tf.square(byStd))),
      gradFunc: (dy: tf.Scalar, saved: tf.Tensor[]) => {
        const [from, mu, sigma] = saved as [Feature, tf.Tensor4D, tf.Tensor4D];
        const share = tf.mul(dy, 2 / from.size);
        const slope = tf.mul(share, tf.div(tf.sub(sigma, wanted.std), sigma));
        const offset = tf.sub(tf.mul(share, tf.sub(mu, wanted.mean)), tf.mul(slope, mu));
        return tf.add(tf.mul(from, slope), offset);
      },
    };
  });
  return run(feature) as tf.Scalar;
}

function steadiness(paintings: Picture, count: number, {right, down}: Motion): tf.Scalar {
  const [all, height, width] = paintings.shape;
  const views = all - count;
  const inner: [number, number] = [height - 2 * BORDER, width - 2 * BORDER];
  const moved = tf.slice(paintings, [count, BORDER, BORDER, 0], [views, ...inner, 3]);
  const still = tf.slice(paintings, [0, BORDER + down, BORDER + right, 0], [views, ...inner, 3]);
  // The root, so that the last bit of trembling costs as much as the first.
  const errors = tf.mean(tf.squaredDifference(moved, still), [1, 2, 3]);
  return tf.div(tf.sum(tf.sqrt(tf.add(errors, 1e-6))), count);
}

function known<T>(value: T | undefined): T {
  if (value === undefined) throw new Error('Expected what the loss network sees of the style.');
  return value;
}
