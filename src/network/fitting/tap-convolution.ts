import * as tf from '@tensorflow/tfjs-core';
import type {Feature} from '../network.ts';
import {zeroPadded} from './borders.ts';
import {joinPhases} from './phases.ts';
import {sumWindows} from './sum-windows.ts';

/** Kernel `[size, size, inputs, outputs]` and bias `[outputs]` of a convolution. */
export type ConvWeights = {kernel: tf.Tensor4D; bias: tf.Tensor1D};

/** A convolution of what is padded already, with a bias. */
export function fusedConv(
  x: Feature,
  {kernel, bias}: ConvWeights,
  relu: boolean,
  strides: 1 | 2 = 1,
): Feature {
  if (strides === 1 && multipliesFirst(kernel)) {
    const output = tf.add<Feature>(tapConv(x, kernel), bias);
    return relu ? tf.relu(output) : output;
  }
  const activation = relu ? 'relu' : 'linear';
  return tf.fused.conv2d({x, filter: kernel, bias, strides, pad: 'valid', activation});
}

/** Of stride 1, without padding. */
function convolved(x: Feature, kernel: tf.Tensor4D): Feature {
  return multipliesFirst(kernel) ? tapConv(x, kernel) : tf.conv2d(x, kernel, 1, 'valid');
}

/**
 * Whether products of all taps, which are summed up afterwards, are faster than TensorFlow.js, which copies
 * what each tap sees first.
 */
function multipliesFirst({shape: [, , inputs, outputs]}: tf.Tensor4D): boolean {
  return outputs <= 2 * inputs;
}

/** Each pixel is multiplied by all taps, and the products are added where they belong. */
function tapConv(x: Feature, kernel: tf.Tensor4D): Feature {
  const [size, , , outputs] = kernel.shape;
  const places = placesOf(size);
  const [, height, width] = x.shape;
  return sumWindows(
    tapProducts(x, kernel),
    places.flatMap((row) =>
      places.map((column) => ({
        top: row,
        left: column,
        channel: (row * size + column) * outputs,
      })),
    ),
    {height: height - size + 1, width: width - size + 1, channels: outputs},
  );
}

/** Each pixel times each tap of a kernel, `[n, height, width, taps · outputs]`. */
function tapProducts(x: Feature, kernel: tf.Tensor4D): Feature {
  const [n, height, width, inputs] = x.shape;
  const [size, , , outputs] = kernel.shape;
  const taps = tf.reshape(tf.transpose(kernel, [2, 0, 1, 3]), [inputs, size * size * outputs]);
  const pixels = tf.reshape(x, [n * height * width, inputs]);
  return tf.reshape(tf.matMul(pixels, taps), [n, height, width, size * size * outputs]);
}

function placesOf(size: number): number[] {
  return Array.from({length: size}, (_, place) => place);
}

/**
 * The gradient to the padded input of a convolution of stride 1. TensorFlow.js has fast programs for
 * convolutions and slow ones for their gradients, so this is one, too: with the kernel turned round.
 */
export function spreadBack(dy: Feature, kernel: tf.Tensor4D): Feature {
  const turned = tf.transpose(tf.reverse(kernel, [0, 1]), [0, 1, 3, 2]);
  return convolved(zeroPadded(dy, kernel.shape[0] - 1), turned);
}

/**
 * The same of stride 2. The padded input's rows 2j have been seen by the output's rows j and j − 1, through
 * the kernel's first and last, and the rows 2j + 1 by j alone, through the middle one; so have columns.
 */
export function spreadBackBy2(dy: Feature, kernel: tf.Tensor4D): Feature {
  const [, height, width] = dy.shape;
  const channels = kernel.shape[2];
  const products = tapProducts(zeroPadded(dy), tf.transpose(kernel, [0, 1, 3, 2]));
  const size = {height: height + 1, width: width + 1, channels};
  const phases = SEEN_BY.flatMap((rows) =>
    SEEN_BY.map((columns) => {
      const windows = rows.flatMap(([row, top]) =>
        columns.map(([column, left]) => ({top, left, channel: (3 * row + column) * channels})),
      );
      return sumWindows(products, windows, size);
    }),
  );
  return joinPhases(tf.concat(phases, 3));
}

/** Of even and of odd rows: through which rows of the kernel, and how far on in the zero-padded output. */
const SEEN_BY: readonly (readonly (readonly [number, number])[])[] = [
  [
    [0, 1],
    [2, 0],
  ],
  [[1, 1]],
];

/**
 * The gradient by a kernel of `size` × `size`. Rows are multiplied each by itself first: one product over
 * all pixels would keep few threads busy.
 */
export function tapGradients(
  x: Feature,
  dy: Feature,
  size: number,
  stride: 1 | 2 = 1,
): tf.Tensor4D {
  const [n, height, width, outputs] = dy.shape;
  const inputs = x.shape[3];
  const gradients = tf.reshape(dy, [n * height, width, outputs]);
  const places = placesOf(size);
  const taps = places.flatMap((row) =>
    places.map((column) => {
      const begin = [0, row, column, 0];
      const end = [n, row + stride * (height - 1) + 1, column + stride * (width - 1) + 1, inputs];
      const seen = tf.stridedSlice(x, begin, end, [1, stride, stride, 1]);
      const rows = tf.reshape(seen, [n * height, width, inputs]);
      return tf.sum(tf.matMul(rows, gradients, true, false), 0);
    }),
  );
  return tf.reshape(tf.stack(taps), [size, size, inputs, outputs]);
}
