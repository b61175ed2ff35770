import * as tf from '@tensorflow/tfjs-core';
import type {Feature} from '../network.ts';
import {
  type ConvForm,
  type ConvWeights,
  doublingConv,
  halvingConv,
  plainConv,
} from './conv-forms.ts';

/** How a convolution runs: it may double height and width first, by repeating pixels. */
export type ConvOptions = {stride?: 1 | 2; upsample?: boolean; relu?: boolean};

/**
 * A 3×3 convolution with one pixel of reflection padding and a bias, with gradients to the input alone:
 * the weights stay.
 *
 * @param input `[n, height, width, inputs]`, both sides even and at least 2
 */
export function frozenConv(
  input: Feature,
  weights: ConvWeights,
  options: ConvOptions = {},
): Feature {
  const form = formOf(options);
  const {relu = false} = options;
  const run = tf.customGrad((x, save) => {
    const value = tf.tidy(() => form.forward(x as Feature, weights, relu));
    (save as tf.GradSaveFunc)([value]);
    return {
      value,
      gradFunc: (dy, saved) => {
        const [output] = saved as [Feature];
        return form.inputGradient(beforeRelu(dy as Feature, output, relu), weights.kernel);
      },
    };
  });
  return run(input) as Feature;
}

/** The same with gradients to kernel and bias as well. */
export function learningConv(
  input: Feature,
  weights: ConvWeights,
  options: ConvOptions = {},
): Feature {
  const form = formOf(options);
  const {relu = false} = options;
  const run = tf.customGrad((x, kernel, bias, save) => {
    const learnt = {kernel: kernel as tf.Tensor4D, bias: bias as tf.Tensor1D};
    const value = tf.tidy(() => form.forward(x as Feature, learnt, relu));
    (save as tf.GradSaveFunc)([x as Feature, learnt.kernel, value]);
    return {
      value,
      gradFunc: (dy, saved) => {
        const [from, used, output] = saved as [Feature, tf.Tensor4D, Feature];
        const gradient = beforeRelu(dy as Feature, output, relu);
        return [
          form.inputGradient(gradient, used),
          form.kernelGradient(from, gradient),
          tf.sum(gradient, [0, 1, 2]),
        ];
      },
    };
  });
  return run(input, weights.kernel, weights.bias) as Feature;
}

/** @throws where there is no such form */
function formOf({stride = 1, upsample = false}: ConvOptions): ConvForm {
  if (stride === 1) return upsample ? doublingConv : plainConv;
  if (upsample) throw new Error('Expected a convolution that doubles or halves, but not both.');
  return halvingConv;
}

function beforeRelu(dy: Feature, output: Feature, relu: boolean): Feature {
  return relu ? tf.mul(dy, tf.step(output)) : dy;
}
