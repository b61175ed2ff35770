import {afterEach, beforeEach, describe, expect, it, vi} from 'vitest';
import {createNetworkChoice, type NetworkChoice} from '../../../src/app/networks/network-choice.ts';
import {createNetworks, type Networks} from '../../../src/app/networks/networks.ts';
import {openBrushes} from '../../../src/app/networks/open-brushes.ts';
import type {Settings} from '../../../src/app/settings/settings-table.ts';
import type {StyleAnalyst} from '../../../src/app/styles/style-analyst.ts';
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
import {fakeNetwork} from '../fake-engine.ts';
import {type FakeStudio, fakeStudio} from '../fake-studio.ts';

vi.mock('../../../src/network/load-network.ts');

const WIDTHS: Record<string, number> = {'swift-lite': 0.125, swift: 0.25, 'swift-hd': 0.5};

let studio: FakeStudio;
let networks: Networks;
let choice: NetworkChoice;
/** What is in the engine, by name. */
let inEngine: Set<string>;
/** Milliseconds a frame that the engine measures. */
let times: Record<string, number>;
const changeAnalyst = vi.fn<(next: StyleAnalyst) => Promise<void>>(() => Promise.resolve());

/** In the catalogue of the tests, a name stands for an address. */
function nameOf(files: NetworkFiles): string {
  return 'stored' in files ? '' : files.manifestUrl;
}

beforeEach(() => {
  vi.spyOn(console, 'warn').mockImplementation(() => {});
  vi.mocked(loadNetwork)
    .mockReset()
    .mockImplementation((files) => Promise.resolve(fakeNetwork(nameOf(files))));
  vi.mocked(loadArchitecture).mockImplementation((files) =>
    Promise.resolve(shippedArchitecture('swift', WIDTHS[nameOf(files)])),
  );
  inEngine = new Set(['swift']);
  times = {'swift-lite': 3, swift: 8, 'swift-hd': 30};
  changeAnalyst.mockReset().mockResolvedValue();
  open();
});

afterEach(() => {
  vi.restoreAllMocks();
});

describe('a network that a person chooses', () => {
  it('takes over when it knows the look, and the one before goes', async () => {
    changeAnalyst.mockImplementation((next) => {
      expect(next.network.name).toBe('other');
      expect([...inEngine]).toEqual(['swift', 'other']);
      expect(painted()).toBe('swift');
      expect(studio.store.get().networks.changing).toBe(true);
      return Promise.resolve();
    });
    await choose('other');

    expect(changeAnalyst).toHaveBeenCalledOnce();
    expect([...inEngine]).toEqual(['other']);
    expect(painted()).toBe('other');
    expect(studio.store.get().networks.changing).toBe(false);
  });

  it('is not brought again where it paints already', async () => {
    await choose('swift');

    expect(loadNetwork).not.toHaveBeenCalled();
    expect(changeAnalyst).not.toHaveBeenCalled();
  });

  it.each<[string, () => void]>([
    ['cannot be loaded', () => vi.mocked(loadNetwork).mockRejectedValue(new WeightsError('404'))],
    ['does not start', () => studio.engine.addNetwork.mockRejectedValue(new Error('No memory.'))],
    ['cannot analyse the style', () => changeAnalyst.mockRejectedValue(new Error('Broken.'))],
  ])('that %s leaves the one that paints, with a sentence', async (_, breakIt) => {
    await choose('swift');
    breakIt();
    await choose('other');

    expect(painted()).toBe('swift');
    expect(networks.painting.analyst.network.name).toBe('swift');
    expect([...inEngine]).toEqual(['swift']);
    expect(studio.store.get()).toMatchObject({
      settings: {model: 'swift'},
      networks: {changing: false},
    });
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
    const slow = createDeferred<ReturnType<typeof fakeNetwork>>();
    vi.mocked(loadNetwork).mockReturnValueOnce(slow.promise);
    const first = choose('other');
    await choose('swift-hd');
    slow.resolve(fakeNetwork('other'));
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
  const {catalogue, notices} = studio;
  const painter = engine as unknown as Engine;
  networks = createNetworks(
    painter,
    catalogue,
    createForgetfulShelf(),
    () => Promise.reject(new Error('No picture is asked for.')),
    {
      name: 'swift',
      network: fakeNetwork('swift'),
      brushes: openBrushes(fakeNetwork('swift'), undefined),
    },
  );
  choice = createNetworkChoice({
    store,
    notices,
    engine: painter,
    catalogue,
    networks,
    looks: {changeAnalyst},
    changeSettings,
  });
  store.patch('stats', {model: 'swift'});
}

function changeSettings(change: Partial<Settings>) {
  studio.store.patch('settings', change);
}

async function choose(model: string) {
  changeSettings({model});
  await choice.follow();
}

function painted(): string {
  return studio.store.get().stats.model;
}
