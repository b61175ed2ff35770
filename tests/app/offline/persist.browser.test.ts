import {beforeEach, expect, it, vi} from 'vitest';
import {askToPersist, persistOwnStyles} from '../../../src/app/offline/persist.ts';
import type {StyleEntry} from '../../../src/app/styles/styles-state.ts';
import {memory, REFUSING} from '../fake-storage.ts';
import {fakeStore} from '../fake-store.ts';

const persist = vi.spyOn(navigator.storage, 'persist');
const persisted = vi.spyOn(navigator.storage, 'persisted');

beforeEach(() => {
  vi.clearAllMocks();
  persist.mockResolvedValue(false);
  persisted.mockResolvedValue(false);
});

const ownStyle = (id: string): StyleEntry => ({id, title: id, note: '', own: true, imageUrl: ''});

it('asks once and for all', async () => {
  const storage = memory();

  await askToPersist(storage);
  await askToPersist(storage);

  expect(persist).toHaveBeenCalledOnce();
});

it('does not ask a browser that does so already', async () => {
  persisted.mockResolvedValue(true);

  await askToPersist(memory());

  expect(persist).not.toHaveBeenCalled();
});

it.each(REFUSING)('goes on where a storage refuses %s', async (_, storage) => {
  await expect(askToPersist(storage)).resolves.toBeUndefined();
});

it('asks when a style is added, and at no other time', async () => {
  const store = fakeStore();
  const {entries} = store.get().styles;
  store.patch('styles', {entries: [...entries, ownStyle('a')]});
  const stop = persistOwnStyles(store, memory());

  store.patch('look', {alpha: 0.5});
  store.patch('styles', {entries});
  await Promise.resolve();
  expect(persisted).not.toHaveBeenCalled();

  store.patch('styles', {entries: [...entries, ownStyle('b')]});
  await vi.waitFor(() => {
    expect(persist).toHaveBeenCalledOnce();
  });
  stop();
  store.patch('styles', {entries: [...entries, ownStyle('b'), ownStyle('c')]});
  await Promise.resolve();
  expect(persisted).toHaveBeenCalledOnce();
});
