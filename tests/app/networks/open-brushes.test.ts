import {expect, it, vi} from 'vitest';
import {openBrushes} from '../../../src/app/networks/open-brushes.ts';
import {fakeNetwork} from '../fake-engine.ts';

const FILES = {manifestUrl: 'none', urls: new Map([['waves', 'none']])};

it('has nothing for a network without brushes', async () => {
  const brushes = openBrushes(fakeNetwork(), undefined);

  expect(brushes.has('waves')).toBe(false);
  expect(await brushes.codeOf('waves')).toBeUndefined();
});

it('asks where they are once, and knows then of which styles', async () => {
  const where = vi.fn(() => Promise.resolve(FILES));
  const brushes = openBrushes(fakeNetwork(), where);
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
  const brushes = openBrushes(fakeNetwork(), where);

  expect(await brushes.codeOf('none-such')).toBeUndefined();
  expect(await brushes.codeOf('none-such')).toBeUndefined();
  expect(where).toHaveBeenCalledTimes(2);
});
