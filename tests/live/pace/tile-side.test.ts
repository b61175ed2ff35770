import {expect, it} from 'vitest';
import {tileSide} from '../../../src/live/pace/tile-side.ts';

it('is smaller where the GPU is slower, down to a side', () => {
  const frame = 512 * 384;

  expect(tileSide(frame, 15)).toBeGreaterThan(2000);
  expect(tileSide(frame, 100)).toBeCloseTo(1086, -1);
  expect(tileSide(frame, 3000)).toBe(512);
});

it('is not known before a frame was painted', () => {
  expect(tileSide(0, 0)).toBeUndefined();
});
