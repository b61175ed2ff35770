import {deleteDB, openDB} from 'idb';
import {afterEach, beforeEach, describe, expect, it, vi} from 'vitest';
import {
  createForgetfulShelf,
  fitKey,
  openShelf,
  type StyleShelf,
} from '../../../src/app/styles/style-shelf.ts';
import type {Brush} from '../../../src/network/brush.ts';
import type {KeptFit} from '../../../src/network/fitting/fitter.ts';
import {codeOfColor} from '../fake-engine.ts';
import {colorFile} from '../fake-studio.ts';

const NAME = 'pastiche-test-shelf';

beforeEach(() => deleteDB(NAME));

afterEach(() => {
  vi.restoreAllMocks();
});

describe.each<[string, () => Promise<StyleShelf>]>([
  ['the shelf of the browser', () => openShelf(NAME)],
  ['the forgetful shelf', () => Promise.resolve(createForgetfulShelf())],
])('%s', (_, open) => {
  it('keeps own styles in the order they were added', async () => {
    const shelf = await open();
    const picture = await colorFile('red');
    await shelf.keepStyle({id: 'own-1', title: 'First', picture, added: 1});
    await shelf.keepStyle({id: 'own-0', title: 'Second', picture, added: 2});
    await shelf.keepStyle({id: 'own-1', title: 'Renamed', picture, added: 1});

    const {styles} = await shelf.ownStyles();
    expect(styles.map(({id, title}) => [id, title])).toEqual([
      ['own-1', 'Renamed'],
      ['own-0', 'Second'],
    ]);
    expect(await styles[0]!.picture.arrayBuffer()).toEqual(await picture.arrayBuffer());
  });

  it('forgets a removed style, and only that', async () => {
    const shelf = await open();
    const picture = await colorFile('red');
    await shelf.keepStyle({id: 'a', title: 'A', picture, added: 1});
    await shelf.keepStyle({id: 'b', title: 'B', picture, added: 2});
    await shelf.removeStyle('a');
    await shelf.removeStyle('never kept');

    expect((await shelf.ownStyles()).styles.map(({id}) => id)).toEqual(['b']);
  });

  it('keeps codes by their key', async () => {
    const shelf = await open();
    await shelf.keepCode('network/picture', codeOfColor(1, 2, 3));

    expect(await shelf.code('network/picture')).toEqual(codeOfColor(1, 2, 3));
    expect(await shelf.code('network/other')).toBeUndefined();
  });

  it('keeps what was learnt, until its style is removed', async () => {
    const shelf = await open();
    const keys = [fitKey('a', 'network', 256), fitKey('a', 'network', 512)];
    const others = [fitKey('ab', 'network', 256), fitKey('b', 'network', 256)];
    for (const key of [...keys, ...others]) await shelf.keepFit(key, fitOf(3));
    await shelf.keepFit(keys[0]!, fitOf(4));
    expect(await shelf.fit(keys[0]!)).toEqual(fitOf(4));
    expect(await shelf.fitsOf('a')).toEqual([
      [keys[0], fitOf(4)],
      [keys[1], fitOf(3)],
    ]);
    await shelf.removeStyle('a');
    expect(await shelf.fitsOf('a')).toEqual([]);

    for (const key of keys) expect(await shelf.fit(key)).toBeUndefined();
    for (const key of others) expect(await shelf.fit(key)).toEqual(fitOf(3));
  });
});

function fitOf(steps: number): KeptFit {
  const weights: Brush = new Map([['bias', {shape: [1], values: Float32Array.of(steps)}]]);
  return {recipe: 'toy', steps, brush: weights, first: weights, second: weights};
}

it('survives a reload', async () => {
  const before = await openShelf(NAME);
  await before.keepStyle({id: 'own', title: 'Mine', picture: await colorFile('red'), added: 1});
  await before.keepCode('key', codeOfColor(1, 2, 3));
  const after = await openShelf(NAME);

  const [style] = (await after.ownStyles()).styles;
  expect(style).toMatchObject({id: 'own', title: 'Mine', added: 1});
  expect(style!.picture.type).toBe('image/png');
  expect(await createImageBitmap(style!.picture)).toMatchObject({width: 8, height: 8});
  expect(await after.code('key')).toEqual(codeOfColor(1, 2, 3));
});

it.each([
  [1, 'statistics'],
  [2, 'codes'],
])('keeps own styles of version %d, and drops what it cannot use', async (version, store) => {
  const own = {id: 'own', title: 'Mine', picture: await colorFile('red'), added: 1};
  const earlier = await openDB(NAME, version, {
    upgrade(database) {
      database.createObjectStore('styles', {keyPath: 'id'});
      database.createObjectStore(store);
    },
  });
  await earlier.put('styles', own);
  await earlier.put(store, {f4: {}}, 'earlier');
  earlier.close();
  const shelf = await openShelf(NAME);

  expect((await shelf.ownStyles()).styles).toMatchObject([{id: 'own', title: 'Mine'}]);
  expect(await shelf.code('key')).toBeUndefined();
  await shelf.keepCode('key', codeOfColor(1, 2, 3));
  expect(await shelf.code('key')).toEqual(codeOfColor(1, 2, 3));
  shelf.close();
  const now = await openDB(NAME);
  expect([...now.objectStoreNames]).toEqual(['codes', 'fits', 'styles']);
  now.close();
});

it('says so where the browser denies storage', async () => {
  vi.spyOn(indexedDB, 'open').mockImplementation(() => {
    throw new DOMException('Denied by the test.', 'SecurityError');
  });

  await expect(openShelf(NAME)).rejects.toMatchObject({name: 'SecurityError'});
});

it('says so when the storage is full', async () => {
  const shelf = await openShelf(NAME);
  vi.spyOn(IDBObjectStore.prototype, 'put').mockImplementation(() => {
    throw new DOMException('Full, says the test.', 'QuotaExceededError');
  });
  const picture = await colorFile('red');

  await expect(shelf.keepStyle({id: 'a', title: 'A', picture, added: 1})).rejects.toMatchObject({
    name: 'QuotaExceededError',
  });
});

it('connects again where the browser has ended the connection', async () => {
  const shelf = await openShelf(NAME);
  const lost = new DOMException('Lost, says the test.', 'UnknownError');
  vi.spyOn(IDBObjectStore.prototype, 'put').mockImplementationOnce(() => {
    throw lost;
  });
  await shelf.keepCode('key', codeOfColor(1, 2, 3));
  expect(await shelf.code('key')).toEqual(codeOfColor(1, 2, 3));

  // Where that does not help either, it says so.
  vi.spyOn(IDBObjectStore.prototype, 'put').mockImplementation(() => {
    throw lost;
  });
  await expect(shelf.keepCode('key', codeOfColor(1, 2, 3))).rejects.toBe(lost);
});

it('gives up a storage that does not answer', async () => {
  // The same browser, but nothing of it is ever told.
  vi.spyOn(IDBOpenDBRequest.prototype, 'addEventListener').mockImplementation(() => {});

  await expect(openShelf(`${NAME}-silent`, 50)).rejects.toMatchObject({name: 'TooLateError'});
});

it('leaves out records that are damaged, and counts them', async () => {
  const shelf = await openShelf(NAME);
  const picture = await colorFile('red');
  const good = {id: 'good', title: 'Good', picture, added: 1};
  const odd = [
    {id: 'a', title: 'A', picture: null, added: 1},
    {id: 'b'},
    {id: 'c', title: 'C', picture: 'data:,', added: 1},
    {id: 'd', title: 'D', picture: new Blob([]), added: 1},
    {id: 'e', title: 5, picture, added: 1},
    {id: 'f', title: 'F', picture, added: '1'},
  ];
  for (const style of [...odd, good]) await shelf.keepStyle(style as typeof good);
  const {styles, damaged} = await shelf.ownStyles();

  expect(styles.map(({id}) => id)).toEqual(['good']);
  expect(damaged).toBe(odd.length);
});

it('is out of the way once it is closed, which may happen twice', async () => {
  const shelf = await openShelf(NAME);
  shelf.close();
  shelf.close();

  await deleteDB(NAME);
  expect((await (await openShelf(NAME)).ownStyles()).styles).toEqual([]);
});
