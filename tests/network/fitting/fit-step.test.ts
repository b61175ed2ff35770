import * as tf from '@tensorflow/tfjs';
import {afterAll, beforeAll, describe, expect, it} from 'vitest';
import {disposeFit, rateAt, startFit} from '../../../src/network/fitting/adam.ts';
import {fitInputs} from '../../../src/network/fitting/fit-inputs.ts';
import {fitLoss} from '../../../src/network/fitting/fit-loss.ts';
import {fitStep} from '../../../src/network/fitting/fit-step.ts';
import {FIT_WEIGHTS} from '../../../src/network/fitting/fit-weights.ts';
import {expectNoLeak} from '../tensors.ts';
import {gradientError, openToyFit, stepAtOnce, termsError, TOY_FIT} from './toy-fit.ts';

let toy: ReturnType<typeof openToyFit>;

beforeAll(async () => {
  await tf.setBackend('cpu');
  toy = openToyFit();
});
afterAll(() => {
  toy.dispose();
});

describe('a step, against PyTorch', () => {
  it('has the terms and the gradients of the record', async () => {
    const start = startFit(toy.brush);
    const {state, terms} = stepAtOnce(toy.task, start, toy.batch, TOY_FIT.rate);

    expect(await termsError(terms)).toBeLessThan(1e-4);
    expect(await gradientError(state)).toBeLessThan(1e-3);
    tf.dispose(terms);
    for (const each of [start, state]) disposeFit(each);
  });

  it('leads to the brush of the record', () => {
    const {state} = stepsFrom(TOY_FIT.rate, TOY_FIT.steps);

    expect(state.steps).toBe(TOY_FIT.steps);
    for (const [name, expected] of Object.entries(TOY_FIT.brush)) {
      // Where a gradient is next to nothing, Adam's step is of the full rate either way.
      const values = state.brush[name]!.dataSync();
      const off = expected.filter((value, index) => Math.abs(value - values[index]!) > 2e-5);
      expect(off.length / expected.length).toBeLessThan(0.02);
    }
    disposeFit(state);
  });
});

it('makes the loss smaller', () => {
  const {state, losses} = stepsFrom(1e-2, 9);

  expect(losses.at(-1)).toBeLessThan(0.75 * losses[0]!);
  disposeFit(state);
});

it('leaves nothing behind, wherever it is given up', () => {
  expectNoLeak(() => {
    const state = startFit(toy.brush);
    const inputs = fitInputs(toy.task, toy.batch, state.brush);
    for (let pieces = 0; pieces < 4; pieces++) {
      const step = fitStep(toy.task, state, inputs, 1e-3);
      for (let piece = 0; piece < pieces; piece++) expect(step.next().done).toBe(false);
      step.return(undefined as never);
    }
    const next = stepAtOnce(toy.task, state, toy.batch, 1e-3);
    tf.dispose([inputs, next.terms]);
    for (const each of [next.state, state]) disposeFit(each);
  });
});

it('needs no second view', async () => {
  const {contents} = toy.batch;
  const start = startFit(toy.brush);
  const {terms, state} = stepAtOnce(toy.task, start, {contents}, 1e-3);

  expect(terms.steady.dataSync()[0]).toBe(0);
  expect(Math.abs(terms.style.dataSync()[0]! / TOY_FIT.terms.style - 1)).toBeLessThan(1e-4);
  tf.dispose(terms);
  for (const each of [start, state]) disposeFit(each);
});

it('warms up, and comes to rest', () => {
  const rates = [0, 19, 110, 219].map((step) => rateAt(step, 220, 1e-3));

  expect(rates[0]).toBeCloseTo(5e-5, 6);
  expect(rates[1]).toBeGreaterThan(9e-4);
  expect(rates[2]).toBeCloseTo(5.1e-4, 5);
  expect(rates[3]).toBeLessThan(2.5e-5);
});

/** The state after some steps, and the loss before each. */
function stepsFrom(rate: number, steps: number) {
  let state = startFit(toy.brush);
  const losses: number[] = [];
  for (let step = 0; step < steps; step++) {
    const next = stepAtOnce(toy.task, state, toy.batch, rate);
    disposeFit(state);
    ({state} = next);
    const loss = fitLoss(next.terms, FIT_WEIGHTS);
    losses.push(loss.dataSync()[0]!);
    tf.dispose([loss, next.terms]);
  }
  return {state, losses};
}
