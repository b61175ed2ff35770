import {expect, it} from 'vitest';
import type {StyleStatistics} from '../../src/network/style-statistics.ts';
import {uniteStatistics} from '../../src/network/unite-statistics.ts';
import {randomNumbers} from '../random-numbers.ts';

const EPSILON = 1e-5;

/** As `styleStatistics` has them, of one channel. */
function statisticsOf(values: readonly number[]): StyleStatistics {
  const mean = values.reduce((sum, value) => sum + value, 0) / values.length;
  const variance = values.reduce((sum, value) => sum + (value - mean) ** 2, 0) / values.length;
  return {f: {mean: Float32Array.of(mean), std: Float32Array.of(Math.sqrt(variance + EPSILON))}};
}

it('makes the statistics of the whole of those of its parts', () => {
  const random = randomNumbers(3);
  // Far from zero, where squares would leave nothing of what is between them.
  const values = Array.from({length: 1000}, (_, index) => 300 + index / 50 + random());
  const parts = [values.slice(0, 10), values.slice(10, 700), values.slice(700)];
  const united = uniteStatistics(
    parts.map((part) => ({statistics: statisticsOf(part), share: 4 * part.length})),
  );
  const whole = statisticsOf(values);

  expect(united['f']!.mean[0]).toBeCloseTo(whole['f']!.mean[0]!, 4);
  expect(united['f']!.std[0]).toBeCloseTo(whole['f']!.std[0]!, 4);
});

it('keeps what a flat part has as it is', () => {
  const flat = statisticsOf([2, 2, 2]);
  const united = uniteStatistics([
    {statistics: flat, share: 1},
    {statistics: flat, share: 5},
  ]);

  expect(united['f']!.mean[0]).toBe(2);
  expect(united['f']!.std[0]).toBeCloseTo(Math.sqrt(EPSILON), 6);
});
