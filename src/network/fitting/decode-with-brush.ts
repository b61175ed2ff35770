import * as tf from '@tensorflow/tfjs-core';
import type {Architecture, ConvLayer, Layer} from '../architecture.ts';
import {featureOf} from '../decoder.ts';
import {runLayer} from '../layers.ts';
import type {Feature, Features, Network, Picture} from '../network.ts';
import {beforeRelu, type ConvForm, formOf, plainConv} from './conv-forms.ts';
import type {ConvWeights} from './tap-convolution.ts';

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

/** What a brush paints, and what the way back through its layers takes. It belongs to the caller. */
export type BrushPass = {
  /** Pictures `[n, height, width, 3]` that are not clamped yet. */
  raw: Picture;
  /** By layer of the brush: what comes in, what is inside of a residual, and what comes out. */
  traces: LayerTrace[];
};

type LayerTrace = {input: Feature; inner?: Feature; output: Feature};

/**
 * The rest. What the brush does not have is the network's own.
 *
 * @param before as `decodeToBrush` gives it
 */
export function decodeWithBrush(
  network: Network,
  before: Feature,
  features: Features,
  brush: BrushTensors,
): BrushPass {
  return tf.tidy(() => {
    const traces: LayerTrace[] = [];
    for (const layer of brushLayers(network.architecture, brush)) {
      const input = traces.at(-1)?.output ?? before;
      const weightsOf = weightsAt(network, brush, layer);
      traces.push(
        layer.op === 'residual'
          ? runResidual(input, weightsOf)
          : runConv(layer, input, weightsOf(), addedTo(layer, features)),
      );
    }
    const {scale, offset} = network.architecture.output;
    const raw: Picture = tf.add(tf.mul(traces.at(-1)?.output ?? before, scale), offset);
    return {raw, traces};
  });
}

/**
 * The gradients by the brush, of those by what it painted; they belong to the caller.
 *
 * @param gradient by `raw`
 */
export function brushGradients(
  network: Network,
  {traces}: BrushPass,
  brush: BrushTensors,
  gradient: Picture,
): BrushTensors {
  const layers = brushLayers(network.architecture, brush);
  return tf.tidy(() => {
    const gradients: BrushTensors = {};
    const learn = (path: string, form: ConvForm, from: Feature, dy: Feature) => {
      if (brush[`${path}/kernel`]) gradients[`${path}/kernel`] = form.kernelGradient(from, dy);
      if (brush[`${path}/bias`]) gradients[`${path}/bias`] = tf.sum(dy, [0, 1, 2]);
    };
    let dy: Feature = tf.mul(gradient, network.architecture.output.scale);
    for (const [index, {input, inner, output}] of [...traces.entries()].reverse()) {
      const layer = layers[index];
      if (!layer) throw new Error('Expected a pass of this brush.');
      const path = `decoder/${layer.name}`;
      const weightsOf = weightsAt(network, brush, layer);
      if (layer.op === 'residual' || layer.relu) dy = beforeRelu(dy, output);
      if (inner) {
        learn(`${path}/conv2`, plainConv, inner, dy);
        const within = beforeRelu(plainConv.inputGradient(dy, weightsOf('/conv2').kernel), inner);
        learn(`${path}/conv1`, plainConv, input, within);
        // What comes before the brush is not learnt.
        if (index === 0) break;
        dy = tf.add(dy, plainConv.inputGradient(within, weightsOf('/conv1').kernel));
      } else if (layer.op === 'conv') {
        const form = formOf(layer);
        learn(path, form, input, dy);
        if (index === 0) break;
        dy = form.inputGradient(dy, weightsOf().kernel);
      }
    }
    return gradients;
  });
}

function runResidual(input: Feature, weightsOf: WeightsOf): LayerTrace {
  const inner = plainConv.forward(input, weightsOf('/conv1'), true);
  const sum: Feature = tf.add(input, plainConv.forward(inner, weightsOf('/conv2'), false));
  return {input, inner, output: tf.relu(sum)};
}

function runConv(
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

type WeightsOf = (part?: '' | '/conv1' | '/conv2') => ConvWeights;

function weightsAt(network: Network, brush: BrushTensors, {name}: Layer): WeightsOf {
  const weight = <Rank extends tf.Rank>(path: string) =>
    (brush[path] as tf.Tensor<Rank> | undefined) ?? network.weight<Rank>(path);
  return (part = '') => ({
    kernel: weight<tf.Rank.R4>(`decoder/${name}${part}/kernel`),
    bias: weight<tf.Rank.R1>(`decoder/${name}${part}/bias`),
  });
}

function brushLayers(architecture: Architecture, brush: BrushTensors): readonly Layer[] {
  return architecture.decoder.slice(brushStart(architecture, brush));
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
