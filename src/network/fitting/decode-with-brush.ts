import * as tf from '@tensorflow/tfjs-core';
import type {Architecture, Layer} from '../architecture.ts';
import {addedTo, featureOf} from '../decoder.ts';
import type {Feature, Features, Network, Picture} from '../network.ts';
import {beforeRelu, type ConvForm, formOf, plainConv} from './conv-forms.ts';
import {
  type BrushTensors,
  type LayerTrace,
  runByForm,
  traceLayer,
  weightsAt,
} from './layer-forms.ts';

/** What comes into the layers of a brush: the same whatever the brush is. */
export type BrushInputs = {
  /** Into the first of them. */
  before: Feature;
  /** The levels that some of them add. */
  added: Features;
};

/**
 * Runs the decoder up to the brush. What is made belongs to the caller.
 *
 * @param features by level, as `adain` has made them; some are passed on
 */
export function decodeToBrush(
  network: Network,
  features: Features,
  brush: BrushTensors,
): BrushInputs {
  const {decoder, levels} = network.architecture;
  const start = brushStart(network.architecture, brush);
  return tf.tidy(() => {
    let before = featureOf(features, levels.at(-1));
    for (const layer of decoder.slice(0, start)) {
      before = runByForm(network, `decoder/${layer.name}`, layer, before, addedTo(layer, features));
    }
    const added: Features = {};
    for (const layer of decoder.slice(start)) {
      if (layer.op === 'conv' && layer.add) added[layer.add] = featureOf(features, layer.add);
    }
    return {before, added};
  });
}

/** What a brush paints, and what the way back through its layers takes. It belongs to the caller. */
export type BrushPass = {
  /** Pictures `[n, height, width, 3]` that are not clamped yet. */
  raw: Picture;
  /** By layer of the brush: what comes in, what is inside of a residual, and what comes out. */
  traces: LayerTrace[];
};

/** The rest. What the brush does not have is the network's own. */
export function decodeWithBrush(
  network: Network,
  {before, added}: BrushInputs,
  brush: BrushTensors,
): BrushPass {
  return tf.tidy(() => {
    const traces: LayerTrace[] = [];
    for (const layer of brushLayers(network.architecture, brush)) {
      // What came in stays the caller's.
      const input = traces.at(-1)?.output ?? before.clone();
      const weightsOf = weightsAt(network, `decoder/${layer.name}`, brush);
      traces.push(traceLayer(layer, input, weightsOf, addedTo(layer, added)));
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
      const weightsOf = weightsAt(network, path, brush);
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

function brushLayers(architecture: Architecture, brush: BrushTensors): readonly Layer[] {
  return architecture.decoder.slice(brushStart(architecture, brush));
}

/** The number of the first layer of the decoder that the brush has something of. */
function brushStart({decoder}: Architecture, brush: BrushTensors): number {
  const names = Object.keys(brush);
  return decoder.findIndex(({name}) => names.some((it) => it.startsWith(`decoder/${name}/`)));
}
