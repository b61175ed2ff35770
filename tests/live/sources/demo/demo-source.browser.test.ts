import {afterEach, expect, it, vi} from 'vitest';
import {openDemo} from '../../../../src/live/sources/demo/demo-source.ts';
import {meanDifference, pixelsOf} from '../../canvas-pixels.ts';
import {displayFrames} from '../../display-frames.ts';

afterEach(() => {
  vi.restoreAllMocks();
});

it.each([
  ['wide', false, {width: 960, height: 720}],
  ['upright', true, {width: 720, height: 960}],
])('is a %s picture', (_, portrait, size) => {
  const demo = openDemo(portrait);

  expect(demo).toMatchObject({kind: 'demo', facesPerson: false});
  expect(demo.size()).toEqual(size);
  expect(demo.frame(0).image).toMatchObject(size);
});

it('moves: the same at the same time, another after a while, never empty', () => {
  const demo = openDemo(false);
  const at = (timeMs: number) => {
    return pixelsOf(demo.frame(timeMs).image as HTMLCanvasElement, {width: 240, height: 180});
  };
  const first = at(1000);

  expect(meanDifference(at(1000), first)).toBe(0);
  expect(meanDifference(at(1100), first)).toBeGreaterThan(0);
  expect(meanDifference(at(3000), first)).toBeGreaterThan(0.5);
  expect(meanDifference(at(1000), first)).toBe(0);
  expect(meanDifference(new Uint8Array(first.length), first)).toBeGreaterThan(50);
});

it('repeats after its period', () => {
  const demo = openDemo(false);
  const at = (timeMs: number) => {
    return pixelsOf(demo.frame(timeMs).image as HTMLCanvasElement, {width: 240, height: 180});
  };

  expect(meanDifference(at(2000), at(26_000))).toBeLessThan(0.5);
});

it('has a frame with every frame of the display, for the newest listener', async () => {
  const demo = openDemo(false);
  const [before, now] = [vi.fn(), vi.fn()];
  demo.onFrame(before);
  demo.onFrame(now);
  await displayFrames(5);
  demo.close();

  expect(before).not.toHaveBeenCalled();
  expect(now.mock.calls.length).toBeGreaterThanOrEqual(4);
});

it.each(['close', 'the function that onFrame gives'])('rests after %s', async (way) => {
  const request = vi.spyOn(window, 'requestAnimationFrame');
  const demo = openDemo(false);
  const listener = vi.fn();
  const stop = demo.onFrame(listener);
  if (way === 'close') demo.close();
  else stop();
  demo.close();
  request.mockClear();
  await displayFrames(3);

  expect(request).not.toHaveBeenCalled();
  expect(listener).not.toHaveBeenCalled();
});
