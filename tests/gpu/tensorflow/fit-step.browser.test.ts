import * as tf from '@tensorflow/tfjs';
import {beforeAll, expect, it} from 'vitest';
import {startTensorFlow} from '../../../src/gpu/tensorflow/tensorflow-backend.ts';
import {fitLoss, type FitTerms} from '../../../src/network/fitting/fit-loss.ts';
import {
  disposeFit,
  fitGradients,
  fitStep,
  startFit,
} from '../../../src/network/fitting/fit-step.ts';
import {openToyFit, TOY_FIT} from '../../network/fitting/toy-fit.ts';
import {largestDifference} from '../../network/golden.ts';
import {openTestContext} from '../gl-fixture.ts';

let toy: ReturnType<typeof openToyFit>;

beforeAll(async () => {
  await startTensorFlow(openTestContext());
  toy = openToyFit();
});

it('has the terms and the gradients that PyTorch has', async () => {
  const {terms, gradients} = fitGradients(toy.task, toy.brush, toy.batch);

  for (const [name, term] of Object.entries(terms)) {
    const expected = TOY_FIT.terms[name as keyof FitTerms];
    expect(Math.abs((await term.data())[0]! / expected - 1)).toBeLessThan(1e-3);
  }
  for (const [name, expected] of Object.entries(TOY_FIT.gradients)) {
    const largest = expected.reduce((most, value) => Math.max(most, Math.abs(value)), 0);
    const difference = largestDifference(await gradients[name]!.data(), expected);
    expect(difference / largest).toBeLessThan(5e-3);
  }
  tf.dispose([terms, gradients]);
});

it('halves the loss in forty steps, and keeps no more than a state', async () => {
  let state = startFit(toy.brush);
  const before = tf.memory();
  const losses: number[] = [];
  for (let step = 0; step < 40; step++) {
    const next = fitStep(toy.task, state, toy.batch, 1e-2);
    disposeFit(state);
    ({state} = next);
    const loss = fitLoss(next.terms);
    losses.push((await loss.data())[0]!);
    tf.dispose([loss, next.terms]);
  }

  expect(losses.at(-1)).toBeLessThan(losses[0]! / 2);
  expect(tf.memory().numTensors).toBe(before.numTensors);
  disposeFit(state);
});
