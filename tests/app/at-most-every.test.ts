import {afterEach, beforeEach, expect, it, vi} from 'vitest';
import {atMostEvery} from '../../src/app/at-most-every.ts';

const run = vi.fn();

beforeEach(() => {
  vi.useFakeTimers();
  run.mockReset();
});

afterEach(() => {
  vi.useRealTimers();
});

it('runs at once when it has rested', () => {
  const pacer = atMostEvery(100, run);
  pacer.ask();
  expect(run).toHaveBeenCalledOnce();

  vi.advanceTimersByTime(100);
  pacer.ask();
  expect(run).toHaveBeenCalledTimes(2);
});

it('runs once more for however many asked meanwhile', () => {
  const pacer = atMostEvery(100, run);
  for (let time = 0; time < 100; time++) {
    pacer.ask();
    vi.advanceTimersByTime(0.9);
  }
  expect(run).toHaveBeenCalledOnce();

  vi.advanceTimersByTime(1000);
  expect(run).toHaveBeenCalledTimes(2);
});

it('runs no more often than it should, and after the last that asked', () => {
  const times: number[] = [];
  const pacer = atMostEvery(100, () => times.push(Date.now()));
  for (let frame = 0; frame < 60; frame++) {
    pacer.ask();
    vi.advanceTimersByTime(1000 / 60);
  }
  const last = Date.now();
  vi.advanceTimersByTime(1000);

  for (const [index, time] of times.slice(1).entries()) {
    expect(time - times[index]!).toBeGreaterThanOrEqual(100);
  }
  expect(times.length).toBeLessThanOrEqual(11);
  expect(times.at(-1)).toBeGreaterThanOrEqual(last - 1000 / 60);
});

it('rests when nobody asks', () => {
  atMostEvery(100, run).ask();
  vi.advanceTimersByTime(1000);

  expect(run).toHaveBeenCalledOnce();
  expect(vi.getTimerCount()).toBe(0);
});

it('may be asked by what it runs', () => {
  const pacer = atMostEvery(100, () => {
    if (run.mock.calls.length < 3) pacer.ask();
    run();
  });
  pacer.ask();
  vi.advanceTimersByTime(1000);

  expect(run).toHaveBeenCalledTimes(4);
});

it('does nothing after dispose, which may happen twice, and leaves no timer', () => {
  const pacer = atMostEvery(100, run);
  pacer.ask();
  pacer.ask();
  pacer.dispose();
  pacer.dispose();
  pacer.ask();
  vi.advanceTimersByTime(1000);

  expect(run).toHaveBeenCalledOnce();
  expect(vi.getTimerCount()).toBe(0);
});
