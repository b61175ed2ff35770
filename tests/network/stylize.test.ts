import * as tf from '@tensorflow/tfjs';
import {beforeAll, describe, expect, it} from 'vitest';
import {createNetwork} from '../../src/network/network.ts';
import {styleStatistics} from '../../src/network/style-statistics.ts';
import {stylize} from '../../src/network/stylize.ts';
import {randomWeights} from '../random-weights.ts';
import {toyArchitecture} from '../toy-architecture.ts';
import {expectNoLeak, toyNetwork, toyPicture} from './tensors.ts';

describe('stylize', () => {
  beforeAll(() => tf.setBackend('cpu'));

  it.each(['swift', 'vgg19'])('gives a picture of the same size in [0, 1] with %s', (name) => {
    const network = toyNetwork(name);
    tf.tidy(() => {
      const style = styleStatistics(network, toyPicture(32, 32, 1));
      const painting = stylize(network, toyPicture(32, 48), style);
      const values = painting.dataSync();

      expect(painting.shape).toEqual([1, 32, 48, 3]);
      expect(values.every((value) => value >= 0 && value <= 1)).toBe(true);
      expect(Math.max(...values) - Math.min(...values)).toBeGreaterThan(0.05);
    });
    network.dispose();
  });

  it('leaves nothing behind but its result', () => {
    const network = toyNetwork();
    expectNoLeak(() => {
      const [content, stylePicture] = [toyPicture(16, 16), toyPicture(16, 16, 1)];
      const style = styleStatistics(network, stylePicture);
      tf.dispose([stylize(network, content, style), style, content, stylePicture]);
    });
    network.dispose();
  });

  it('says which level of the style is missing', () => {
    const network = toyNetwork();
    const content = toyPicture(16, 16);
    expect(() => stylize(network, content, {})).toThrow('"f2"');
    content.dispose();
    network.dispose();
  });
});

describe('createNetwork', () => {
  it('frees its tensors, also when disposed twice', () => {
    expectNoLeak(() => {
      const network = toyNetwork();
      network.dispose();
      network.dispose();
      expect(() => network.weight('encoder/conv1/kernel')).toThrow('encoder/conv1/kernel');
    });
  });

  it('says which weight is missing', () => {
    const weights = new Map(randomWeights(toyArchitecture()));
    weights.delete('decoder/out/bias');
    expect(() => createNetwork(toyArchitecture(), weights)).toThrow('decoder/out/bias');
  });
});
