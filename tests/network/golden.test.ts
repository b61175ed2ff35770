import {readFileSync} from 'node:fs';
import * as tf from '@tensorflow/tfjs';
import {afterAll, beforeAll, describe, expect, it} from 'vitest';
import {FAMILY} from '../../src/app/networks/network-catalogue.ts';
import {createNetwork, type Network} from '../../src/network/network.ts';
import {readStatistics, styleStatistics} from '../../src/network/style-statistics.ts';
import {statisticsTensors, stylize} from '../../src/network/stylize.ts';
import {type Manifest, manifestArchitecture, readWeights} from '../../src/network/weights.ts';
import {type Golden, goldenPicture, largestDifference} from './golden.ts';

/** Float32 sums in another order than the reference's. */
const TOLERANCE = 1e-3;

describe.each(FAMILY)('%s on the CPU, against its golden record', (name) => {
  const folder = new URL(`../../models/${name}/`, import.meta.url);
  const golden = JSON.parse(readFileSync(new URL('golden.json', folder), 'utf8')) as Golden;
  let network: Network;

  beforeAll(async () => {
    await tf.setBackend('cpu');
    const manifest = JSON.parse(readFileSync(new URL('manifest.json', folder), 'utf8')) as Manifest;
    const bytes = readFileSync(new URL('weights.bin', folder));
    const buffer = Uint8Array.from(bytes).buffer;
    network = createNetwork(manifestArchitecture(manifest), readWeights(manifest, buffer));
  });
  afterAll(() => {
    network.dispose();
  });

  it('gives the style statistics of the record', () => {
    const statistics = tf.tidy(() => {
      const picture = goldenPicture(golden.style, golden.shape);
      return readStatistics(styleStatistics(network, picture));
    });

    for (const [level, {mean, std}] of Object.entries(golden.styleStatistics)) {
      expect(largestDifference(statistics[level]!.mean, mean)).toBeLessThan(TOLERANCE);
      expect(largestDifference(statistics[level]!.std, std)).toBeLessThan(TOLERANCE);
    }
  });

  it.each(Object.keys(golden.output))('paints the picture of the record at alpha %s', (alpha) => {
    const output = tf.tidy(() => {
      const style = statisticsTensors(
        Object.fromEntries(
          Object.entries(golden.styleStatistics).map(([level, {mean, std}]) => [
            level,
            {mean: Float32Array.from(mean), std: Float32Array.from(std)},
          ]),
        ),
      );
      const content = goldenPicture(golden.content, golden.shape);
      return stylize(network, content, style, Number(alpha)).dataSync();
    });

    expect(largestDifference(output, golden.output[alpha]!)).toBeLessThan(TOLERANCE);
  });
});
