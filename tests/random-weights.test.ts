import {expect, it} from 'vitest';
import {weightShapes} from '../src/network/weight-specs.ts';
import {randomWeights} from './random-weights.ts';
import {toyArchitecture} from './toy-architecture.ts';

const TINY = toyArchitecture('vgg19');

it('gives every weight of the network, with biases of zero', () => {
  const weights = randomWeights(TINY, {bias: 0});

  for (const {name, shape} of weightShapes(TINY)) {
    const weight = weights.get(name)!;
    expect(weight.shape).toEqual(shape);
    expect(weight.values).toHaveLength(shape.reduce((product, side) => product * side));
    expect(weight.values.some((value) => value !== 0)).toBe(name.endsWith('/kernel'));
  }
});

it('gives the same numbers for the same seed, and others for another', () => {
  const kernel = (seed: number) =>
    randomWeights(TINY, {seed}).get('encoder/conv1_1/kernel')!.values;

  expect(kernel(1)).toEqual(kernel(1));
  expect(kernel(1)).not.toEqual(kernel(2));
});

it('makes the last layer as weak as it is told to', () => {
  const last = (lastGain: number) => {
    return randomWeights(TINY, {lastGain}).get('decoder/conv1_1/kernel')!.values;
  };

  expect(last(0.25)).toEqual(last(1).map((value) => value / 4));
});
