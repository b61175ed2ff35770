import {beforeEach, describe, expect, it, vi} from 'vitest';
import type {Networks} from '../../../src/app/networks/networks.ts';
import {expectStyle} from '../../../src/app/styles/expect-style.ts';
import {fakeNetwork} from '../fake-engine.ts';

const network = fakeNetwork();
const engine = {prepareAnalysis: vi.fn(() => Promise.resolve())};
const analyst = {
  network,
  isFitted: (id: string) => id === 'fitted',
  analyze: vi.fn(() => Promise.resolve()),
};
const networks = {painting: {analyst}} as unknown as Networks;

beforeEach(() => {
  vi.clearAllMocks();
});

describe('a style that may be picked next', () => {
  it('is fetched if something was fitted to it', () => {
    expectStyle(networks, engine, 'fitted', 384);

    expect(analyst.analyze).toHaveBeenCalledExactlyOnceWith('fitted', 384);
    expect(engine.prepareAnalysis).not.toHaveBeenCalled();
  });

  it('is left alone if it would have to be computed', () => {
    expectStyle(networks, engine, 'other', 384);

    expect(analyst.analyze).not.toHaveBeenCalled();
    expect(engine.prepareAnalysis).not.toHaveBeenCalled();
  });

  it('and is to be added is prepared for', () => {
    expectStyle(networks, engine, undefined, 384);

    expect(engine.prepareAnalysis).toHaveBeenCalledExactlyOnceWith(network, 384);
  });

  it('may fail now without a word', async () => {
    engine.prepareAnalysis.mockRejectedValueOnce(new Error('Lost.'));
    analyst.analyze.mockRejectedValueOnce(new Error('Offline.'));
    expectStyle(networks, engine, undefined, 384);
    expectStyle(networks, engine, 'fitted', 384);

    // An unhandled rejection would fail the run.
    await new Promise((resolve) => setTimeout(resolve));
  });
});
