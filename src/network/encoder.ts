import * as tf from '@tensorflow/tfjs-core';
import {runLayer} from './layers.ts';
import type {Feature, Features, Network, Picture} from './network.ts';

/**
 * f(x): the features of a picture at every level. They belong to the caller.
 *
 * @param picture `[1, height, width, 3]`, RGB in [0, 1]; sides that are multiples of 16 keep the
 *   decoder's output the same size
 * @param run what runs a layer
 */
export function encode(network: Network, picture: Picture, run = runLayer): Features {
  const {encoder, input} = network.architecture;
  return tf.tidy(() => {
    const features: Features = {};
    let x: Feature = tf.add(tf.mul(picture, input.scale), input.offset);
    for (const layer of encoder) {
      x = run(network, `encoder/${layer.name}`, layer, x);
      if (layer.level) features[layer.level] = x;
    }
    return features;
  });
}
