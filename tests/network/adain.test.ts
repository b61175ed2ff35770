import * as tf from '@tensorflow/tfjs';
import {beforeAll, describe, expect, it} from 'vitest';
import {adain} from '../../src/network/adain.ts';
import {channelStatistics} from '../../src/network/style-statistics.ts';
import {largestDifference} from './golden.ts';
import {expectNoLeak, toyFeature} from './tensors.ts';

describe('adain', () => {
  beforeAll(() => tf.setBackend('cpu'));

  it('gives the content the statistics of the style', () => {
    tf.tidy(() => {
      const style = channelStatistics(toyFeature(-1, 5, 1));
      const result = channelStatistics(adain(toyFeature(3, 2, 2), style));

      expect(largestDifference(result.mean.dataSync(), style.mean.dataSync())).toBeLessThan(1e-4);
      expect(largestDifference(result.std.dataSync(), style.std.dataSync())).toBeLessThan(1e-3);
    });
  });

  it('keeps the content as it is at alpha 0, and blends in between', () => {
    tf.tidy(() => {
      const content = toyFeature(3, 2, 2);
      const style = channelStatistics(toyFeature(-1, 5, 1));
      const full = adain(content, style, 1).dataSync();
      const half = adain(content, style, 0.5).dataSync();
      const mean = content.dataSync().map((value, index) => (value + full[index]!) / 2);

      expect(largestDifference(adain(content, style, 0).dataSync(), content.dataSync())).toBe(0);
      expect(largestDifference(half, mean)).toBeLessThan(1e-5);
    });
  });

  it('stays finite where a channel of the content is constant', () => {
    tf.tidy(() => {
      const style = channelStatistics(toyFeature(-1, 5, 1));
      const result = adain(tf.zeros([1, 4, 4, 4]), style).dataSync();

      expect(result.every(Number.isFinite)).toBe(true);
    });
  });

  it('leaves nothing behind but its result', () => {
    const content = toyFeature(3, 2, 2);
    const style = channelStatistics(toyFeature(-1, 5, 1));

    expectNoLeak(() => {
      adain(content, style).dispose();
    });
    tf.dispose([content, style]);
  });
});
