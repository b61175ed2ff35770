import {beforeEach, describe, expect, it, vi} from 'vitest';
import {StyleAnalyst} from '../../../src/app/styles/style-analyst.ts';
import {
  createForgetfulShelf,
  fitKey,
  type StyleShelf,
} from '../../../src/app/styles/style-shelf.ts';
import type {Engine} from '../../../src/live/engine.ts';
import {type Brush, TONED} from '../../../src/network/brush.ts';
import type {StyleCode} from '../../../src/network/style-code.ts';
import {
  analyzedColor,
  codeOfColor,
  type FakeEngine,
  fakeEngine,
  fakeNetwork,
} from '../fake-engine.ts';
import {colorFile} from '../fake-studio.ts';

const PALETTE = {
  mean: new Float32Array(3),
  covariance: new Float32Array(9),
  tones: new Float32Array(51),
};

let engine: FakeEngine;
let shelf: StyleShelf;
let analyst: StyleAnalyst;
/** What was fitted to styles, and this without the brushes. */
let fitted: Record<string, StyleCode>;
let sketches: Record<string, StyleCode>;
/** The pictures there are, by style; another one is red. */
let pictures: Record<string, () => Promise<Blob>>;

beforeEach(() => {
  engine = fakeEngine(document.createElement('canvas'));
  shelf = createForgetfulShelf();
  fitted = {};
  sketches = {};
  pictures = {};
  analyst = reload();
});

it('runs the encoder once for a style', async () => {
  expect(analyst.recall('red', 512)).toBeUndefined();
  const statistics = await analyst.analyze('red', 512);
  const again = await analyst.analyze('red', 512);

  expect(statistics).toEqual(analyzedColor(255, 0, 0));
  expect(again).toBe(statistics);
  expect(analyst.recall('red', 512)).toBe(statistics);
  expect(engine.analyzeStyle).toHaveBeenCalledOnce();
});

it('runs the encoder once for two calls at the same time', async () => {
  const [first, second] = await Promise.all([
    analyst.analyze('red', 512),
    analyst.analyze('red', 512),
  ]);

  expect(second).toBe(first);
  expect(engine.analyzeStyle).toHaveBeenCalledOnce();
});

it('needs no encoder for a known style after a reload', async () => {
  const code = await analyst.analyze('red', 512);
  engine.analyzeStyle.mockClear();

  expect(await reload().analyze('red', 512)).toEqual(code);
  expect(code.palette).toBeDefined();
  expect(engine.analyzeStyle).not.toHaveBeenCalled();
});

it('sees a style at each side for itself', async () => {
  await analyst.analyze('red', 512);
  expect(analyst.recall('red', 256)).toBeUndefined();
  await analyst.analyze('red', 256);
  await reload().analyze('red', 256);

  expect(engine.analyzeStyle.mock.calls.map(([, , , side]) => side)).toEqual([512, 256]);
});

it('knows a style by its content, not by its name', async () => {
  await analyst.analyze('red', 512);
  const other = reload();
  await other.analyze('another-name', 512);
  expect(engine.analyzeStyle).toHaveBeenCalledOnce();

  pictures['red'] = () => colorFile('blue');
  await other.analyze('red', 512);
  expect(engine.analyzeStyle).toHaveBeenCalledTimes(2);
  expect(other.recall('red', 512)).toEqual(analyzedColor(0, 0, 255));
});

it('runs the encoder of another network again', async () => {
  await analyst.analyze('red', 512);
  await reload(fakeNetwork('another network')).analyze('red', 512);

  expect(engine.analyzeStyle).toHaveBeenCalledTimes(2);
});

it('keeps nothing of a network without a checksum', async () => {
  const keep = vi.spyOn(shelf, 'keepCode');
  await reload(fakeNetwork('')).analyze('red', 512);

  expect(keep).not.toHaveBeenCalled();
});

describe('a brush that was learnt', () => {
  const NETWORK = fakeNetwork();
  const learnt: Brush = new Map([['bias', {shape: [1], values: Float32Array.of(3)}]]);
  const fit = {recipe: 'toy', steps: 3, brush: learnt, first: learnt, second: learnt};

  beforeEach(() => {
    Object.assign(NETWORK, {weights: learnt});
    analyst = reload(NETWORK);
  });

  it('is painted with after a reload, before any that comes with the network', async () => {
    fitted['red'] = {...codeOfColor(1, 2, 3), brushes: []};
    await shelf.keepFit(fitKey('red', NETWORK.checksum, 512), fit);
    const code = await analyst.analyze('red', 512);

    const brushes = [{brush: learnt, share: 1, toned: TONED.learnt}];
    expect(code).toEqual({...codeOfColor(1, 2, 3), brushes});
    expect((await analyst.analyze('red', 256)).brushes).toEqual([]);
  });

  it('is forgotten for the one that came with the network', async () => {
    fitted['red'] = {...codeOfColor(1, 2, 3), brushes: []};
    await shelf.keepFit(fitKey('red', NETWORK.checksum, 512), fit);
    await analyst.analyze('red', 512);
    await analyst.takeGivenBrush('red', 512);

    expect(analyst.recall('red', 512)).toEqual(fitted['red']);
    expect(await reload(NETWORK).analyze('red', 512)).toEqual(fitted['red']);
  });

  it('is passed over where the storage has spoilt it', async () => {
    const spoilt = new Map([['bias', {shape: [1], values: Float32Array.of(NaN)}]]);
    await shelf.keepFit(fitKey('red', NETWORK.checksum, 512), {...fit, brush: spoilt});

    expect(await analyst.analyze('red', 512)).toEqual(analyzedColor(255, 0, 0));
  });
});

it('does without a shelf that fails', async () => {
  const full = () => Promise.reject(new DOMException('Full.', 'QuotaExceededError'));
  vi.spyOn(shelf, 'code').mockImplementation(full);
  vi.spyOn(shelf, 'keepCode').mockImplementation(full);
  vi.spyOn(shelf, 'fit').mockImplementation(full);

  expect(await analyst.analyze('red', 512)).toEqual(analyzedColor(255, 0, 0));
});

it.each<[string, unknown]>([
  ['nothing of it', {}],
  ['no numbers', keptWith({mean: 'much', std: null})],
  ['too few of them', keptWith({mean: new Float32Array(2), std: new Float32Array(2)})],
  ['some that are none', keptWith({mean: new Float32Array(3).fill(NaN), std: new Float32Array(3)})],
  ['no palette', {...codeOfColor(1, 2, 3), palette: undefined}],
  ['half a palette', {...codeOfColor(1, 2, 3), palette: {mean: PALETTE.mean}}],
  ['something else', 7],
])('does not paint with what a storage has made of a style: %s', async (_, kept) => {
  vi.spyOn(shelf, 'code').mockResolvedValue(kept as never);

  expect(await analyst.analyze('red', 512)).toEqual(analyzedColor(255, 0, 0));
});

it('tries again after a picture that could not be read', async () => {
  pictures['red'] = () => Promise.resolve(new Blob(['no picture']));
  await expect(analyst.analyze('red', 512)).rejects.toMatchObject({problem: 'unreadable'});
  expect(analyst.recall('red', 512)).toBeUndefined();
  expect(analyst.hasFailed('red')).toBe(true);
  pictures = {};

  await expect(analyst.analyze('red', 512)).resolves.toEqual(analyzedColor(255, 0, 0));
});

it('analyses nothing, and fetches no picture, where a brush was fitted', async () => {
  fitted['red'] = codeOfColor(1, 2, 3);
  pictures['red'] = () => Promise.reject(new Error('Nobody asks for it.'));

  expect(await analyst.analyze('red', 512)).toBe(fitted['red']);
  expect(analyst.recall('red', 512)).toBe(fitted['red']);
  expect(engine.analyzeStyle).not.toHaveBeenCalled();
});

it('does with the sketch of a style whose brush cannot be had', async () => {
  sketches['red'] = codeOfColor(1, 2, 3);

  expect(await analyst.sketch('red', 512)).toBe(sketches['red']);
  expect(analyst.recall('red', 512)).toBeUndefined();
  expect(await analyst.analyze('red', 512)).toBe(sketches['red']);
  expect(engine.analyzeStyle).not.toHaveBeenCalled();
});

it('has the engine make a code ready as soon as it is known', async () => {
  fitted['red'] = codeOfColor(1, 2, 3);
  await analyst.analyze('red', 512);

  expect(engine.expect).toHaveBeenCalledExactlyOnceWith(analyst.network, fitted['red']);
});

it('knows the colours of what it analyses', async () => {
  const {palette} = await analyst.analyze('red', 512);

  expect(palette!.mean[0]).toBeCloseTo(0.299, 3);
  expect(palette!.mean[2]).toBeCloseTo(0.5, 3);
  for (const value of palette!.covariance) expect(value).toBeCloseTo(0, 5);
});

it('forgets a removed style at every side', async () => {
  for (const side of [256, 512]) await analyst.analyze('red', side);
  analyst.forget('red');

  for (const side of [256, 512]) expect(analyst.recall('red', side)).toBeUndefined();
});

/** An analyst as it is after a reload of the page: the shelf alone has lasted. */
function reload(network = fakeNetwork()): StyleAnalyst {
  return new StyleAnalyst(
    engine as unknown as Engine,
    network,
    () => ({
      has: (id) => id in fitted,
      sketchOf: (id) => Promise.resolve(sketches[id]),
      codeOf: (id) => Promise.resolve(fitted[id]),
      expect() {},
    }),
    shelf,
    (id) => pictures[id]?.() ?? colorFile('red'),
  );
}

/** What a storage may have made of a code, with these statistics. */
function keptWith(f4: unknown) {
  return {statistics: {f4}, palette: PALETTE};
}
