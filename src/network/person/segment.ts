import * as tf from '@tensorflow/tfjs-core';
import type {Activation, PersonNetwork, PersonStep} from './person-network.ts';

const ACTIVATIONS: Record<Activation, (x: tf.Tensor4D) => tf.Tensor4D> = {
  none: (x) => x,
  relu: (x) => tf.relu(x),
  hardSwish: (x) => tf.mul(x, tf.div(tf.relu6(tf.add(x, 3)), 6)),
  sigmoid: (x) => tf.sigmoid(x),
};

/** The weights of a network that finds persons on the current backend, and what is done with them. */
export type Segmenter = {
  /**
   * The mask of a picture.
   *
   * @param picture `[1, side, side, 3]`, RGB in [0, 1]
   * @returns `[1, side, side, 1]`, 1 where a person is
   */
  maskOf(picture: tf.Tensor4D): tf.Tensor4D;
  /** Frees the weights; may be called twice. */
  dispose(): void;
};

/** The steps of the network as TensorFlow.js has them. The caller disposes what this gives. */
export function createSegmenter({steps, weights}: PersonNetwork): Segmenter {
  const tensors = new Map<string, tf.Tensor>();
  for (const [name, {values, shape}] of weights) {
    tensors.set(name, tf.keep(tf.tensor(values, shape)));
  }

  function weight<Rank extends tf.Rank>(name: string): tf.Tensor<Rank> {
    const tensor = tensors.get(name);
    if (!tensor) throw new Error(`Expected the weight ${name}, but there is none.`);
    return tensor as tf.Tensor<Rank>;
  }

  function apply(step: PersonStep, [a, b]: readonly tf.Tensor4D[]): tf.Tensor4D {
    if (!a) throw new Error(`Expected a map for step ${step.output}, but there is none.`);
    const [, height, width, channels] = a.shape;
    switch (step.op) {
      case 'pool':
        return tf.mean(a, [1, 2], true);
      case 'double':
        return tf.image.resizeBilinear(a, [2 * height, 2 * width], false, true);
      case 'add':
        return tf.add(a, b ?? a);
      case 'multiply':
        return tf.mul(a, b ?? a);
      case 'conv': {
        const kernel = weight<tf.Rank.R4>(`${step.weights}/kernel`);
        return tf.add(tf.conv2d(a, kernel, step.stride, 'same'), weight(`${step.weights}/bias`));
      }
      case 'depthwise': {
        const kernel = tf.expandDims<tf.Tensor4D>(weight(`${step.weights}/kernel`), 3);
        const sum = tf.depthwiseConv2d(a, kernel, step.stride, 'same');
        return tf.add(sum, weight(`${step.weights}/bias`));
      }
      case 'transposed': {
        // A 1×1 convolution to the 2×2 pixels of each, side by side.
        const kernel = weight<tf.Rank.R4>(`${step.weights}/kernel`);
        const [, , , outputs] = kernel.shape;
        const flat = tf.reshape(tf.transpose(kernel, [2, 0, 1, 3]), [1, 1, channels, 4 * outputs]);
        const pixels = tf.conv2d(a, flat as tf.Tensor4D, 1, 'same');
        return tf.add(tf.depthToSpace(pixels, 2), weight(`${step.weights}/bias`));
      }
    }
  }

  return {
    maskOf: (picture) =>
      tf.tidy(() => {
        const maps: tf.Tensor4D[] = [picture];
        for (const step of steps) {
          const inputs = step.inputs.flatMap((input) => maps[input] ?? []);
          const made = apply(step, inputs);
          maps[step.output] = 'activation' in step ? ACTIVATIONS[step.activation](made) : made;
        }
        const mask = maps.at(-1);
        if (!mask) throw new Error('Expected a network that gives a mask.');
        return mask;
      }),
    dispose() {
      for (const tensor of tensors.values()) tensor.dispose();
      tensors.clear();
    },
  };
}
