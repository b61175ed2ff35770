import {describe, expect, it} from 'vitest';
import {mixStatistics} from '../../src/network/mix-statistics.ts';

const warm = {f: {mean: Float32Array.of(1, 2), std: Float32Array.of(1, 1)}};
const cold = {f: {mean: Float32Array.of(5, 10), std: Float32Array.of(3, 1)}};

describe('mixStatistics', () => {
  it('is the weighted mean, whatever the weights add up to', () => {
    const mixed = mixStatistics([
      {statistics: warm, weight: 3},
      {statistics: cold, weight: 1},
    ]);
    expect([...mixed['f']!.mean]).toEqual([2, 4]);
    expect([...mixed['f']!.std]).toEqual([1.5, 1]);
  });

  it('gives a single style itself, and ignores styles without weight', () => {
    const parts = [
      {statistics: warm, weight: 0.2},
      {statistics: cold, weight: 0},
    ];
    expect(mixStatistics(parts)).toBe(warm);
  });

  it('wants at least one weight', () => {
    expect(() => mixStatistics([{statistics: warm, weight: 0}])).toThrow('weight above 0');
  });
});
