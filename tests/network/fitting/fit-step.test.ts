import * as tf from '@tensorflow/tfjs';
import {afterAll, beforeAll, describe, expect, it} from 'vitest';
import {fitLoss, type FitTerms} from '../../../src/network/fitting/fit-loss.ts';
import {
  disposeFit,
  fitGradients,
  fitStep,
  rateAt,
  startFit,
} from '../../../src/network/fitting/fit-step.ts';
import {largestDifference} from '../golden.ts';
import {expectNoLeak} from '../tensors.ts';
import {openToyFit, TOY_FIT} from './toy-fit.ts';

let toy: ReturnType<typeof openToyFit>;

beforeAll(async () => {
  await tf.setBackend('cpu');
  toy = openToyFit();
});
afterAll(() => {
  toy.dispose();
});

describe('a step, against PyTorch', () => {
  it('has the terms and the gradients of the record', () => {
    const {terms, gradients} = fitGradients(toy.task, toy.brush, toy.batch);

    for (const [name, term] of Object.entries(terms)) {
      const expected = TOY_FIT.terms[name as keyof FitTerms];
      expect(Math.abs(term.dataSync()[0]! / expected - 1)).toBeLessThan(1e-4);
    }
    expect(Object.keys(gradients)).toEqual(Object.keys(TOY_FIT.gradients));
    for (const [name, expected] of Object.entries(TOY_FIT.gradients)) {
      const largest = expected.reduce((most, value) => Math.max(most, Math.abs(value)), 0);
      const difference = largestDifference(gradients[name]!.dataSync(), expected);
      expect(difference / largest).toBeLessThan(1e-3);
    }
    tf.dispose([terms, gradients]);
  });

  it('leads to the brush of the record', () => {
    let state = startFit(toy.brush);
    for (let step = 0; step < TOY_FIT.steps; step++) {
      const next = fitStep(toy.task, state, toy.batch, TOY_FIT.rate);
      disposeFit(state);
      tf.dispose(next.terms);
      ({state} = next);
    }

    expect(state.steps).toBe(TOY_FIT.steps);
    for (const [name, expected] of Object.entries(TOY_FIT.brush)) {
      // Where a gradient is next to nothing, Adam's step is of the full rate either way.
      const values = state.brush[name]!.dataSync();
      const off = expected.filter((value, index) => Math.abs(value - values[index]!) > 2e-5);
      expect(off.length / expected.length).toBeLessThan(0.02);
    }
    disposeFit(state);
  });

  it('makes the loss smaller', () => {
    const before = lossOf(toy.brush);
    let state = startFit(toy.brush);
    for (let step = 0; step < 8; step++) {
      const next = fitStep(toy.task, state, toy.batch, 1e-2);
      disposeFit(state);
      tf.dispose(next.terms);
      ({state} = next);
    }

    expect(lossOf(state.brush)).toBeLessThan(0.75 * before);
    disposeFit(state);
  });

  it('leaves nothing behind', () => {
    expectNoLeak(() => {
      const state = startFit(toy.brush);
      const next = fitStep(toy.task, state, toy.batch, 1e-3);
      tf.dispose(next.terms);
      disposeFit(next.state);
      disposeFit(state);
    });
  });

  it('needs no second view', () => {
    const {contents} = toy.batch;
    const {terms, gradients} = fitGradients(toy.task, toy.brush, {contents});

    expect(terms.steady.dataSync()[0]).toBe(0);
    expect(Math.abs(terms.style.dataSync()[0]! / TOY_FIT.terms.style - 1)).toBeLessThan(1e-4);
    tf.dispose([terms, gradients]);
  });
});

it('warms up, and comes to rest', () => {
  const rates = [0, 19, 110, 219].map((step) => rateAt(step, 220, 1e-3));

  expect(rates[0]).toBeCloseTo(5e-5, 6);
  expect(rates[1]).toBeGreaterThan(9e-4);
  expect(rates[2]).toBeCloseTo(5.1e-4, 5);
  expect(rates[3]).toBeLessThan(2.5e-5);
});

function lossOf(brush: typeof toy.brush): number {
  return tf.tidy(() => {
    const {terms} = fitGradients(toy.task, brush, toy.batch);
    return fitLoss(terms).dataSync()[0]!;
  });
}
