import * as tf from '@tensorflow/tfjs-core';
import type {Feature} from '../network.ts';
import {beforeRelu, type ConvShape, formOf} from './conv-forms.ts';
import type {ConvWeights} from './tap-convolution.ts';

/**
 * A 3×3 convolution with one pixel of reflection padding and a bias, with gradients to the input alone:
 * the weights stay.
 *
 * @param input `[n, height, width, inputs]`, both sides even and at least 2
 */
export function frozenConv(
  input: Feature,
  weights: ConvWeights,
  {relu = false, ...shape}: ConvShape & {relu?: boolean} = {},
): Feature {
  const form = formOf(shape);
  const run = tf.customGrad((x, save) => {
    const value = form.forward(x as Feature, weights, relu);
    (save as tf.GradSaveFunc)([value]);
    return {
      value,
      gradFunc: (dy, saved) => {
        const [output] = saved as [Feature];
        const before = relu ? beforeRelu(dy as Feature, output) : (dy as Feature);
        return form.inputGradient(before, weights.kernel);
      },
    };
  });
  return run(input) as Feature;
}
