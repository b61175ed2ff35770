import {expect, it} from 'vitest';
import {compare, summarize} from './summarize.ts';

it('gives the median and the quartiles', () => {
  expect(summarize([5, 1, 4, 2, 3])).toEqual({low: 2, median: 3, high: 4});
});

it('interpolates between two measurements', () => {
  expect(summarize([2, 1])).toEqual({low: 1.25, median: 1.5, high: 1.75});
});

it('takes one measurement for all it gets', () => {
  expect(summarize([7])).toEqual({low: 7, median: 7, high: 7});
});

it('compares turn by turn, so that a slow spell of the machine cancels out', () => {
  expect(compare([2, 20, 2, 2], [1, 10, 1, 1])).toEqual({low: 2, median: 2, high: 2});
});

it('divides the medians', () => {
  expect(compare([6, 8, 7], [2, 2, 2])).toEqual({low: 3.25, median: 3.5, high: 3.75});
});
