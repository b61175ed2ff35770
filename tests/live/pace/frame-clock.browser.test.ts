import {afterEach, beforeEach, expect, it, vi} from 'vitest';
import {FrameClock} from '../../../src/live/pace/frame-clock.ts';
import {ManualSource} from '../manual-source.ts';
import {restoreVisibility, setHidden} from '../visibility.ts';

let ticks: number;
let source: ManualSource;
let clock: FrameClock;
/** What the clock has the timer call; undefined while it uses no timer. */
let timed: (() => void) | undefined;

beforeEach(() => {
  ticks = 0;
  timed = undefined;
  source = new ManualSource();
  const timer = {
    wait: () => Promise.resolve(),
    every(ms: number, listener: () => void) {
      expect(ms).toBeCloseTo(1000 / 30);
      timed = listener;
      return () => {
        timed = undefined;
      };
    },
    dispose() {},
  };
  clock = new FrameClock(timer, () => ticks++);
  clock.follow(source);
});

afterEach(() => {
  clock.dispose();
  restoreVisibility();
  vi.restoreAllMocks();
});

it('ticks with every frame of the source while the tab is shown', () => {
  source.tick();
  source.tick();

  expect(ticks).toBe(2);
  expect(timed).toBeUndefined();
});

it('stops in a hidden tab and goes on when it is shown again', () => {
  setHidden(true);
  source.tick();
  expect([ticks, source.listening, timed]).toEqual([0, 0, undefined]);

  setHidden(false);
  source.tick();
  expect([ticks, source.listening]).toEqual([1, 1]);
});

it('goes on by the timer in a hidden tab that must not stop', () => {
  clock.keepGoing(true);
  setHidden(true);
  timed?.();
  expect([ticks, source.listening]).toEqual([1, 0]);

  setHidden(false);
  expect([timed, source.listening]).toEqual([undefined, 1]);
});

it('takes to the timer when a hidden tab starts to record, and leaves it at the end', () => {
  setHidden(true);
  clock.keepGoing(true);
  expect(timed).toBeDefined();

  clock.keepGoing(false);
  expect(timed).toBeUndefined();
});

it('listens to the newest source alone', () => {
  const next = new ManualSource();
  clock.follow(next);
  source.tick();
  next.tick();

  expect([ticks, source.listening, next.listening]).toEqual([1, 0, 1]);
});

it('measures how often the source has a frame, between 1/120 and 1/24 s', () => {
  let now = 1000;
  vi.spyOn(performance, 'now').mockImplementation(() => now);
  const tickEvery = (ms: number) => {
    for (let frame = 0; frame < 100; frame++) {
      now += ms;
      source.tick();
    }
    return clock.intervalMs;
  };

  expect(tickEvery(20)).toBeCloseTo(20, 1);
  expect(tickEvery(1)).toBeCloseTo(1000 / 120, 1);
  expect(tickEvery(500)).toBeCloseTo(1000 / 24, 1);
});

it('is silent after dispose, which may be called twice', () => {
  clock.keepGoing(true);
  clock.dispose();
  clock.dispose();
  setHidden(true);
  setHidden(false);
  source.tick();

  expect([ticks, source.listening, timed]).toEqual([0, 0, undefined]);
});
