import {readFileSync} from 'node:fs';
import * as tf from '@tensorflow/tfjs';
import {beforeAll, describe, expect, it} from 'vitest';
import {createNetwork} from '../../src/network/network.ts';
import {readStatistics, styleStatistics} from '../../src/network/style-statistics.ts';
import {statisticsTensors, stylize} from '../../src/network/stylize.ts';
import {type Manifest, manifestArchitecture, readWeights} from '../../src/network/weights.ts';
import {type Golden, goldenPicture, largestDifference} from './golden.ts';

/** Written by `models/training/tests/make_toy_golden.py`: random networks of a few channels. */
type Toy = {manifest: Manifest; weights: string; golden: Golden};

const TOYS = JSON.parse(readFileSync(new URL('toy-golden.json', import.meta.url), 'utf8')) as Toy[];

describe.each(TOYS)(
  'the training code and the app agree on $manifest.architecture $manifest.levels',
  ({manifest, weights, golden}) => {
    beforeAll(() => tf.setBackend('cpu'));

    it.each(Object.keys(golden.output))('at alpha %s', (alpha) => {
      const buffer = Uint8Array.from(Buffer.from(weights, 'base64')).buffer;
      const network = createNetwork(manifestArchitecture(manifest), readWeights(manifest, buffer));
      const output = tf.tidy(() => {
        const style = styleStatistics(network, goldenPicture(golden.style, golden.shape));
        const plain = statisticsTensors(readStatistics(style));
        const content = goldenPicture(golden.content, golden.shape);
        return stylize(network, content, plain, Number(alpha)).dataSync();
      });
      network.dispose();

      expect(largestDifference(output, golden.output[alpha]!)).toBeLessThan(1e-4);
    });
  },
);
