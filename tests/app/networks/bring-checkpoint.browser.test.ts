import {deleteDB} from 'idb';
import {afterEach, beforeEach, describe, expect, it, vi} from 'vitest';
import {bringCheckpoint} from '../../../src/app/networks/bring-checkpoint.ts';
import {keptNames, withKeptNetworks} from '../../../src/app/networks/kept-networks.ts';
import type {AppState} from '../../../src/app/state.ts';
import type {Store} from '../../../src/app/store.ts';
import {loadNetwork} from '../../../src/network/load-network.ts';
import {npzBytes} from '../../models/npz-bytes.ts';
import {safetensorsBytes} from '../../models/safetensors-bytes.ts';
import {
  plainNames,
  portDecoderNames,
  portEncoderNames,
  tinyDecoder,
  tinyEncoder,
} from '../../models/tiny-vgg19.ts';
import {catalogue} from '../fake-catalogue.ts';
import {memory} from '../fake-storage.ts';
import {fakeStore} from '../fake-store.ts';

let store: Store<AppState>;
let storage: () => Storage;
let networkFiles: typeof catalogue.networkFiles;
const told: string[] = [];
const changeSettings = vi.fn();

beforeEach(async () => {
  vi.clearAllMocks();
  told.length = 0;
  await deleteDB('pastiche-networks');
  store = fakeStore();
  storage = memory();
  networkFiles = new Map(catalogue.networkFiles);
});
afterEach(() => {
  vi.restoreAllMocks();
  return deleteDB('pastiche-networks');
});

const bring = (...files: File[]) =>
  bringCheckpoint(
    {
      store,
      notices: {show: (_, {key}) => told.push(key)},
      networkFiles,
      storage,
      changeSettings,
    },
    files,
  );

const fileOf = (name: string, bytes: Uint8Array) => new File([new Uint8Array(bytes)], name);
const encoder = () => fileOf('vgg_normalised.safetensors', safetensorsBytes(portEncoderNames()));
const decoder = () => fileOf('decoder.npz', npzBytes(plainNames(tinyDecoder)));

describe('bringCheckpoint', () => {
  it('makes a network of an encoder and a decoder, in any order, and has it paint', async () => {
    await bring(decoder(), encoder());

    const files = networkFiles.get('vgg19');
    if (!files) throw new Error('Expected the network.');
    const network = await loadNetwork(files, () => {});
    expect(network.name).toBe('vgg19');
    expect(network.weights.get('decoder/conv1_2/bias')?.values).toEqual(
      Float32Array.from(tinyDecoder.get('conv1_2')?.bias.values ?? []),
    );
    expect(network.weights.get('encoder/conv4_1/bias')?.values).toEqual(
      Float32Array.from(tinyEncoder.get('conv4_1')?.bias.values ?? []),
    );
    expect(changeSettings).toHaveBeenCalledWith({model: 'vgg19'});
    const entry = store.get().networks.entries.find(({name}) => name === 'vgg19');
    expect(entry?.complete).toBe(true);
  });

  it('is there on the next visit', async () => {
    await bring(encoder(), decoder());

    const next = withKeptNetworks(catalogue, storage);

    expect(keptNames(storage)).toEqual(['vgg19']);
    expect(next.networks.find(({name}) => name === 'vgg19')?.complete).toBe(true);
    const files = next.networkFiles.get('vgg19');
    if (!files) throw new Error('Expected the network.');
    expect((await loadNetwork(files, () => {})).architecture.encoder).toHaveLength(9);
  });

  it('is to be kept where room is short, too, for which the browser is asked', async () => {
    const persist = vi.spyOn(navigator.storage, 'persist').mockResolvedValue(false);
    vi.spyOn(navigator.storage, 'persisted').mockResolvedValue(false);

    await bring(encoder(), decoder());

    await vi.waitFor(() => {
      expect(persist).toHaveBeenCalledOnce();
    });
  });

  it('paints where the browser keeps nothing, and says so', async () => {
    vi.spyOn(IDBFactory.prototype, 'open').mockImplementation(() => {
      throw new DOMException('It is forbidden.', 'SecurityError');
    });

    await bring(encoder(), decoder());

    expect(told).toContain('checkpoint.unkept');
    expect(changeSettings).toHaveBeenCalledWith({model: 'vgg19'});
    const files = networkFiles.get('vgg19');
    if (!files) throw new Error('Expected the network.');
    expect((await loadNetwork(files, () => {})).name).toBe('vgg19');
    expect(keptNames(storage)).toEqual([]);
  });

  it('is missed, with the error of a network, where the browser has lost it', async () => {
    await bring(encoder(), decoder());
    await deleteDB('pastiche-networks');

    const files = withKeptNetworks(catalogue, storage).networkFiles.get('vgg19');

    if (!files) throw new Error('Expected the network.');
    await expect(loadNetwork(files, () => {})).rejects.toMatchObject({name: 'WeightsError'});
  });

  it.each([
    ['a text', () => [new File(['no weights'], 'vgg.pth')], /checkpoint/],
    [
      'a decoder alone',
      () => [fileOf('d.safetensors', safetensorsBytes(portDecoderNames()))],
      /VGG-19/,
    ],
    ['an encoder of another width than our decoder', () => [encoder()], /shape/],
  ] as const)('says what is wrong with %s, and keeps nothing', async (_, files, problem) => {
    await expect(bring(...files())).rejects.toMatchObject({
      told: {key: 'checkpoint.unusable', values: {problem: expect.stringMatching(problem)}},
    });
    expect(networkFiles.has('vgg19')).toBe(false);
    expect(keptNames(storage)).toEqual([]);
    expect(changeSettings).not.toHaveBeenCalled();
  });
});

describe('keptNames', () => {
  it.each(['', 'no JSON', '7', '{}', '[1, null]'])('are none where %j was kept', (kept) => {
    expect(keptNames(memory(kept))).toEqual([]);
  });
});
