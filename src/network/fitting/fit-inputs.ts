import * as tf from '@tensorflow/tfjs-core';
import {adain, adainFeatures} from '../adain.ts';
import {encode} from '../encoder.ts';
import type {Feature, Network, Picture} from '../network.ts';
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

/** Computes the inputs of a batch for a brush of these names; they belong to the caller. */
export function fitInputs(
  {network, lossNetwork, style, wanted}: FitTask,
  {contents, views}: FitBatch,
  brush: BrushTensors,
): FitInputs {
  return tf.tidy(() => {
    const pictures = views ? tf.concat([contents, views.pictures]) : contents;
    const features = adainFeatures(encode(network, pictures, runByForm), style);
    const deepest = wanted.at(-1);
    if (!deepest) throw new Error('Expected what the loss network sees of the style.');
    const target = adain(lossNetwork.deepest(contents), deepest);
    const motion = views && {motion: {right: views.right, down: views.down}};
    return {...decodeToBrush(network, features, brush), target, ...motion};
  });
}
