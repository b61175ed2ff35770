import {expect, it, vi} from 'vitest';
import {openBrushes} from '../../../src/app/networks/open-brushes.ts';
import {fakeNetwork} from '../fake-engine.ts';

const FILES = {manifestUrl: 'none', sketchesUrl: 'none', urls: new Map([['waves', 'none']])};

it('has nothing for a network without brushes', async () => {
  const brushes = openBrushes(fakeNetwork(), undefined)(512);

  expect(brushes.has('waves')).toBe(false);
  expect(await brushes.codeOf('waves')).toBeUndefined();
  expect(await brushes.sketchOf('waves')).toBeUndefined();
});

it('asks where they are once, and knows then of which styles', async () => {
  const where = vi.fn(() => Promise.resolve(FILES));
  const brushes = openBrushes(fakeNetwork(), where)(512);
  // One may as well ask.
  expect(brushes.has('waves')).toBe(true);
  expect(brushes.has('none-such')).toBe(true);

  expect(await brushes.codeOf('none-such')).toBeUndefined();
  expect(await brushes.codeOf('another')).toBeUndefined();
  expect(brushes.has('waves')).toBe(true);
  expect(brushes.has('none-such')).toBe(false);
  expect(where).toHaveBeenCalledOnce();
});

it('does without a part of the app that does not load, and tries it again', async () => {
  const where = vi.fn(() => Promise.resolve(FILES));
  where.mockRejectedValueOnce(new TypeError('Failed to fetch dynamically imported module'));
  const brushes = openBrushes(fakeNetwork(), where)(512);

  expect(await brushes.codeOf('none-such')).toBeUndefined();
  expect(await brushes.codeOf('none-such')).toBeUndefined();
  expect(where).toHaveBeenCalledTimes(2);
});

it('opens those of a side once, and each side for itself', async () => {
  const where = vi.fn((side: number) => Promise.resolve(side === 512 ? FILES : undefined));
  const brushesAt = openBrushes(fakeNetwork(), where);
  for (const side of [512, 256, 512, 256]) await brushesAt(side).codeOf('none-such');

  expect(where.mock.calls).toEqual([[512], [256]]);
  expect(brushesAt(512).has('waves')).toBe(true);
  expect(brushesAt(256).has('waves')).toBe(false);
});
