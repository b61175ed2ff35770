import {expect, it} from 'vitest';
import {
  DEFAULT_NETWORK,
  listNetworks,
  networkEntries,
  type NetworkEntry,
  networkFiles,
} from '../../../src/app/networks/network-catalogue.ts';
import {sentence} from '../../../src/words/say.ts';

it('has the network of a first visit', () => {
  expect(networkFiles.has(DEFAULT_NETWORK)).toBe(true);
  expect(shown(networkEntries)).toContainEqual({name: 'swift', title: 'Balanced', complete: true});
});

it('lists networks from the fastest to the finest, then what a person has imported', () => {
  const listed = listNetworks(['zebra', 'vgg19', 'swift-hd', 'ape', 'swift', 'swift-lite'], []);

  expect(listed.map(({name}) => name)).toEqual([
    'swift-lite',
    'swift',
    'swift-hd',
    'vgg19',
    'ape',
    'zebra',
  ]);
  expect(shown(listed).at(-1)).toEqual({name: 'zebra', title: 'zebra', complete: true});
});

it('tells a decoder that wants an encoder from one that has it', () => {
  const entry = {name: 'vgg19', title: 'The paper’s'};

  expect(shown(listNetworks([], ['vgg19']))).toEqual([{...entry, complete: false}]);
  expect(shown(listNetworks(['vgg19'], ['vgg19']))).toEqual([{...entry, complete: true}]);
});

/** The entries as a page shows them. */
function shown(entries: readonly NetworkEntry[]) {
  return entries.map(({title, ...entry}) => ({...entry, title: sentence(title)}));
}
