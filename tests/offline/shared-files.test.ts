import {expect, it} from 'vitest';
import {keepShared, takeShared} from '../../src/offline/shared-files.ts';
import {fakeCaches} from './fake-caches.ts';
import {SCOPE} from './toy-site.ts';

it('gives what was shared as it was, in its order, and once', async () => {
  const caches = fakeCaches();
  const picture = new File(['picture'], 'Ménage à trois.jpg', {type: 'image/jpeg'});
  const style = new File(['style'], 'Bark.pastiche');
  await keepShared(caches, SCOPE, [picture]);
  await keepShared(caches, SCOPE, [style]);

  const taken = await takeShared(caches, SCOPE);

  expect(taken.map(({name, type}) => [name, type])).toEqual([
    ['Ménage à trois.jpg', 'image/jpeg'],
    ['Bark.pastiche', ''],
  ]);
  expect(await Promise.all(taken.map((file) => file.text()))).toEqual(['picture', 'style']);
  expect(await takeShared(caches, SCOPE)).toEqual([]);
  expect(caches.kept()).toEqual({});
});

it('keeps nothing where nothing was shared', async () => {
  const caches = fakeCaches();

  expect(await takeShared(caches, SCOPE)).toEqual([]);
  expect(caches.kept()).toEqual({});
});

it('rejects where the browser keeps no more', async () => {
  const caches = fakeCaches({full: () => true});

  await expect(keepShared(caches, SCOPE, [new File(['p'], 'p.png')])).rejects.toThrow('Full');
});
