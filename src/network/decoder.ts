import * as tf from '@tensorflow/tfjs-core';
import type {Layer} from './architecture.ts';
import {runLayer} from './layers.ts';
import type {Feature, Features, Network, Picture} from './network.ts';

/**
 * g(t): the picture of features, `[1, height, width, 3]`, RGB in [0, 1]. It belongs to the caller.
 *
 * @param features by level, as `adain` has made them
 */
export function decode(network: Network, features: Features): Picture {
  const {decoder, levels, output} = network.architecture;
  return tf.tidy(() => {
    let x = featureOf(features, levels.at(-1));
    for (const layer of decoder) {
      x = runLayer(network, `decoder/${layer.name}`, layer, x, addedTo(layer, features));
    }
    return tf.clipByValue(tf.add(tf.mul(x, output.scale), output.offset), 0, 1);
  });
}

/** What a layer adds, where it does. */
export function addedTo(layer: Layer, features: Features): Feature | undefined {
  return layer.op === 'conv' && layer.add ? featureOf(features, layer.add) : undefined;
}

/** @throws where there is none of the level */
export function featureOf(features: Features, level = ''): Feature {
  const feature = features[level];
  if (!feature) throw new Error(`Expected a feature of level "${level}", but there is none.`);
  return feature;
}
