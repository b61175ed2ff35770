import * as tf from '@tensorflow/tfjs-core';
import type {Architecture, ConvLayer, Layer} from '../architecture.ts';
import {featureOf} from '../decoder.ts';
import {runLayer} from '../layers.ts';
import type {Feature, Features, Network, Picture} from '../network.ts';
import type {ConvWeights} from './conv-forms.ts';
import {learningConv} from './convolution.ts';

/** What is learnt: kernels and biases as tensors, by their names in the network. */
export type BrushTensors = Record<string, tf.Tensor>;

/**
 * What comes before the brush in the decoder: the same whatever the brush is. It belongs to the caller.
 *
 * @param features by level, as `adain` has made them
 */
export function decodeToBrush(network: Network, features: Features, brush: BrushTensors): Feature {
  const {decoder, levels} = network.architecture;
  return tf.tidy(() => {
    let x = featureOf(features, levels.at(-1));
    for (const layer of decoder.slice(0, brushStart(network.architecture, brush))) {
      x = runLayer(network, `decoder/${layer.name}`, layer, x, addedTo(layer, features));
    }
    return x;
  });
}

/**
 * The rest, with gradients to the brush: pictures `[n, height, width, 3]` that are not clamped yet. What the
 * brush does not have is the network's own.
 *
 * @param before as `decodeToBrush` gives it
 */
export function decodeWithBrush(
  network: Network,
  before: Feature,
  features: Features,
  brush: BrushTensors,
): Picture {
  const {architecture} = network;
  const weight = <Rank extends tf.Rank>(name: string) =>
    (brush[name] as tf.Tensor<Rank> | undefined) ?? network.weight<Rank>(name);
  const weightsOf = (path: string): ConvWeights => ({
    kernel: weight<tf.Rank.R4>(`${path}/kernel`),
    bias: weight<tf.Rank.R1>(`${path}/bias`),
  });
  let x: Feature = before;
  for (const layer of architecture.decoder.slice(brushStart(architecture, brush))) {
    const path = `decoder/${layer.name}`;
    if (layer.op === 'residual') {
      const inner = learningConv(x, weightsOf(`${path}/conv1`), {relu: true});
      x = tf.relu(tf.add(x, learningConv(inner, weightsOf(`${path}/conv2`))));
    } else x = runConv(layer, x, weightsOf(path), addedTo(layer, features));
  }
  const {scale, offset} = architecture.output;
  return tf.add(tf.mul(x, scale), offset);
}

function runConv(
  {stride, upsample, relu}: ConvLayer,
  input: Feature,
  weights: ConvWeights,
  added: Feature | undefined,
): Feature {
  const output = learningConv(input, weights, {stride, upsample, relu: relu && !added});
  if (!added) return output;
  const sum: Feature = tf.add(output, added);
  return relu ? tf.relu(sum) : sum;
}

/** The number of the first layer of the decoder that the brush has something of. */
function brushStart({decoder}: Architecture, brush: BrushTensors): number {
  const names = Object.keys(brush);
  return decoder.findIndex(({name}) => names.some((it) => it.startsWith(`decoder/${name}/`)));
}

function addedTo(layer: Layer, features: Features): Feature | undefined {
  return layer.op === 'conv' && layer.add ? featureOf(features, layer.add) : undefined;
}

/** @throws where there is none of the name */
export function tensorOf<Rank extends tf.Rank>(brush: BrushTensors, name: string): tf.Tensor<Rank> {
  const tensor = brush[name];
  if (!tensor) throw new Error(`Expected a brush with ${name}, but it has none.`);
  return tensor as tf.Tensor<Rank>;
}
