import * as tf from '@tensorflow/tfjs-core';
import {reflectionPad} from '../layers.ts';
import type {Feature} from '../network.ts';

/** Kernel `[3, 3, inputs, outputs]` and bias `[outputs]` of a convolution. */
export type ConvWeights = {kernel: tf.Tensor4D; bias: tf.Tensor1D};

/** How a convolution runs. */
export type ConvOptions = {stride?: 1 | 2; relu?: boolean};

/**
 * A 3×3 convolution with one pixel of reflection padding and a bias, with gradients to the input alone:
 * the weights stay. TensorFlow.js has fast programs for convolutions and slow ones for their gradients, so
 * the gradient is a convolution, too: with the kernel turned round.
 *
 * @param input `[n, height, width, inputs]`, both sides even and at least 2
 */
export function frozenConv(
  input: Feature,
  weights: ConvWeights,
  options: ConvOptions = {},
): Feature {
  const run = tf.customGrad((x, save) => {
    const value = forward(x as Feature, weights, options);
    (save as tf.GradSaveFunc)([value]);
    return {
      value,
      gradFunc: (dy, saved) => {
        const [output] = saved as [Feature];
        return inputGradient(beforeRelu(dy as Feature, output, options), weights.kernel, options);
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
  const run = tf.customGrad((x, kernel, bias, save) => {
    const learnt = {kernel: kernel as tf.Tensor4D, bias: bias as tf.Tensor1D};
    const value = forward(x as Feature, learnt, options);
    (save as tf.GradSaveFunc)([x as Feature, learnt.kernel, value]);
    return {
      value,
      gradFunc: (dy, saved) => {
        const [from, used, output] = saved as [Feature, tf.Tensor4D, Feature];
        const gradient = beforeRelu(dy as Feature, output, options);
        return [
          inputGradient(gradient, used, options),
          kernelGradient(from, gradient, options),
          tf.sum(gradient, [0, 1, 2]),
        ];
      },
    };
  });
  return run(input, weights.kernel, weights.bias) as Feature;
}

/** Doubles height and width by repeating pixels. */
export function upsampleNearest(input: Feature): Feature {
  const [, height, width] = input.shape;
  const run = tf.customGrad((x) => {
    return {
      value: tf.image.resizeNearestNeighbor(x as Feature, [height * 2, width * 2]),
      // The sum over what each pixel was repeated to.
      gradFunc: (dy) => tf.mul(tf.avgPool(dy as Feature, 2, 2, 'valid'), 4),
    };
  });
  return run(input) as Feature;
}

function forward(x: Feature, {kernel, bias}: ConvWeights, {stride = 1, relu}: ConvOptions) {
  return tf.fused.conv2d({
    x: reflectionPad(x),
    filter: kernel,
    bias,
    strides: stride,
    pad: 'valid',
    activation: relu ? 'relu' : 'linear',
  });
}

function beforeRelu(dy: Feature, output: Feature, {relu}: ConvOptions): Feature {
  return relu ? tf.mul(dy, tf.step(output)) : dy;
}

function inputGradient(dy: Feature, kernel: tf.Tensor4D, {stride = 1}: ConvOptions): Feature {
  return tf.tidy(() => {
    const turned = tf.transpose(tf.reverse(kernel, [0, 1]), [0, 1, 3, 2]);
    const spread = stride === 2 ? spreadOut(dy) : dy;
    // Of stride 2, the last row and column were never reached: they stand for the padding after them.
    const padded = tf.pad(spread, TWO_PIXELS);
    return foldBorder(tf.conv2d(padded, turned, 1, 'valid'));
  });
}

const TWO_PIXELS: [number, number][] = [
  [0, 0],
  [2, 2],
  [2, 2],
  [0, 0],
];

/** `[n, 2h, 2w, c]` with zeros between the pixels. */
function spreadOut(dy: Feature): Feature {
  const [n, height, width, channels] = dy.shape;
  const columns = tf.reshape<tf.Rank.R4>(tf.stack([dy, tf.zerosLike(dy)], 3), [
    n,
    height,
    2 * width,
    channels,
  ]);
  const rows = tf.stack([columns, tf.zerosLike(columns)], 2);
  return tf.reshape(rows, [n, 2 * height, 2 * width, channels]);
}

/** What lies on the border of a reflected picture belongs to the pixels it was reflected from. */
function foldBorder(padded: Feature): Feature {
  return foldAxis(foldAxis(padded, 1), 2);
}

function foldAxis(padded: Feature, axis: 1 | 2): Feature {
  const side = (padded.shape[axis] ?? 0) - 2;
  const at = (from: number, size: number) => {
    const begin = [0, 0, 0, 0];
    const sizes: number[] = [...padded.shape];
    begin[axis] = from;
    sizes[axis] = size;
    return tf.slice(padded, begin, sizes);
  };
  const placed = (line: Feature, before: number) => {
    const widths: [number, number][] = [
      [0, 0],
      [0, 0],
      [0, 0],
      [0, 0],
    ];
    widths[axis] = [before, side - before - 1];
    return tf.pad(line, widths);
  };
  return tf.addN([at(1, side), placed(at(0, 1), 1), placed(at(side + 1, 1), side - 2)]);
}

/** Rows are multiplied each by itself first: one product over all pixels would keep few threads busy. */
function kernelGradient(x: Feature, dy: Feature, {stride = 1}: ConvOptions): tf.Tensor4D {
  return tf.tidy(() => {
    const padded = reflectionPad(x);
    const [n, height, width, outputs] = dy.shape;
    const inputs = x.shape[3];
    const gradients = tf.reshape(dy, [n * height, width, outputs]);
    const taps = [0, 1, 2].flatMap((row) =>
      [0, 1, 2].map((column) => {
        const begin = [0, row, column, 0];
        const end = [n, row + stride * (height - 1) + 1, column + stride * (width - 1) + 1, inputs];
        const seen = tf.stridedSlice(padded, begin, end, [1, stride, stride, 1]);
        const rows = tf.reshape(seen, [n * height, width, inputs]);
        return tf.sum(tf.matMul(rows, gradients, true, false), 0);
      }),
    );
    return tf.reshape(tf.stack(taps), [3, 3, inputs, outputs]);
  });
}
