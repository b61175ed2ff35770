import '@tensorflow/tfjs-backend-cpu/dist/base.js';
import * as tf from '@tensorflow/tfjs-core';
import type {Architecture} from '../../network/architecture.ts';
import {encode} from '../../network/encoder.ts';
import {createNetwork, type Features, type Network} from '../../network/network.ts';
import {
  channelStatistics,
  readStatistics,
  type StyleStatistics,
} from '../../network/style-statistics.ts';
import {statisticsTensors, stylizeFeatures} from '../../network/stylize.ts';
import type {Weights} from '../../network/weights.ts';
import {type Exam, examPicture, examSize} from '../exam.ts';
import type {Size} from '../size.ts';
import {EXAM_KERNELS} from './exam-kernels.ts';
import {registerKernels} from './register-kernels.ts';

/** What is painted: strength, and how much wider than its own the content's channels become. */
const ALPHA = 0.7;
const WIDER = 1.5;

/** By weights: a context that comes back is examined with what is known already. */
const exams = new WeakMap<Weights, Exam>();

/**
 * Paints the exam of a network with the reference, TensorFlow.js on the CPU. Holds the page up for
 * about a quarter of a second: for a first start only.
 */
export function paintExam(architecture: Architecture, weights: Weights): Exam {
  const exam = exams.get(weights) ?? makeExam(architecture, weights);
  exams.set(weights, exam);
  return exam;
}

function makeExam(architecture: Architecture, weights: Weights): Exam {
  const size = examSize(weights);
  registerKernels(EXAM_KERNELS);
  const backend = tf.getBackend();
  // Nothing is awaited here: a frame that another network paints would meet the wrong backend.
  void tf.setBackend('cpu');
  try {
    const network = createNetwork(architecture, weights);
    try {
      return {size, alpha: ALPHA, ...paintReference(network, size)};
    } finally {
      network.dispose();
    }
  } finally {
    void tf.setBackend(backend);
  }
}

function paintReference(network: Network, {width, height}: Size): Pick<Exam, 'style' | 'painting'> {
  const colors = Float32Array.from(examPicture({width, height})).filter(
    (_, index) => index % 4 !== 3,
  );
  return tf.tidy(() => {
    const content = tf.div<tf.Tensor4D>(tf.tensor4d(colors, [1, height, width, 3]), 255);
    const features = encode(network, content);
    const style = widened(features);
    const painting = stylizeFeatures(network, features, statisticsTensors(style), ALPHA);
    return {style, painting: Float32Array.from(painting.dataSync())};
  });
}

/** A style not unlike the content, so that the painting is neither black nor white. */
function widened(features: Features): StyleStatistics {
  const style = Object.entries(features).map(([level, feature]) => {
    const {mean, std} = channelStatistics(feature);
    return [level, {mean, std: tf.mul<tf.Tensor4D>(std, WIDER)}] as const;
  });
  return readStatistics(Object.fromEntries(style));
}
