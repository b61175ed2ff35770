import * as tf from '@tensorflow/tfjs-core';
import {type BrushTensors, tensorOf} from './layer-forms.ts';

/** Where a fit is: the brush so far, and what Adam remembers of it. */
export type FitState = {
  /** Steps taken. */
  steps: number;
  brush: BrushTensors;
  /** Running means of the gradients and of their squares, by the brush's names. */
  first: BrushTensors;
  second: BrushTensors;
};

/** How quickly Adam forgets (Kingma & Ba 2015). */
const BETA = {first: 0.9, second: 0.99};
const EPSILON = 1e-8;

/** The largest norm of all gradients together: an odd batch shall not throw a fit off. */
const LARGEST_NORM = 50;

/** Steps in which the rate grows to its height. */
const WARM_UP = 20;

/** How a fit begins: with copies of what it starts from, which stay the caller's. */
export function startFit(brush: BrushTensors): FitState {
  return {
    steps: 0,
    brush: mapTensors(brush, (tensor) => tensor.clone()),
    first: mapTensors(brush, (tensor) => tf.zerosLike(tensor)),
    second: mapTensors(brush, (tensor) => tf.zerosLike(tensor)),
  };
}

/** Frees a state; may be called twice. */
export function disposeFit({brush, first, second}: FitState): void {
  tf.dispose([brush, first, second]);
}

/** The rate at a step: a warm-up, then a cosine down to a fiftieth. */
export function rateAt(step: number, steps: number, highest: number): number {
  const wave = 0.51 + 0.49 * Math.cos((Math.PI * step) / steps);
  return highest * Math.min(1, (step + 1) / WARM_UP) * wave;
}

/** The state after a step of Adam, which belongs to the caller as the one before does. */
export function adamStep(state: FitState, gradients: BrushTensors, rate: number): FitState {
  return tf.tidy(() => {
    const squares = Object.values(gradients).map((gradient) => tf.sum(tf.square(gradient)));
    const norm = tf.sqrt(tf.addN(squares));
    const scale = tf.minimum(1, tf.div(LARGEST_NORM, tf.add(norm, EPSILON)));
    const steps = state.steps + 1;
    const next: FitState = {steps, brush: {}, first: {}, second: {}};
    for (const [name, gradient] of Object.entries(gradients)) {
      const clipped = tf.mul(gradient, scale);
      const first = decayed(state.first, name, clipped, BETA.first);
      const second = decayed(state.second, name, tf.square(clipped), BETA.second);
      const deviation = tf.sqrt(tf.div(second, 1 - BETA.second ** steps));
      const step = tf.div(tf.div(first, 1 - BETA.first ** steps), tf.add(deviation, EPSILON));
      next.first[name] = first;
      next.second[name] = second;
      next.brush[name] = tf.sub(tensorOf(state.brush, name), tf.mul(step, rate));
    }
    return next;
  });
}

function decayed(before: BrushTensors, name: string, value: tf.Tensor, beta: number): tf.Tensor {
  return tf.add(tf.mul(tensorOf(before, name), beta), tf.mul(value, 1 - beta));
}

function mapTensors(tensors: BrushTensors, map: (tensor: tf.Tensor) => tf.Tensor): BrushTensors {
  return Object.fromEntries(Object.entries(tensors).map(([name, tensor]) => [name, map(tensor)]));
}
