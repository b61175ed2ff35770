import {describe, expect, it} from 'vitest';
import {padCorners, padPlace, padShares} from '../../../src/app/look/mix-pad.ts';

describe.each([2, 3, 4])('a pad of %i styles', (count) => {
  it('is one style alone in each corner', () => {
    for (const [index, corner] of padCorners(count).entries()) {
      const alone = Array.from({length: count}, (_, each) => (each === index ? 1 : 0));
      for (const [each, share] of padShares(count, corner).entries()) {
        expect(share).toBeCloseTo(alone[each]!);
      }
      expect(padPlace(alone)).toEqual(corner);
    }
  });

  it('weighs all the same in the middle', () => {
    const even = Array.from({length: count}, () => 1 / count);
    for (const share of padShares(count, padPlace(even))) expect(share).toBeCloseTo(1 / count);
  });

  it('has shares that are 1 together, none below 0, wherever the puck is', () => {
    for (const x of [-1, 0, 0.2, 0.5, 0.9, 1, 3]) {
      for (const y of [-2, 0, 0.3, 0.5, 1, 1.5]) {
        const shares = padShares(count, {x, y});
        expect(shares).toHaveLength(count);
        expect(Math.min(...shares)).toBeGreaterThanOrEqual(0);
        expect(shares.reduce((sum, share) => sum + share)).toBeCloseTo(1);
      }
    }
  });

  it('has the puck where its shares are', () => {
    for (const place of [padPlace(padShares(count, {x: 0.45, y: 0.7}))]) {
      const again = padPlace(padShares(count, place));
      expect(again.x).toBeCloseTo(place.x);
      expect(again.y).toBeCloseTo(place.y);
    }
  });
});

it('has no corners for one style, nor for five', () => {
  expect(padCorners(1)).toEqual([]);
  expect(padCorners(5)).toEqual([]);
});
