import {expect, it} from 'vitest';
import {evenShares, sharesOf, toggled, withShare, withShares} from '../../../src/app/look/mix.ts';

const ONE = [{id: 'neon', weight: 3}];
const TWO = [
  {id: 'neon', weight: 3},
  {id: 'batik', weight: 1},
];

it('shares what there is by the weights', () => {
  expect(sharesOf(ONE)).toEqual([1]);
  expect(sharesOf(TWO)).toEqual([0.75, 0.25]);
});

it('gives styles other shares', () => {
  expect(withShares(TWO, [0, 1])).toEqual([
    {id: 'neon', weight: 0},
    {id: 'batik', weight: 1},
  ]);
});

it('adds a style that counts as much as the others do on average', () => {
  expect(sharesOf(toggled(ONE, 'batik'))).toEqual([0.5, 0.5]);
  const three = toggled(TWO, 'ink');
  expect(three.map(({id}) => id)).toEqual(['neon', 'batik', 'ink']);
  expect(three[2]!.weight).toBeCloseTo(1 / 3);
  expect(three[0]!.weight / three[1]!.weight).toBeCloseTo(3);
});

it('takes one out, but never the last', () => {
  expect(toggled(TWO, 'neon')).toEqual([{id: 'batik', weight: 1}]);
  expect(toggled(ONE, 'neon')).toEqual(ONE);
});

it('lets those count that had no share, where nothing else is left', () => {
  const styles = [...withShares(TWO, [0, 0]), {id: 'ink', weight: 1}];

  expect(sharesOf(toggled(styles, 'ink'))).toEqual([0.5, 0.5]);
});

it('sets one share, and the others share what is left as before', () => {
  const shares = withShare([0.5, 0.3, 0.2], 0, 0.75);

  for (const [index, share] of [0.75, 0.15, 0.1].entries()) {
    expect(shares[index]).toBeCloseTo(share);
  }
});

it('shares evenly what is left where nobody had any', () => {
  expect(withShare([1, 0, 0], 0, 0.5)).toEqual([0.5, 0.25, 0.25]);
  expect(evenShares(4)).toEqual([0.25, 0.25, 0.25, 0.25]);
});
