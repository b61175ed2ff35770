import * as tf from '@tensorflow/tfjs-core';
import {beforeAll, expect, it} from 'vitest';
import {FIT_GRADIENTS, FIT_KERNELS} from '../../../src/gpu/tensorflow/fit-kernels.ts';
import {registerGradients, registerKernels} from '../../../src/gpu/tensorflow/register-kernels.ts';
import {startTensorFlow} from '../../../src/gpu/tensorflow/tensorflow-backend.ts';
import {disposeFit, startFit} from '../../../src/network/fitting/adam.ts';
import {fitLoss} from '../../../src/network/fitting/fit-loss.ts';
import {FIT_WEIGHTS} from '../../../src/network/fitting/fit-weights.ts';
import {gradientError, openToyFit, stepAtOnce, termsError} from '../../network/fitting/toy-fit.ts';
import {openTestContext} from '../gl-fixture.ts';

const STEPS = 40;

let toy: ReturnType<typeof openToyFit>;

beforeAll(async () => {
  await startTensorFlow(openTestContext());
  registerKernels(FIT_KERNELS);
  registerGradients(FIT_GRADIENTS);
  toy = openToyFit();
});

it('has the terms and the gradients that PyTorch has', async () => {
  const start = startFit(toy.brush);
  const {state, terms} = stepAtOnce(toy.task, start, toy.batch, 1e-3);

  expect(await termsError(terms)).toBeLessThan(1e-3);
  expect(await gradientError(state)).toBeLessThan(5e-3);
  tf.dispose(terms);
  for (const each of [start, state]) disposeFit(each);
});

it('halves the loss in forty steps, and keeps no more than a state', async () => {
  let state = startFit(toy.brush);
  const before = tf.memory().numTensors;
  const losses: number[] = [];
  for (let step = 0; step < STEPS; step++) {
    const next = stepAtOnce(toy.task, state, toy.batch, 1e-2);
    disposeFit(state);
    ({state} = next);
    const loss = fitLoss(next.terms, FIT_WEIGHTS);
    losses.push((await loss.data())[0]!);
    tf.dispose([loss, next.terms]);
  }

  expect(losses.at(-1)).toBeLessThan(losses[0]! / 2);
  expect(tf.memory().numTensors).toBe(before);
  disposeFit(state);
});
