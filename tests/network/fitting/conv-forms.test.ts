import * as tf from '@tensorflow/tfjs';
import {beforeAll, describe, expect, it} from 'vitest';
import {beforeRelu, type ConvShape, formOf} from '../../../src/network/fitting/conv-forms.ts';
import {frozenConv} from '../../../src/network/fitting/frozen-conv.ts';
import type {ConvWeights} from '../../../src/network/fitting/tap-convolution.ts';
import type {Feature} from '../../../src/network/network.ts';
import {randomNumbers} from '../../random-numbers.ts';
import {largestDifference} from '../golden.ts';

beforeAll(() => tf.setBackend('cpu'));

type ConvOptions = ConvShape & {relu?: boolean};

const WAYS: [string, ConvOptions, [number, number]?][] = [
  ['stride 1', {}],
  ['stride 2', {stride: 2}],
  ['a ReLU', {relu: true}],
  ['stride 2 and a ReLU', {stride: 2, relu: true}],
  ['fewer channels', {relu: true}, [5, 2]],
  ['an up-sampled map', {upsample: true}],
  ['an up-sampled map and far fewer channels', {upsample: true}, [8, 2]],
  ['an up-sampled map and a ReLU', {upsample: true, relu: true}],
];

describe.each(WAYS)('a convolution with %s', (_, options, channels = [3, 5]) => {
  const [height, width] = [6, 8];

  it('has the value and the gradients that TensorFlow.js reckons', () => {
    tf.tidy(() => {
      const {input, kernel, bias} = toy(height, width, channels);
      const form = formOf(options);
      const output = form.forward(input, {kernel, bias}, options.relu ?? false);
      const after = countsOf(output.shape) as Feature;
      const dy = options.relu ? beforeRelu(after, output) : after;
      const own = [form.inputGradient(dy, kernel), form.kernelGradient(input, dy)];
      const run = (x: tf.Tensor, k: tf.Tensor) =>
        plainConv(x as Feature, {kernel: k as tf.Tensor4D, bias}, options);
      const plain = tf.grads((x, k) => weigh(run(x!, k!)))([input, kernel]);

      expect(largestDifference(output.dataSync(), run(input, kernel).dataSync())).toBeLessThan(
        1e-5,
      );
      own.forEach((gradient, index) => {
        expect(gradient.shape).toEqual(plain[index]!.shape);
        expect(largestDifference(gradient.dataSync(), plain[index]!.dataSync())).toBeLessThan(1e-4);
      });
    });
  });

  it('has the gradient of its differences', () => {
    tf.tidy(() => {
      const {input, kernel, bias} = toy(2, 4, channels);
      const valueOf = (x: tf.Tensor) =>
        weigh(frozenConv(x as Feature, {kernel, bias}, options)).dataSync()[0]!;
      const gradient = tf.grad((x) => weigh(frozenConv(x as Feature, {kernel, bias}, options)))(
        input,
      );
      const values = input.dataSync();
      const step = 1e-2;

      gradient.dataSync().forEach((slope, index) => {
        const [less, more] = [-step, step].map((by) => {
          const moved = values.map((value, at) => (at === index ? value + by : value));
          return valueOf(tf.tensor4d(moved, input.shape));
        });
        // A ReLU may turn between the two.
        const tolerance = options.relu ? 0.3 : 5e-3;
        expect(Math.abs((more! - less!) / (2 * step) - slope)).toBeLessThan(tolerance);
      });
    });
  });
});

function toy(height: number, width: number, [inputs, outputs]: [number, number]) {
  return {
    input: randomTensor([2, height, width, inputs], 1) as Feature,
    kernel: randomTensor([3, 3, inputs, outputs], 2) as tf.Tensor4D,
    bias: randomTensor([outputs], 3) as tf.Tensor1D,
  };
}

/** A sum whose gradients differ from place to place. */
function weigh(output: tf.Tensor): tf.Scalar {
  return tf.sum(tf.mul(output, countsOf(output.shape)));
}

function countsOf(shape: number[]): tf.Tensor {
  return randomTensor(shape, 4);
}

/** The same of ops whose gradients TensorFlow.js has: padding as slices. */
function plainConv(
  input: Feature,
  {kernel, bias}: ConvWeights,
  {stride = 1, upsample, relu}: ConvOptions,
) {
  const x = upsample ? doubled(input) : input;
  const [, height, width] = x.shape;
  const rows = tf.concat(
    [rowOf(x, 1, 1), x, rowOf(x, 1, height - 2)] as [Feature, Feature, Feature],
    1,
  );
  const padded = tf.concat([rowOf(rows, 2, 1), rows, rowOf(rows, 2, width - 2)], 2);
  const output = tf.add(tf.conv2d(padded, kernel, stride, 'valid'), bias);
  return relu ? tf.relu(output) : output;
}

function doubled(x: Feature): Feature {
  const [n, height, width, channels] = x.shape;
  const columns = tf.reshape(tf.stack([x, x], 3), [n, height, 2 * width, channels]);
  return tf.reshape(tf.stack([columns, columns], 2), [n, 2 * height, 2 * width, channels]);
}

function rowOf(x: Feature, axis: 1 | 2, at: number): Feature {
  const begin: [number, number, number, number] = [0, 0, 0, 0];
  const size: [number, number, number, number] = [...x.shape];
  begin[axis] = at;
  size[axis] = 1;
  return tf.slice(x, begin, size);
}

function randomTensor(shape: number[], seed: number): tf.Tensor {
  const random = randomNumbers(seed);
  const count = shape.reduce((product, side) => product * side, 1);
  return tf.tensor(
    Float32Array.from({length: count}, () => 2 * random() - 1),
    shape,
  );
}
