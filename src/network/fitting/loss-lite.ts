import * as tf from '@tensorflow/tfjs-core';
import type {Feature, Picture} from '../network.ts';
import {type ChannelStatistics, channelStatistics} from '../style-statistics.ts';
import {type Weights, WeightsError} from '../weights.ts';
import {frozenConv} from './frozen-conv.ts';
import type {ConvWeights} from './tap-convolution.ts';

/**
 * loss-lite: what VGG-19 sees in pictures, seen by a small network that was taught it; `loss_lite.py` in
 * `models/training/` has the layers as a list, and makes the weights.
 */
export type LossNetwork = {
  /**
   * The features of relu1_1, relu2_1, relu3_1 and relu4_1: `[n, height, width, 64]` to
   * `[n, height / 8, width / 8, 512]`. They belong to the caller.
   *
   * @param pictures `[n, height, width, 3]`, RGB in [0, 1], sides in multiples of 16
   */
  features(pictures: Picture): Feature[];
  /** The last of them alone. */
  deepest(pictures: Picture): Feature;
  /** Frees the weights; may be called twice. */
  dispose(): void;
};

/** Whose names the weights have, below `NAME/kernel` and `NAME/bias`. */
const LAYERS = [
  ...['conv1', 'down2', 'res2', 'head2', 'down3', 'res3a', 'head3'],
  ...['res3b', 'down4', 'res4', 'head4'],
] as const;

type Layer = (typeof LAYERS)[number];

/**
 * Puts the weights onto the current backend. The caller disposes the network.
 *
 * @throws WeightsError if one is missing
 */
export function createLossNetwork(weights: Weights): LossNetwork {
  const missing = LAYERS.flatMap((layer) => [`${layer}/kernel`, `${layer}/bias`]).filter(
    (name) => !weights.has(name),
  );
  if (missing.length > 0) throw new WeightsError(`Expected the weights ${missing.join(', ')}.`);
  const tensors = new Map<string, tf.Tensor>();
  for (const [name, {values, shape}] of weights)
    tensors.set(name, tf.keep(tf.tensor(values, shape)));

  function weightsOf(layer: Layer): ConvWeights {
    return {
      kernel: tensors.get(`${layer}/kernel`) as tf.Tensor4D,
      bias: tensors.get(`${layer}/bias`) as tf.Tensor1D,
    };
  }

  function conv(layer: Layer, x: Feature, stride: 1 | 2 = 1): Feature {
    return frozenConv(x, weightsOf(layer), {stride, relu: true});
  }

  function residual(layer: Layer, x: Feature): Feature {
    return tf.add(x, conv(layer, x));
  }

  /** 1×1, as a product of matrices, whose gradient is one, too. */
  function head(layer: Layer, x: Feature): Feature {
    const [n, height, width, inputs] = x.shape;
    const {kernel, bias} = weightsOf(layer);
    const outputs = kernel.shape[3];
    const product = tf.matMul(
      tf.reshape(x, [n * height * width, inputs]),
      tf.reshape(kernel, [inputs, outputs]),
    );
    return tf.reshape(tf.relu(tf.add(product, bias)), [n, height, width, outputs]);
  }

  /** The trunk at full size, at a half, a quarter and an eighth. */
  function trunk(pictures: Picture): [Feature, Feature, Feature, Feature] {
    const x1 = conv('conv1', pictures);
    const x2 = residual('res2', conv('down2', x1, 2));
    const x3 = residual('res3a', conv('down3', x2, 2));
    return [x1, x2, x3, residual('res4', conv('down4', residual('res3b', x3), 2))];
  }

  return {
    features(pictures) {
      const [f1, x2, x3, x4] = trunk(pictures);
      return [f1, head('head2', x2), head('head3', x3), head('head4', x4)];
    },
    deepest: (pictures) => tf.tidy(() => head('head4', trunk(pictures)[3])),
    dispose() {
      tf.dispose([...tensors.values()]);
      tensors.clear();
    },
  };
}

/** μ and σ of each feature of one picture; they belong to the caller. */
export function lossStatistics(network: LossNetwork, picture: Picture): ChannelStatistics[] {
  return tf.tidy(() => network.features(picture).map(channelStatistics));
}
