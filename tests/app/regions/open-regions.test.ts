import {afterEach, expect, it, vi} from 'vitest';
import {AS_LOOK} from '../../../src/app/look/region-key.ts';
import {openRegionsOnceAsked} from '../../../src/app/regions/open-regions.ts';
import {fakeStore} from '../fake-store.ts';

const network = {side: 256, steps: [], exam: [], weights: new Map(), checksum: ''};
const load = vi.hoisted(() => vi.fn());
vi.mock('../../../src/app/regions/person-network.ts', () => ({
  loadPersonNetwork: load,
  PERSON_FILES: {manifestUrl: '/m', weightsUrl: '/w'},
}));

afterEach(() => {
  vi.restoreAllMocks();
  load.mockReset();
});

function setUp() {
  const store = fakeStore();
  const openRegions = vi.fn(() => Promise.resolve());
  const show = vi.fn();
  const stop = openRegionsOnceAsked(store, {openRegions}, {show});
  const cover = (by: 'frame' | 'look') => {
    store.patch('look', {background: {by}});
  };
  return {store, openRegions, show, stop, cover, persons: () => store.get().regions.persons};
}

it('loads nothing for a look without regions, and once for the first with', async () => {
  load.mockResolvedValue(network);
  const {store, cover, openRegions, persons} = setUp();
  store.patch('look', {alpha: 0.5, person: AS_LOOK});
  expect(persons()).toBe('unasked');
  cover('frame');
  expect(persons()).toBe('coming');
  await expect.poll(persons).toBe('found');
  cover('look');
  cover('frame');

  expect(load).toHaveBeenCalledTimes(1);
  expect(openRegions).toHaveBeenCalledExactlyOnceWith(network);
});

it('is asked by a strength that persons have of their own', async () => {
  load.mockResolvedValue(network);
  const {store, persons} = setUp();
  store.patch('look', {person: {by: 'look', alpha: 0.4}});

  await expect.poll(persons).toBe('found');
});

it('says what cannot be loaded, and tries again with the next look that asks', async () => {
  vi.spyOn(console, 'warn').mockReturnValue();
  load.mockRejectedValueOnce(new Error('gone')).mockResolvedValue(network);
  const {store, cover, show, persons} = setUp();
  cover('frame');
  await expect.poll(persons).toBe('failed');
  expect(show).toHaveBeenCalledExactlyOnceWith('error', {key: 'regions.failed'});
  store.patch('look', {alpha: 0.5});
  expect(persons()).toBe('failed');

  cover('look');
  cover('frame');
  await expect.poll(persons).toBe('found');
  expect(show).toHaveBeenCalledTimes(1);
});

it('covers what is painted by hand, without a network', async () => {
  const {store, openRegions, persons} = setUp();
  const mask = 'data:image/png;base64,AAAA';
  store.patch('look', {painted: {...store.get().look.painted, mask}});
  store.patch('look', {alpha: 0.5});

  await expect.poll(() => openRegions.mock.calls).toEqual([[]]);
  expect(persons()).toBe('unasked');
});

it('tries once, though what fails is told in the same state', async () => {
  vi.spyOn(console, 'warn').mockReturnValue();
  const {store, openRegions, show} = setUp();
  openRegions.mockRejectedValue(new Error('no shader'));
  show.mockImplementation(() => {
    store.set({notices: []});
  });
  const paint = (mask: string) => {
    store.patch('look', {painted: {...store.get().look.painted, mask}});
  };
  paint('data:image/png;base64,AAAA');
  await expect.poll(() => show.mock.calls.length).toBe(1);
  await new Promise((resolve) => setTimeout(resolve, 20));
  expect(openRegions).toHaveBeenCalledTimes(1);
  paint('');
  paint('data:image/png;base64,BBBB');
  await expect.poll(() => openRegions.mock.calls.length).toBe(2);
});

it('follows no more once it is stopped', () => {
  const {cover, stop, persons} = setUp();
  stop();
  cover('frame');
  expect(persons()).toBe('unasked');
});
