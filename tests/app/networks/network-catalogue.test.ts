import {expect, it} from 'vitest';
import {
  DEFAULT_NETWORK,
  listNetworks,
  models,
  networkEntries,
} from '../../../src/app/networks/network-catalogue.ts';

it('has the network of a first visit', () => {
  expect(models.has(DEFAULT_NETWORK)).toBe(true);
  expect(networkEntries).toContainEqual({name: 'swift', title: 'Balanced', complete: true});
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
  expect(listed.at(-1)).toEqual({name: 'zebra', title: 'zebra', complete: true});
});

it('tells a decoder that wants an encoder from one that has it', () => {
  const entry = {name: 'vgg19', title: 'The paper’s'};

  expect(listNetworks([], ['vgg19'])).toEqual([{...entry, complete: false}]);
  expect(listNetworks(['vgg19'], ['vgg19'])).toEqual([{...entry, complete: true}]);
});
