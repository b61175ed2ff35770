import {beforeEach, expect, it, vi} from 'vitest';
import {StyleAnalyst} from '../../../src/app/styles/style-analyst.ts';
import {createForgetfulShelf, type StyleShelf} from '../../../src/app/styles/style-shelf.ts';
import type {Engine} from '../../../src/live/engine.ts';
import type {StyleCode} from '../../../src/network/style-code.ts';
import {
  analyzedColor,
  codeOfColor,
  type FakeEngine,
  fakeEngine,
  fakeNetwork,
} from '../fake-engine.ts';
import {colorFile} from '../fake-studio.ts';

let engine: FakeEngine;
let shelf: StyleShelf;
let analyst: StyleAnalyst;
/** What was fitted to styles. */
let fitted: Record<string, StyleCode>;
/** The pictures there are, by style; another one is red. */
let pictures: Record<string, () => Promise<Blob>>;

beforeEach(() => {
  engine = fakeEngine(document.createElement('canvas'));
  shelf = createForgetfulShelf();
  fitted = {};
  pictures = {};
  analyst = reload();
});

it('runs the encoder once for a style', async () => {
  expect(analyst.recall('red')).toBeUndefined();
  const statistics = await analyst.analyze('red');
  const again = await analyst.analyze('red');

  expect(statistics).toEqual(analyzedColor(255, 0, 0));
  expect(again).toBe(statistics);
  expect(analyst.recall('red')).toBe(statistics);
  expect(engine.analyzeStyle).toHaveBeenCalledOnce();
});

it('runs the encoder once for two calls at the same time', async () => {
  const [first, second] = await Promise.all([analyst.analyze('red'), analyst.analyze('red')]);

  expect(second).toBe(first);
  expect(engine.analyzeStyle).toHaveBeenCalledOnce();
});

it('needs no encoder for a known style after a reload', async () => {
  const statistics = await analyst.analyze('red');
  engine.analyzeStyle.mockClear();

  expect(await reload().analyze('red')).toEqual(statistics);
  expect(engine.analyzeStyle).not.toHaveBeenCalled();
});

it('knows a style by its content, not by its name', async () => {
  await analyst.analyze('red');
  const other = reload();
  await other.analyze('another-name');
  expect(engine.analyzeStyle).toHaveBeenCalledOnce();

  pictures['red'] = () => colorFile('blue');
  await other.analyze('red');
  expect(engine.analyzeStyle).toHaveBeenCalledTimes(2);
  expect(other.recall('red')).toEqual(analyzedColor(0, 0, 255));
});

it('runs the encoder of another network again', async () => {
  await analyst.analyze('red');
  await reload('another network').analyze('red');

  expect(engine.analyzeStyle).toHaveBeenCalledTimes(2);
});

it('keeps nothing of a network without a checksum', async () => {
  const keep = vi.spyOn(shelf, 'keepStatistics');
  await reload('').analyze('red');

  expect(keep).not.toHaveBeenCalled();
});

it('does without a shelf that fails', async () => {
  const full = () => Promise.reject(new DOMException('Full.', 'QuotaExceededError'));
  vi.spyOn(shelf, 'statistics').mockImplementation(full);
  vi.spyOn(shelf, 'keepStatistics').mockImplementation(full);

  expect(await analyst.analyze('red')).toEqual(analyzedColor(255, 0, 0));
});

it.each<[string, unknown]>([
  ['nothing of it', {}],
  ['no numbers', {f4: {mean: 'much', std: null}}],
  ['too few of them', {f4: {mean: new Float32Array(2), std: new Float32Array(2)}}],
  ['some that are none', {f4: {mean: new Float32Array(3).fill(NaN), std: new Float32Array(3)}}],
  ['something else', 7],
])('does not paint with what a storage has made of a style: %s', async (_, kept) => {
  vi.spyOn(shelf, 'statistics').mockResolvedValue(kept as never);

  expect(await analyst.analyze('red')).toEqual(analyzedColor(255, 0, 0));
});

it('tries again after a picture that could not be read', async () => {
  pictures['red'] = () => Promise.resolve(new Blob(['no picture']));
  await expect(analyst.analyze('red')).rejects.toMatchObject({problem: 'unreadable'});
  expect(analyst.recall('red')).toBeUndefined();
  expect(analyst.hasFailed('red')).toBe(true);
  pictures = {};

  await expect(analyst.analyze('red')).resolves.toEqual(analyzedColor(255, 0, 0));
});

it('analyses nothing, and fetches no picture, where a brush was fitted', async () => {
  fitted['red'] = codeOfColor(1, 2, 3);
  pictures['red'] = () => Promise.reject(new Error('Nobody asks for it.'));

  expect(await analyst.analyze('red')).toBe(fitted['red']);
  expect(analyst.recall('red')).toBe(fitted['red']);
  expect(engine.analyzeStyle).not.toHaveBeenCalled();
});

it('has the engine make a code ready as soon as it is known', async () => {
  fitted['red'] = codeOfColor(1, 2, 3);
  await analyst.analyze('red');

  expect(engine.expect).toHaveBeenCalledExactlyOnceWith(analyst.network, fitted['red']);
});

it('knows the colours of what it analyses', async () => {
  const {palette} = await analyst.analyze('red');

  expect(palette!.mean[0]).toBeCloseTo(0.299, 3);
  expect(palette!.mean[2]).toBeCloseTo(0.5, 3);
  for (const value of palette!.covariance) expect(value).toBeCloseTo(0, 5);
});

it('forgets a removed style', async () => {
  await analyst.analyze('red');
  analyst.forget('red');

  expect(analyst.recall('red')).toBeUndefined();
});

/** An analyst as it is after a reload of the page: the shelf alone has lasted. */
function reload(checksum = 'toy'): StyleAnalyst {
  return new StyleAnalyst(
    engine as unknown as Engine,
    fakeNetwork(checksum),
    {has: (id) => id in fitted, codeOf: (id) => Promise.resolve(fitted[id])},
    shelf,
    (id) => pictures[id]?.() ?? colorFile('red'),
  );
}
