import * as tf from '@tensorflow/tfjs-core';
import type {Feature} from '../network.ts';
import {DOUBLED, joinPhases, phaseKernel, phaseKernelGradient, splitPhases} from './phases.ts';
import {sumWindows} from './sum-windows.ts';

/** Kernel `[3, 3, inputs, outputs]` and bias `[outputs]` of a convolution. */
export type ConvWeights = {kernel: tf.Tensor4D; bias: tf.Tensor1D};

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
export const halvingConv = tidied({
  forward: (x, weights, relu) => fusedConv(padded(x, 'reflect'), weights, relu, 2),
  // The last row and column were never reached: they stand for the padding after them.
  inputGradient: (dy, kernel) => foldBorder(spreadBackBy2(dy, kernel), 'reflect'),
  kernelGradient: (x, dy) => tapGradients(padded(x, 'reflect'), dy, 3, 2),
});

/** Of a map that is up-sampled first, by repeating pixels. */
export const doublingConv = tidied({
  forward(x, {kernel, bias}, relu) {
    const weights = {kernel: phaseKernel(kernel, DOUBLED), bias: tf.tile(bias, [4])};
    // What is reflected of an up-sampled map is the pixel that was repeated.
    const all = joinPhases(fusedConv(padded(x, 'symmetric'), weights, relu));
    const [n, height, width, outputs] = all.shape;
    return tf.slice(all, [0, 1, 1, 0], [n, height - 2, width - 2, outputs]);
  },
  inputGradient(dy, kernel) {
    const byPhase = spreadBack(splitPhases(zeroPadded(dy)), phaseKernel(kernel, DOUBLED));
    return foldBorder(byPhase, 'symmetric');
  },
  kernelGradient(x, dy) {
    const byPhase = tapGradients(padded(x, 'symmetric'), splitPhases(zeroPadded(dy)), 2);
    return phaseKernelGradient(byPhase, DOUBLED);
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

/** How a map goes on beyond its border: by the pixel before the last, or by the last one. */
type Edge = 'reflect' | 'symmetric';

const HEIGHT = 1;
const WIDTH = 2;

function fusedConv(
  x: Feature,
  {kernel, bias}: ConvWeights,
  relu: boolean,
  strides: 1 | 2 = 1,
): Feature {
  if (strides === 1 && isNarrow(kernel)) {
    const output = tf.add<Feature>(narrowConv(x, kernel), bias);
    return relu ? tf.relu(output) : output;
  }
  const activation = relu ? 'relu' : 'linear';
  return tf.fused.conv2d({x, filter: kernel, bias, strides, pad: 'valid', activation});
}

/** Of stride 1, without padding. */
function conv(x: Feature, kernel: tf.Tensor4D): Feature {
  return isNarrow(kernel) ? narrowConv(x, kernel) : tf.conv2d(x, kernel, 1, 'valid');
}

/**
 * Whether products of all taps, which are summed up afterwards, are faster than TensorFlow.js, which copies
 * what each tap sees first.
 */
function isNarrow({shape: [, , inputs, outputs]}: tf.Tensor4D): boolean {
  return outputs <= 2 * inputs;
}

/** To few channels: each pixel is multiplied by all taps, and the products are added where they belong. */
function narrowConv(x: Feature, kernel: tf.Tensor4D): Feature {
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

function padded(x: Feature, edge: Edge): Feature {
  return tf.mirrorPad(x, borders(1), edge);
}

function zeroPadded(x: Feature, by = 1): Feature {
  return tf.pad(x, borders(by));
}

function borders(by: number): [number, number][] {
  return [
    [0, 0],
    [by, by],
    [by, by],
    [0, 0],
  ];
}

/**
 * The gradient to the padded input of a convolution of stride 1. TensorFlow.js has fast programs for
 * convolutions and slow ones for their gradients, so this is one, too: with the kernel turned round.
 */
function spreadBack(dy: Feature, kernel: tf.Tensor4D): Feature {
  const turned = tf.transpose(tf.reverse(kernel, [0, 1]), [0, 1, 3, 2]);
  return conv(zeroPadded(dy, kernel.shape[0] - 1), turned);
}

/**
 * The same of stride 2. The padded input's rows 2j have been seen by the output's rows j and j − 1, through
 * the kernel's first and last, and the rows 2j + 1 by j alone, through the middle one; so have columns.
 */
function spreadBackBy2(dy: Feature, kernel: tf.Tensor4D): Feature {
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

/** What lies on the border belongs to the pixels that it was made of. */
function foldBorder(gradient: Feature, edge: Edge): Feature {
  return foldAxis(foldAxis(gradient, HEIGHT, edge), WIDTH, edge);
}

function foldAxis(gradient: Feature, axis: 1 | 2, edge: Edge): Feature {
  const side = gradient.shape[axis] - 2;
  const at = (from: number, size: number) => {
    const begin = [0, 0, 0, 0];
    const sizes: number[] = [...gradient.shape];
    begin[axis] = from;
    sizes[axis] = size;
    return tf.slice(gradient, begin, sizes);
  };
  const placed = (line: Feature, before: number) => {
    const widths = borders(0);
    widths[axis] = [before, side - before - 1];
    return tf.pad(line, widths);
  };
  const inset = edge === 'reflect' ? 1 : 0;
  return tf.addN([at(1, side), placed(at(0, 1), inset), placed(at(side + 1, 1), side - 1 - inset)]);
}

/**
 * The gradient by a kernel of `size` × `size`. Rows are multiplied each by itself first: one product over
 * all pixels would keep few threads busy.
 */
function tapGradients(x: Feature, dy: Feature, size: number, stride: 1 | 2 = 1): tf.Tensor4D {
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
