import * as tf from '@tensorflow/tfjs-core';
import {afterAll, beforeAll, describe, expect, it} from 'vitest';
import {type Exam, examPicture} from '../../../src/gpu/exam.ts';
import {paintExam} from '../../../src/gpu/tensorflow/paint-exam.ts';
import {startTensorFlow} from '../../../src/gpu/tensorflow/tensorflow-backend.ts';
import {createNetwork, type Network} from '../../../src/network/network.ts';
import {styleStatistics} from '../../../src/network/style-statistics.ts';
import {statisticsTensors, stylize} from '../../../src/network/stylize.ts';
import {largestDifference} from '../../network/golden.ts';
import {toyPicture} from '../../network/tensors.ts';
import {randomWeights} from '../../random-weights.ts';
import {toyArchitecture} from '../../toy-architecture.ts';
import {openTestContext} from '../gl-fixture.ts';

// Here is nothing of TensorFlow.js but what the page has: a kernel that is missing fails.
describe.each(['swift', 'vgg19'])('%s, with the kernels that the page has', (name) => {
  const architecture = toyArchitecture(name);
  const weights = randomWeights(architecture);
  let network: Network;

  beforeAll(async () => {
    await startTensorFlow(openTestContext());
    network = createNetwork(architecture, weights);
  });
  afterAll(() => {
    network.dispose();
  });

  it('is examined on the CPU, and painted the same on the GPU', () => {
    const exam = paintExam(architecture, weights);

    expect(tf.getBackend()).toBe('webgl');
    expect(Math.max(...exam.painting)).toBeGreaterThan(Math.min(...exam.painting) + 0.1);
    expect(largestDifference(paintOnGpu(exam), exam.painting)).toBeLessThan(1e-3);
  });

  it('analyses a style, one of odd sides, too', () => {
    tf.tidy(() => {
      for (const [height, width] of [
        [32, 48],
        [33, 47],
      ] as const) {
        const statistics = styleStatistics(network, toyPicture(height, width));
        for (const {std} of Object.values(statistics)) {
          expect(Math.max(...std.dataSync())).toBeGreaterThan(0);
        }
      }
    });
  });

  function paintOnGpu({size, style, alpha}: Exam): Float32Array {
    const colors = Float32Array.from(examPicture(size)).filter((_, index) => index % 4 !== 3);
    return tf.tidy(() => {
      const content = tf.div<tf.Tensor4D>(
        tf.tensor4d(colors, [1, size.height, size.width, 3]),
        255,
      );
      return Float32Array.from(
        stylize(network, content, statisticsTensors(style), alpha).dataSync(),
      );
    });
  }
});
