import {expect, it} from 'vitest';
import {clipName} from '../../src/capture/clip-name.ts';

it('names a clip after its local time, with two digits each', () => {
  expect(clipName(new Date(2026, 10, 3, 9, 5, 0), 'mp4')).toBe('pastiche-2026-11-03-09-05-00.mp4');
});

it('sorts by time', () => {
  const dates = [new Date(2026, 8, 30, 23, 59, 59), new Date(2026, 9, 1), new Date(2027, 0, 1)];
  const names = dates.map((date) => clipName(date, 'png'));

  expect(names.toSorted()).toEqual(names);
});
