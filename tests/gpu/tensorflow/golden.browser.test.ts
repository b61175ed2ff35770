import * as tf from '@tensorflow/tfjs-core';
import {afterAll, beforeAll, describe, expect, it} from 'vitest';
import golden from '../../../models/swift/golden.json';
import manifest from '../../../models/swift/manifest.json';
import weightsUrl from '../../../models/swift/weights.bin?url';
import {startTensorFlow} from '../../../src/gpu/tensorflow/tensorflow-backend.ts';
import {createNetwork, type Network} from '../../../src/network/network.ts';
import {readStatistics, styleStatistics} from '../../../src/network/style-statistics.ts';
import {statisticsTensors, stylize} from '../../../src/network/stylize.ts';
import {type Manifest, manifestArchitecture, readWeights} from '../../../src/network/weights.ts';
import {type Golden, goldenPicture, largestDifference} from '../../network/golden.ts';
import {openTestContext} from '../gl-fixture.ts';

const record = golden as unknown as Golden;

/**
 * Largest differences allowed. With full floats only the order of sums differs (measured 1e-5). Half
 * floats keep 11 bits of every activation (measured 0.004 at the worst pixel, one step of 8 bits,
 * 0.0004 on average, and 0.011 of statistics that go up to some tens).
 */
const TOLERANCES = [
  {floats: 'full', halfFloats: false, picture: 1e-3, average: 1e-4, statistics: 1e-3},
  {floats: 'half', halfFloats: true, picture: 0.01, average: 0.001, statistics: 0.03},
];

describe.each(TOLERANCES)('swift on WebGL with $floats floats', (tolerance) => {
  let network: Network;

  beforeAll(async () => {
    await startTensorFlow(openTestContext(), tolerance.halfFloats);
    const bytes = await (await fetch(weightsUrl)).arrayBuffer();
    const weights = readWeights(manifest as Manifest, bytes);
    network = createNetwork(manifestArchitecture(manifest as Manifest), weights);
  });
  afterAll(() => {
    network.dispose();
  });

  it('stores its features as told', () => {
    expect(tf.env().getBool('WEBGL_RENDER_FLOAT32_ENABLED')).toBe(!tolerance.halfFloats);
  });

  it('gives the style statistics of the record', () => {
    const statistics = tf.tidy(() =>
      readStatistics(styleStatistics(network, goldenPicture(record.style, record.shape))),
    );
    for (const [level, {mean, std}] of Object.entries(record.styleStatistics)) {
      expect(largestDifference(statistics[level]!.mean, mean)).toBeLessThan(tolerance.statistics);
      expect(largestDifference(statistics[level]!.std, std)).toBeLessThan(tolerance.statistics);
    }
  });

  it.each(Object.keys(record.output))('paints the picture of the record at alpha %s', (alpha) => {
    const output = tf.tidy(() => {
      const statistics = Object.entries(record.styleStatistics).map(([level, {mean, std}]) => [
        level,
        {mean: Float32Array.from(mean), std: Float32Array.from(std)},
      ]);
      const style = statisticsTensors(Object.fromEntries(statistics));
      const content = goldenPicture(record.content, record.shape);
      return stylize(network, content, style, Number(alpha)).dataSync();
    });
    const expected = record.output[alpha]!;
    const sum = expected.reduce((sum, value, index) => sum + Math.abs(output[index]! - value), 0);

    expect(largestDifference(output, expected)).toBeLessThan(tolerance.picture);
    expect(sum / expected.length).toBeLessThan(tolerance.average);
  });
});
