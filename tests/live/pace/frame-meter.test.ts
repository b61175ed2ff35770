import {expect, it} from 'vitest';
import {FrameMeter} from '../../../src/live/pace/frame-meter.ts';

it('gives zeros before the first frame', () => {
  expect(new FrameMeter().read(1000)).toEqual({fps: 0, frameMs: 0});
});

it('gives the frames a second and the mean time of one', () => {
  const meter = new FrameMeter();
  for (let frame = 1; frame <= 60; frame++) meter.record(frame * 25, frame % 2 ? 10 : 14);
  const {fps, frameMs} = meter.read(1500);

  expect(Math.abs(fps - 40)).toBeLessThan(1);
  expect(frameMs).toBeCloseTo(12, 5);
});

it('gives a finite rate for a single frame', () => {
  const meter = new FrameMeter();
  meter.record(1000, 20);

  expect(meter.read(1000)).toEqual({fps: 50, frameMs: 20});
});

it('forgets what is older than two seconds', () => {
  const meter = new FrameMeter();
  for (let frame = 0; frame < 50; frame++) meter.record(frame * 20, 100);
  for (let frame = 0; frame < 50; frame++) meter.record(4000 + frame * 40, 5);

  expect(meter.read(5960).frameMs).toBe(5);
  expect(Math.abs(meter.read(5960).fps - 25)).toBeLessThan(1);
  expect(meter.read(20_000)).toEqual({fps: 0, frameMs: 0});
});
