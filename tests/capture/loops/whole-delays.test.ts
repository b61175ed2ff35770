import {expect, it} from 'vitest';
import {wholeDelays} from '../../../src/capture/loops/whole-delays.ts';

it('spreads what is rounded, so that all of it lasts as long as it should', () => {
  const durationsMs = Array.from({length: 90}, () => 1000 / 15);
  const delays = wholeDelays(durationsMs, 10);

  expect(delays.slice(0, 6)).toEqual([7, 6, 7, 7, 6, 7]);
  expect(delays.reduce((sum, delay) => sum + delay)).toBe(600);
});

it('is never out by more than half a unit', () => {
  const durationsMs = [66.4, 67.1, 71.9, 33.3, 81.2, 66.6, 49.9];
  let [dueMs, toldMs] = [0, 0];
  for (const [place, delay] of wholeDelays(durationsMs, 10).entries()) {
    dueMs += durationsMs[place]!;
    toldMs += 10 * delay;
    expect(Math.abs(dueMs - toldMs)).toBeLessThanOrEqual(5);
  }
});

it('gives no delay that browsers slow down, and takes it back from the next', () => {
  expect(wholeDelays([4, 4, 80], 10)).toEqual([2, 2, 5]);
  expect(wholeDelays([4, 60], 1)).toEqual([20, 44]);
});
