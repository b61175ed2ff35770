import * as tf from '@tensorflow/tfjs-core';
import type {Feature} from '../network.ts';
import {foldBorder, padded, zeroPadded} from './borders.ts';
import {joinPhases, phaseKernel, phaseKernelGradient, splitPhases} from './phases.ts';
import {
  type ConvWeights,
  fusedConv,
  spreadBack,
  spreadBackBy2,
  tapGradients,
} from './tap-convolution.ts';

/** What a convolution does to the size: it may double it first, by repeating pixels. */
export type ConvShape = {stride?: 1 | 2; upsample?: boolean};

/** A form of a 3×3 convolution with one pixel of reflection padding and a bias. Results belong to the caller. */
export type ConvForm = {
  forward(x: Feature, weights: ConvWeights, relu: boolean): Feature;
  /** The gradient to the input, of that to the output before a ReLU. */
  inputGradient(dy: Feature, kernel: tf.Tensor4D): Feature;
  kernelGradient(x: Feature, dy: Feature): tf.Tensor4D;
};

/** Of stride 1. */
export const plainConv = tidied({
  forward: (x, weights, relu) => fusedConv(padded(x, 'reflect'), weights, relu),
  inputGradient: (dy, kernel) => foldBorder(spreadBack(dy, kernel), 'reflect'),
  kernelGradient: (x, dy) => tapGradients(padded(x, 'reflect'), dy, 3),
});

/** Of stride 2; both sides are even. */
const halvingConv = tidied({
  forward: (x, weights, relu) => fusedConv(padded(x, 'reflect'), weights, relu, 2),
  // The last row and column were never reached: they stand for the padding after them.
  inputGradient: (dy, kernel) => foldBorder(spreadBackBy2(dy, kernel), 'reflect'),
  kernelGradient: (x, dy) => tapGradients(padded(x, 'reflect'), dy, 3, 2),
});

/** Of a map that is up-sampled first, by repeating pixels. */
const doublingConv = tidied({
  forward(x, {kernel, bias}, relu) {
    const weights = {kernel: phaseKernel(kernel), bias: tf.tile(bias, [4])};
    // What is reflected of an up-sampled map is the pixel that was repeated.
    const all = joinPhases(fusedConv(padded(x, 'symmetric'), weights, relu));
    const [n, height, width, outputs] = all.shape;
    return tf.slice(all, [0, 1, 1, 0], [n, height - 2, width - 2, outputs]);
  },
  inputGradient(dy, kernel) {
    const byPhase = spreadBack(splitPhases(zeroPadded(dy)), phaseKernel(kernel));
    return foldBorder(byPhase, 'symmetric');
  },
  kernelGradient(x, dy) {
    const byPhase = tapGradients(padded(x, 'symmetric'), splitPhases(zeroPadded(dy)), 2);
    return phaseKernelGradient(byPhase);
  },
});

/** @throws where there is no such form */
export function formOf({stride = 1, upsample = false}: ConvShape): ConvForm {
  if (stride === 1) return upsample ? doublingConv : plainConv;
  if (upsample) throw new Error('Expected a convolution that doubles or halves, but not both.');
  return halvingConv;
}

/** The gradient before a ReLU, of that after it. */
export function beforeRelu(dy: Feature, output: Feature): Feature {
  return tf.mul(dy, tf.step(output));
}

/** Frees what is made on the way. */
function tidied({forward, inputGradient, kernelGradient}: ConvForm): ConvForm {
  return {
    forward: (...given) => tf.tidy(() => forward(...given)),
    inputGradient: (...given) => tf.tidy(() => inputGradient(...given)),
    kernelGradient: (...given) => tf.tidy(() => kernelGradient(...given)),
  };
}
