import {afterEach, beforeEach, describe, expect, it, vi} from 'vitest';
import {createNetworks, type Networks} from '../../../src/app/networks/networks.ts';
import type {Settings} from '../../../src/app/state.ts';
import {createForgetfulShelf} from '../../../src/app/styles/style-shelf.ts';
import type {Engine} from '../../../src/live/engine.ts';
import {
  loadArchitecture,
  loadNetwork,
  type NetworkFiles,
} from '../../../src/network/load-network.ts';
import {WeightsError} from '../../../src/network/weights.ts';
import {createDeferred} from '../../live/deferred.ts';
import {shippedArchitecture} from '../../toy-architecture.ts';
import {fakeModel, type FakeStudio, fakeStudio} from '../fake-studio.ts';

vi.mock('../../../src/network/load-network.ts');
vi.mock('../../../src/app/networks/network-catalogue.ts', async (original) => {
  const names = ['swift-lite', 'swift', 'swift-hd', 'other'];
  const models = new Map(names.map((name) => [name, {manifestUrl: name, weightsUrl: name}]));
  return {...(await original<object>()), models};
});

const WIDTHS: Record<string, number> = {'swift-lite': 0.125, swift: 0.25, 'swift-hd': 0.5};

let studio: FakeStudio;
let networks: Networks;
/** What is in the engine, by name. */
let inEngine: Set<string>;
/** Milliseconds a frame that the engine measures. */
let times: Record<string, number>;
const repaint = vi.fn(() => Promise.resolve());

beforeEach(() => {
  vi.spyOn(console, 'warn').mockImplementation(() => {});
  vi.mocked(loadNetwork)
    .mockReset()
    .mockImplementation(({manifestUrl}) => Promise.resolve(fakeModel(manifestUrl)));
  vi.mocked(loadArchitecture).mockImplementation(({manifestUrl}: NetworkFiles) =>
    Promise.resolve(shippedArchitecture('swift', WIDTHS[manifestUrl])),
  );
  inEngine = new Set(['swift']);
  times = {'swift-lite': 3, swift: 8, 'swift-hd': 30};
  repaint.mockReset().mockResolvedValue();
  open();
});

afterEach(() => {
  vi.restoreAllMocks();
});

describe('a network that a person chooses', () => {
  it('takes over when it knows the look, and the one before goes', async () => {
    repaint.mockImplementation(() => {
      expect(networks.analyst().model.name).toBe('other');
      expect([...inEngine]).toEqual(['swift', 'other']);
      expect(painted()).toBe('swift');
      expect(studio.store.get().changingNetwork).toBe(true);
      return Promise.resolve();
    });
    await choose('other');

    expect(repaint).toHaveBeenCalledOnce();
    expect([...inEngine]).toEqual(['other']);
    expect(painted()).toBe('other');
    expect(studio.store.get().changingNetwork).toBe(false);
  });

  it('is not brought again where it paints already', async () => {
    await choose('swift');

    expect(loadNetwork).not.toHaveBeenCalled();
    expect(repaint).not.toHaveBeenCalled();
  });

  it.each<[string, () => void]>([
    ['cannot be loaded', () => vi.mocked(loadNetwork).mockRejectedValue(new WeightsError('404'))],
    ['does not start', () => studio.engine.addNetwork.mockRejectedValue(new Error('No memory.'))],
    ['cannot analyse the style', () => repaint.mockRejectedValue(new Error('Broken.'))],
  ])('that %s leaves the one that paints, with a sentence', async (_, breakIt) => {
    await choose('swift');
    breakIt();
    await choose('other');

    expect(painted()).toBe('swift');
    expect(networks.analyst().model.name).toBe('swift');
    expect([...inEngine]).toEqual(['swift']);
    expect(studio.store.get()).toMatchObject({settings: {model: 'swift'}, changingNetwork: false});
    expect(studio.sentences('error')).toEqual([
      expect.stringMatching(/\. Until then swift paints\.$/),
    ]);
  });

  it('that cannot be brought leaves the choice to the app where that had it', async () => {
    vi.mocked(loadNetwork).mockRejectedValue(new WeightsError('404'));
    await choose('other');

    expect(studio.store.get().settings.model).toBe('auto');
    expect(painted()).toBe('swift');
  });

  it('gives way to the one chosen after it', async () => {
    const slow = createDeferred<ReturnType<typeof fakeModel>>();
    vi.mocked(loadNetwork).mockReturnValueOnce(slow.promise);
    const first = choose('other');
    await choose('swift-hd');
    slow.resolve(fakeModel('other'));
    await first;

    expect(painted()).toBe('swift-hd');
    expect([...inEngine]).toEqual(['swift-hd']);
    expect(studio.sentences('error')).toEqual([]);
  });
});

describe('the network that the machine decides for', () => {
  it.each<[string, Record<string, number>, string[]]>([
    ['swift', {swift: 8}, ['swift']],
    ['swift-hd', {swift: 2, 'swift-hd': 9}, ['swift', 'swift-hd']],
    ['swift', {swift: 2, 'swift-hd': 30}, ['swift', 'swift-hd']],
    ['swift-lite', {swift: 25, 'swift-lite': 8}, ['swift', 'swift-lite']],
    ['swift-lite', {swift: 5000}, ['swift']],
  ])('is %s with times of %j', async (name, measured, order) => {
    times = measured;
    await choose('auto');

    expect(studio.engine.frameTime.mock.calls).toEqual(
      order.map((each) => [expect.objectContaining({name: each}), 384]),
    );
    expect(painted()).toBe(name);
    expect([...inEngine]).toEqual([name]);
    expect(studio.store.get().settings).toMatchObject({model: 'auto', fittingModel: name});
  });

  it('is found from another network, too', async () => {
    await choose('other');
    await choose('auto');

    expect(painted()).toBe('swift');
    expect([...inEngine]).toEqual(['swift']);
  });

  it('is the one that paints where nothing can be measured, without a word', async () => {
    studio.engine.frameTime.mockRejectedValue(new Error('Broken by the test.'));
    await choose('auto');

    expect(painted()).toBe('swift');
    expect([...inEngine]).toEqual(['swift']);
    expect(studio.store.get().settings.model).toBe('auto');
    expect(studio.sentences('error')).toEqual([]);
  });
});

function open() {
  studio = fakeStudio();
  const {engine, store} = studio;
  engine.addNetwork.mockImplementation(({name}) => Promise.resolve(void inEngine.add(name)));
  engine.removeNetwork.mockImplementation(({name}) => void inEngine.delete(name));
  engine.frameTime.mockImplementation(({name}) => Promise.resolve(times[name] ?? NaN));
  networks = createNetworks(
    studio.context,
    engine as unknown as Engine,
    createForgetfulShelf(),
    {name: 'swift', model: fakeModel('swift')},
    repaint,
    changeSettings,
  );
  store.set({stats: {...store.get().stats, model: 'swift'}});
}

function changeSettings(change: Partial<Settings>) {
  const {store} = studio;
  store.set({settings: {...store.get().settings, ...change}});
}

async function choose(model: string) {
  changeSettings({model});
  await networks.follow();
}

function painted(): string {
  return studio.store.get().stats.model;
}
