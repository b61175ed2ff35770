import * as tf from '@tensorflow/tfjs-core';
import {adain, adainFeatures} from '../adain.ts';
import {featureOf} from '../decoder.ts';
import {encode} from '../encoder.ts';
import type {Feature, Features, Network, Picture} from '../network.ts';
import type {ChannelStatistics} from '../style-statistics.ts';
import {type BrushInputs, decodeToBrush} from './decode-with-brush.ts';
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

/** How far a camera has moved, in pixels. */
export type Motion = {right: number; down: number};

/** What one step looks at: pictures in the style's palette, with grain, sides in multiples of 16. */
export type FitBatch = {
  /** `[n, height, width, 3]` */
  contents: Picture;
  /**
   * The first scenes once more, as a camera that moved by whole pixels sees them: what is at (x, y) of
   * these is at (x + right, y + down) of the contents. Without, nothing asks for steadiness.
   */
  views?: Motion & {pictures: Picture};
};

/** All that a step needs of its batch: the same whatever the brush is. */
export type FitInputs = BrushInputs & {
  /** The AdaIN targets of the contents, in the loss network's last feature. */
  target: Feature;
  /** Of the views, which come after the contents; without, there are none. */
  motion?: Motion;
};

/**
 * Computes the inputs of a batch for a brush of these names; they belong to the caller.
 *
 * @param known those of its contents alone, where they are known and its views are asked for
 */
export function fitInputs(
  {network, lossNetwork, style, wanted}: FitTask,
  {contents, views}: FitBatch,
  brush: BrushTensors,
  known?: FitInputs,
): FitInputs {
  const toBrush = (pictures: Picture): BrushInputs =>
    decodeToBrush(network, adainFeatures(encode(network, pictures, runByForm), style), brush);
  return tf.tidy(() => {
    const ofContents = known ?? {...toBrush(contents), target: targetOf(contents)};
    return views ? withViews(ofContents, toBrush(views.pictures), views) : ofContents;
  });

  function targetOf(pictures: Picture): Feature {
    const deepest = wanted.at(-1);
    if (!deepest) throw new Error('Expected what the loss network sees of the style.');
    return adain(lossNetwork.deepest(pictures), deepest);
  }
}

/** Inputs of contents, and after them those of their views. */
function withViews(
  {before, added, target}: FitInputs,
  views: BrushInputs,
  {right, down}: Motion,
): FitInputs {
  const both: Features = {};
  for (const [level, feature] of Object.entries(added)) {
    both[level] = tf.concat([feature, featureOf(views.added, level)]);
  }
  return {
    before: tf.concat([before, views.before]),
    added: both,
    target: target.clone(),
    motion: {right, down},
  };
}
