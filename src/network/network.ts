import * as tf from '@tensorflow/tfjs-core';
import type {Architecture} from './architecture.ts';
import {weightShapes} from './weight-specs.ts';
import {type Weights, WeightsError} from './weights.ts';

/** A picture: `[1, height, width, 3]`, RGB in [0, 1]. */
export type Picture = tf.Tensor4D;

/** What the encoder returns at a level: `[1, height, width, channels]`. */
export type Feature = tf.Tensor4D;

/** The features of a picture, by level. */
export type Features = Record<string, Feature>;

/** An architecture with its weights as tensors on the current backend. */
export type Network = {
  architecture: Architecture;
  /** The tensor of a name such as `encoder/conv1/kernel`; owned by the network. */
  weight<Rank extends tf.Rank>(name: string): tf.Tensor<Rank>;
  /** Frees the tensors; may be called twice. */
  dispose(): void;
};

/**
 * Puts weights onto the current backend. The caller disposes the network.
 *
 * @throws WeightsError if one is missing
 */
export function createNetwork(architecture: Architecture, weights: Weights): Network {
  const names = weightShapes(architecture).map(({name}) => name);
  const missing = names.filter((name) => !weights.has(name));
  if (missing.length > 0) throw new WeightsError(`Expected the weights ${missing.join(', ')}.`);

  const tensors = new Map<string, tf.Tensor>();
  for (const name of names) {
    const {values, shape} = weights.get(name) as {values: Float32Array; shape: number[]};
    tensors.set(name, tf.keep(tf.tensor(values, shape)));
  }
  return {
    architecture,
    weight<Rank extends tf.Rank>(name: string) {
      const tensor = tensors.get(name);
      if (!tensor) throw new Error(`Expected the weight ${name}, but the network has none.`);
      return tensor as tf.Tensor<Rank>;
    },
    dispose() {
      for (const tensor of tensors.values()) tensor.dispose();
      tensors.clear();
    },
  };
}
