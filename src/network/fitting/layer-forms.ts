import * as tf from '@tensorflow/tfjs-core';
import type {ConvLayer, Layer} from '../architecture.ts';
import {runLayer} from '../layers.ts';
import type {Feature, Network} from '../network.ts';
import {formOf, plainConv} from './conv-forms.ts';
import type {ConvWeights} from './tap-convolution.ts';

/** What is learnt: kernels and biases as tensors, by their names in the network. */
export type BrushTensors = Record<string, tf.Tensor>;

/** What the way back through a layer takes: what comes in, what is inside of a residual, and what comes out. */
export type LayerTrace = {input: Feature; inner?: Feature; output: Feature};

/** The weights of a layer, or of a part of a residual. */
export type WeightsOf = (part?: '' | '/conv1' | '/conv2') => ConvWeights;

/** Those of a brush where it has them, else the network's own. */
export function weightsAt(network: Network, path: string, brush: BrushTensors = {}): WeightsOf {
  const weight = <Rank extends tf.Rank>(name: string) =>
    (brush[name] as tf.Tensor<Rank> | undefined) ?? network.weight<Rank>(name);
  return (part = '') => ({
    kernel: weight<tf.Rank.R4>(`${path}${part}/kernel`),
    bias: weight<tf.Rank.R1>(`${path}${part}/bias`),
  });
}

/** `runLayer` by the forms of convolutions that fits take, which are faster. */
export const runByForm: typeof runLayer = (network, path, layer, input, added) => {
  // None of the networks that styles are learnt for has one.
  if (layer.op === 'conv' && layer.pool) return runLayer(network, path, layer, input, added);
  return tf.tidy(() => traceLayer(layer, input, weightsAt(network, path), added).output);
};

/** Runs a layer, and keeps what the way back takes. */
export function traceLayer(
  layer: Layer,
  input: Feature,
  weightsOf: WeightsOf,
  added?: Feature,
): LayerTrace {
  return layer.op === 'residual'
    ? traceResidual(input, weightsOf)
    : traceConv(layer, input, weightsOf(), added);
}

function traceResidual(input: Feature, weightsOf: WeightsOf): LayerTrace {
  const inner = plainConv.forward(input, weightsOf('/conv1'), true);
  const sum: Feature = tf.add(input, plainConv.forward(inner, weightsOf('/conv2'), false));
  return {input, inner, output: tf.relu(sum)};
}

function traceConv(
  layer: ConvLayer,
  input: Feature,
  weights: ConvWeights,
  added: Feature | undefined,
): LayerTrace {
  const output = formOf(layer).forward(input, weights, layer.relu && !added);
  if (!added) return {input, output};
  const sum: Feature = tf.add(output, added);
  return {input, output: layer.relu ? tf.relu(sum) : sum};
}

/** @throws where there is none of the name */
export function tensorOf<Rank extends tf.Rank>(brush: BrushTensors, name: string): tf.Tensor<Rank> {
  const tensor = brush[name];
  if (!tensor) throw new Error(`Expected a brush with ${name}, but it has none.`);
  return tensor as tf.Tensor<Rank>;
}
