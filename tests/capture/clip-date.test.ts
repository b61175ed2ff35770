import {expect, it} from 'vitest';
import {clipDate} from '../../src/capture/clip-date.ts';
import {clipName} from '../../src/capture/clip-name.ts';

it('tells when a clip was captured from its name', () => {
  const date = new Date(2026, 10, 3, 9, 5, 7);

  expect(clipDate(clipName(date, 'mp4'))).toEqual(date);
  expect(clipDate('pastiche-2026-11-03-09-05-07-2.webm')).toEqual(date);
});

it('knows nothing of other names', () => {
  expect(clipDate('holiday.mp4')).toBeUndefined();
  expect(clipDate('pastiche-mosaic.mp4')).toBeUndefined();
});
