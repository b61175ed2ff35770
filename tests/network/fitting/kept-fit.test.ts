import {expect, it} from 'vitest';
import type {KeptFit} from '../../../src/network/fitting/fitter.ts';
import {isKeptFit} from '../../../src/network/fitting/kept-fit.ts';
import type {Weights} from '../../../src/network/weights.ts';

const NAME = 'decoder/out/bias';
const OWN: Weights = new Map([
  [NAME, weight(1, 2, 3)],
  ['decoder/out/kernel', {shape: [1, 1], values: Float32Array.of(1)}],
]);
const FIT: KeptFit = {
  recipe: 'toy',
  steps: 3,
  brush: new Map([[NAME, weight(1, 1, 1)]]),
  first: new Map([[NAME, weight(0, 0, 0)]]),
  second: new Map([[NAME, weight(0, 0, 0)]]),
};

it('knows a fit, after a storage too', () => {
  expect(isKeptFit(structuredClone(FIT), OWN)).toBe(true);
});

it.each<[string, unknown]>([
  ['nothing', undefined],
  ['a word', 'fit'],
  ['no recipe', {...FIT, recipe: undefined}],
  ['no steps', {...FIT, steps: 0}],
  ['half a step', {...FIT, steps: 1.5}],
  ['no brush', {...FIT, brush: undefined}],
  ['an empty brush', {...FIT, brush: new Map()}],
  ['a brush of another network', {...FIT, brush: new Map([['other', weight(1, 1, 1)]])}],
  ['a brush of another shape', {...FIT, brush: new Map([[NAME, weight(1, 1)]])}],
  ['numbers that are none', {...FIT, brush: new Map([[NAME, weight(1, NaN, 1)]])}],
  ['numbers in a list', {...FIT, brush: new Map([[NAME, {shape: [3], values: [1, 1, 1]}]])}],
  ['no memory of gradients', {...FIT, first: new Map()}],
])('takes no fit for one that is %s', (_, value) => {
  expect(isKeptFit(value, OWN)).toBe(false);
});

function weight(...values: number[]) {
  return {shape: [values.length], values: Float32Array.from(values)};
}
