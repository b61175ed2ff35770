import {beforeEach, expect, it} from 'vitest';
import {RecordingClock} from '../../../src/capture/recording/recording-clock.ts';

let time: number;
let clock: RecordingClock;

beforeEach(() => {
  time = 5000;
  clock = new RecordingClock(() => time);
});

it('stands at zero until it is started', () => {
  time = 6000;

  expect(clock.started).toBe(false);
  expect(clock.elapsedMs).toBe(0);
});

it('counts from the moment of its start', () => {
  clock.start(5000);
  time = 5250;

  expect(clock.elapsedMs).toBe(250);
  expect(clock.at(5100)).toBe(100);
});

it('leaves out pauses', () => {
  clock.start(5000);
  time = 5100;
  clock.pause();
  time = 7000;
  expect(clock.elapsedMs).toBe(100);

  clock.pause();
  clock.resume();
  time = 7050;
  expect(clock.elapsedMs).toBe(150);
  expect(clock.at(7050)).toBe(150);
});

it('forgets a pause before its start', () => {
  clock.pause();
  time = 9000;
  clock.resume();
  clock.start(9000);
  time = 9010;

  expect(clock.elapsedMs).toBe(10);
});

it.each([25_000, 3 * 3_600_000])('leaves out what a machine slept: %i ms', (sleepMs) => {
  clock.start(5000);
  time = 6000;
  expect(clock.tick()).toBe(false);

  time += sleepMs;
  expect(clock.tick()).toBe(true);
  expect(clock.elapsedMs).toBe(1040);
  time += 500;
  expect(clock.tick()).toBe(false);
  expect(clock.elapsedMs).toBe(1540);
});

it('does not take a busy page for a sleeping machine', () => {
  clock.start(5000);
  for (let busy = 1; busy <= 3; busy++) {
    time += 19_000;
    expect(clock.tick()).toBe(false);
  }

  expect(clock.elapsedMs).toBe(57_000);
});

it('counts a sleep in a pause once', () => {
  clock.start(5000);
  time = 6000;
  clock.pause();
  time += 3_600_000;
  expect(clock.tick()).toBe(false);
  clock.resume();
  time += 100;

  expect(clock.tick()).toBe(false);
  expect(clock.elapsedMs).toBe(1100);
});
