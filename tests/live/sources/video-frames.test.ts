import {expect, it} from 'vitest';
import {createFrameTimes} from '../../../src/live/sources/video-frames.ts';

it.each([
  ['when it was filmed', {captureTime: 950, presentationTime: 990}, 950],
  ['when it is shown, where the browser does not know better', {presentationTime: 990}, 990],
  ['now, where it knows nothing', {}, 1000],
  [
    'when it is shown, where the camera has another clock',
    {captureTime: 5e6, presentationTime: 990},
    990,
  ],
  ['now, where both are of another clock', {captureTime: 1e12, presentationTime: -5e5}, 1000],
])('gives a frame the time %s', (_, metadata, time) => {
  expect(createFrameTimes()(1000, metadata)).toBe(time);
});

it('never goes back', () => {
  const timeOf = createFrameTimes();

  expect(timeOf(1000, {captureTime: 990})).toBe(990);
  expect(timeOf(1010, {captureTime: 950})).toBe(991);
  expect(timeOf(1020, {captureTime: 1015})).toBe(1015);
});
