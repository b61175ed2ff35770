import {beforeEach, expect, it, vi} from 'vitest';
import {StyleAnalyst} from '../../../src/app/styles/style-analyst.ts';
import {createForgetfulShelf, type StyleShelf} from '../../../src/app/styles/style-shelf.ts';
import type {Engine} from '../../../src/live/engine.ts';
import {
  colorFile,
  type FakeEngine,
  fakeEngine,
  fakeModel,
  statisticsOfColor,
} from '../fake-studio.ts';

let engine: FakeEngine;
let shelf: StyleShelf;
let analyst: StyleAnalyst;

beforeEach(() => {
  engine = fakeEngine(document.createElement('canvas'));
  shelf = createForgetfulShelf();
  analyst = reload();
});

it('runs the encoder once for a style', async () => {
  expect(analyst.recall('red')).toBeUndefined();
  const statistics = await analyst.analyze('red', red);
  const again = await analyst.analyze('red', red);

  expect(statistics).toEqual(statisticsOfColor(255, 0, 0));
  expect(again).toBe(statistics);
  expect(analyst.recall('red')).toBe(statistics);
  expect(engine.analyzeStyle).toHaveBeenCalledOnce();
});

it('runs the encoder once for two calls at the same time', async () => {
  const [first, second] = await Promise.all([
    analyst.analyze('red', red),
    analyst.analyze('red', red),
  ]);

  expect(second).toBe(first);
  expect(engine.analyzeStyle).toHaveBeenCalledOnce();
});

it('needs no encoder for a known style after a reload', async () => {
  const statistics = await analyst.analyze('red', red);
  engine.analyzeStyle.mockClear();

  expect(await reload().analyze('red', red)).toEqual(statistics);
  expect(engine.analyzeStyle).not.toHaveBeenCalled();
});

it('knows a style by its content, not by its name', async () => {
  await analyst.analyze('red', red);
  const other = reload();
  await other.analyze('another-name', red);
  expect(engine.analyzeStyle).toHaveBeenCalledOnce();

  await other.analyze('red', () => colorFile('blue'));
  expect(engine.analyzeStyle).toHaveBeenCalledTimes(2);
  expect(other.recall('red')).toEqual(statisticsOfColor(0, 0, 255));
});

it('runs the encoder of another network again', async () => {
  await analyst.analyze('red', red);
  await reload('another network').analyze('red', red);

  expect(engine.analyzeStyle).toHaveBeenCalledTimes(2);
});

it('keeps nothing of a network without a checksum', async () => {
  const keep = vi.spyOn(shelf, 'keepStatistics');
  await reload('').analyze('red', red);

  expect(keep).not.toHaveBeenCalled();
});

it('does without a shelf that fails', async () => {
  const full = () => Promise.reject(new DOMException('Full.', 'QuotaExceededError'));
  vi.spyOn(shelf, 'statistics').mockImplementation(full);
  vi.spyOn(shelf, 'keepStatistics').mockImplementation(full);

  expect(await analyst.analyze('red', red)).toEqual(statisticsOfColor(255, 0, 0));
});

it('tries again after a picture that could not be read', async () => {
  const bad = () => Promise.resolve(new Blob(['no picture']));
  await expect(analyst.analyze('red', bad)).rejects.toMatchObject({problem: 'unreadable'});
  expect(analyst.recall('red')).toBeUndefined();

  await expect(analyst.analyze('red', red)).resolves.toEqual(statisticsOfColor(255, 0, 0));
});

it('forgets a removed style', async () => {
  await analyst.analyze('red', red);
  analyst.forget('red');

  expect(analyst.recall('red')).toBeUndefined();
});

/** An analyst as it is after a reload of the page: the shelf alone has lasted. */
function reload(checksum = 'toy'): StyleAnalyst {
  return new StyleAnalyst(engine as unknown as Engine, fakeModel(checksum), shelf);
}

function red(): Promise<Blob> {
  return colorFile('red');
}
