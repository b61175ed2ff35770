import * as tf from '@tensorflow/tfjs-core';
import {adain} from '../adain.ts';
import {encode} from '../encoder.ts';
import type {Feature, Features, Network, Picture} from '../network.ts';
import {type ChannelStatistics, channelStatistics} from '../style-statistics.ts';
import {decodeToBrush} from './decode-with-brush.ts';
import type {FitWeights} from './fit-weights.ts';
import {type BrushTensors, runByForm} from './layer-forms.ts';
import type {LossNetwork} from './loss-lite.ts';

/** What a brush is fitted to, and with what. */
export type FitTask = {
  network: Network;
  lossNetwork: LossNetwork;
  /** The style as the network sees it, by level, as tensors. */
  style: Record<string, ChannelStatistics>;
  /** The style as the loss network sees it, of its four features. */
  wanted: readonly ChannelStatistics[];
  weights: FitWeights;
};

/** What one step looks at: pictures in the style's palette, with grain, sides in multiples of 16. */
export type FitBatch = {
  /** `[n, height, width, 3]` */
  contents: Picture;
  /**
   * The first scenes once more, as a camera that moved by whole pixels sees them: what is at (x, y) of
   * these is at (x + right, y + down) of the contents. Without, nothing asks for steadiness.
   */
  views?: {pictures: Picture; right: number; down: number};
};

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

/** All that a step needs and that no gradient goes through. */
export type FitInputs = {
  /** What comes into the brush. */
  before: Feature;
  /** After AdaIN, by level. */
  features: Features;
  /** The AdaIN targets of the contents, in the loss network's last feature. */
  target: Feature;
};

/** Computes the inputs of a batch for a brush of these names; they belong to the caller. */
export function fitInputs(
  {network, lossNetwork, style, wanted}: FitTask,
  {contents, views}: FitBatch,
  brush: BrushTensors,
): FitInputs {
  return tf.tidy(() => {
    const features: Features = {};
    const pictures = views ? tf.concat([contents, views.pictures]) : contents;
    for (const [level, feature] of Object.entries(encode(network, pictures, runByForm))) {
      features[level] = adain(feature, statisticsAt(style, level));
    }
    const target = adain(lossNetwork.deepest(contents), known(wanted.at(-1)));
    return {before: decodeToBrush(network, features, brush), features, target};
  });
}

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
  {contents, views}: FitBatch,
): Pick<FitTerms, 'steady' | 'overshoot'> {
  const clamped: Picture = tf.clipByValue(raw, 0, 1);
  return {
    steady: views ? steadiness(clamped, contents.shape[0], views) : tf.scalar(0),
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

function steadiness(
  paintings: Picture,
  count: number,
  {right, down}: NonNullable<FitBatch['views']>,
): tf.Scalar {
  const [all, height, width] = paintings.shape;
  const views = all - count;
  const inner: [number, number] = [height - 2 * BORDER, width - 2 * BORDER];
  const moved = tf.slice(paintings, [count, BORDER, BORDER, 0], [views, ...inner, 3]);
  const still = tf.slice(paintings, [0, BORDER + down, BORDER + right, 0], [views, ...inner, 3]);
  // The root, so that the last bit of trembling costs as much as the first.
  const errors = tf.mean(tf.squaredDifference(moved, still), [1, 2, 3]);
  return tf.div(tf.sum(tf.sqrt(tf.add(errors, 1e-6))), count);
}

function statisticsAt(style: FitTask['style'], level: string): ChannelStatistics {
  const statistics = style[level];
  if (!statistics) throw new Error(`Expected style statistics of level "${level}".`);
  return statistics;
}

function known<T>(value: T | undefined): T {
  if (value === undefined) throw new Error('Expected what the loss network sees of the style.');
  return value;
}
