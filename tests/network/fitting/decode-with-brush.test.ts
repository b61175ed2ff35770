import * as tf from '@tensorflow/tfjs';
import {afterAll, beforeAll, describe, expect, it} from 'vitest';
import {adain} from '../../../src/network/adain.ts';
import {decode} from '../../../src/network/decoder.ts';
import {encode} from '../../../src/network/encoder.ts';
import {brushNames} from '../../../src/network/fitting/brush-names.ts';
import {
  brushGradients,
  decodeToBrush,
  decodeWithBrush,
} from '../../../src/network/fitting/decode-with-brush.ts';
import type {BrushTensors} from '../../../src/network/fitting/layer-forms.ts';
import type {Features, Picture} from '../../../src/network/network.ts';
import {openToyFit} from './toy-fit.ts';

/** How far weights are moved along their gradient, in all. */
const STEP = 1e-4;

let toy: ReturnType<typeof openToyFit>;
let features: Features;

beforeAll(async () => {
  await tf.setBackend('cpu');
  toy = openToyFit();
  const {network, style} = toy.task;
  features = {};
  for (const [level, feature] of Object.entries(encode(network, toy.batch.contents))) {
    features[level] = adain(feature, style[level]!);
  }
});

afterAll(() => {
  tf.dispose(features);
  toy.dispose();
});

describe.each([
  ['the whole decoder', () => brushNames(toy.task.network.architecture)],
  ['its last layers', () => Object.keys(toy.brush)],
  ['a layer in its middle', () => ['decoder/up2/kernel', 'decoder/up2/bias']],
  ['biases alone', () => ['decoder/up1/bias', 'decoder/out/bias']],
])('a brush of %s', (_, namesOf) => {
  it('paints as the decoder with its weights, and has the gradient of its differences', () => {
    const {network} = toy.task;
    const names = namesOf();
    const weights = names.map((name) => tf.mul(network.weight(name), 0.9));
    const brush = byName(names, weights);
    const pass = decodeWithBrush(network, decodeToBrush(network, features, brush), brush);
    const learning = tf.valueAndGrad((raw) => sumOf(tf.clipByValue(raw as Picture, 0, 1)))(
      pass.raw,
    );
    const byBrush = brushGradients(network, pass, brush, learning.grad as Picture);
    const grads = names.map((name) => byBrush[name]!);
    const sumAt = (distance: number) => {
      const moved = weights.map((weight, index) => tf.add(weight, tf.mul(grads[index]!, distance)));
      const brush = byName(names, moved);
      const weight = (name: string) => brush[name] ?? network.weight(name);
      return valueOf(
        sumOf(decode({...network, weight: weight as typeof network.weight}, features)),
      );
    };

    expect(valueOf(learning.value)).toBeCloseTo(sumAt(0), 3);
    // Along the gradient, the slope is the square of its length.
    const square = valueOf(tf.addN(grads.map((each) => tf.sum(tf.square(each)))));
    const distance = STEP / Math.sqrt(square);
    const slope = (sumAt(distance) - sumAt(-distance)) / (2 * distance);
    expect(slope / square).toBeGreaterThan(0.98);
    expect(slope / square).toBeLessThan(1.02);
  });
});

function byName(names: readonly string[], tensors: readonly tf.Tensor[]): BrushTensors {
  return Object.fromEntries(names.map((name, index) => [name, tensors[index]!]));
}

function valueOf(scalar: tf.Tensor): number {
  return scalar.dataSync()[0]!;
}

/** A sum in which every pixel counts differently. */
function sumOf(picture: Picture): tf.Scalar {
  const counts = tf.randomNormal(picture.shape, 0, 1, 'float32', 7);
  return tf.sum(tf.mul(picture, counts));
}
