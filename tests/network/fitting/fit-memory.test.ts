import * as tf from '@tensorflow/tfjs';
import {beforeAll, expect, it} from 'vitest';
import type {FitInputs} from '../../../src/network/fitting/fit-inputs.ts';
import {createFitMemory} from '../../../src/network/fitting/fit-memory.ts';
import {expectNoLeak} from '../tensors.ts';

beforeAll(() => tf.setBackend('cpu'));

it('computes the inputs of a batch once, and once more when scenes move', () => {
  const computed: string[] = [];
  const memory = createFitMemory(3, (batch, moves, known) => {
    computed.push(`${batch}${moves ? ' moved' : ''}${known ? ', known' : ''}`);
    return inputsOf(batch);
  });
  const first = memory.inputs(0, false);
  for (let step = 1; step < 7; step++) memory.inputs(step, false);

  expect(computed).toEqual(['0', '1', '2']);
  expect(memory.inputs(3, false)).toBe(first);
  expect(memory.isNew(4, false)).toBe(false);
  expect(memory.isNew(4, true)).toBe(true);

  for (let step = 7; step < 13; step++) memory.inputs(step, true);
  expect(computed.slice(3)).toEqual(['1 moved, known', '2 moved, known', '0 moved, known']);
  memory.dispose();
});

it('keeps no more than the inputs of its batches', () => {
  expectNoLeak(() => {
    const memory = createFitMemory(2, inputsOf);
    memory.inputs(0, false);
    const {numTensors} = tf.memory();
    memory.inputs(1, false);
    for (let step = 2; step < 5; step++) memory.inputs(step, true);

    expect(tf.memory().numTensors).toBe(2 * numTensors);
    memory.dispose();
    memory.dispose();
  });
});

it('computes anew what failed', () => {
  let failures = 1;
  const memory = createFitMemory(1, (batch) => {
    if (failures-- > 0) throw new Error('out of memory');
    return inputsOf(batch);
  });

  expect(() => memory.inputs(0, false)).toThrow('out of memory');
  expect(memory.inputs(0, false).target.shape).toEqual([1, 2, 2, 1]);
  memory.dispose();
});

function inputsOf(batch: number): FitInputs {
  const feature = () => tf.fill<tf.Rank.R4>([1, 2, 2, 1], batch);
  return {before: feature(), added: {f2: feature()}, target: feature()};
}
