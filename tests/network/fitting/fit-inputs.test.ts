import * as tf from '@tensorflow/tfjs';
import {beforeAll, expect, it} from 'vitest';
import {type FitInputs, fitInputs} from '../../../src/network/fitting/fit-inputs.ts';
import {expectNoLeak} from '../tensors.ts';
import {openToyFit} from './toy-fit.ts';

beforeAll(() => tf.setBackend('cpu'));

it('adds views to what is known of contents', () => {
  expectNoLeak(() => {
    const toy = openToyFit();
    const {contents, views} = toy.batch;
    const known = fitInputs(toy.task, {contents}, toy.brush);
    // Contents that are known are not looked at.
    const blank = tf.zerosLike(contents);
    const later = fitInputs(toy.task, {...toy.batch, contents: blank}, toy.brush, known);
    const atOnce = fitInputs(toy.task, toy.batch, toy.brush);

    expect(later.motion).toEqual({right: views?.right, down: views?.down});
    expect(later.before.shape[0]).toBe(contents.shape[0] + views!.pictures.shape[0]);
    expect(numbersOf(later)).toEqual(numbersOf(atOnce));
    tf.dispose([known, blank, later, atOnce]);
    toy.dispose();
  });
});

function numbersOf({before, added, target}: FitInputs) {
  return [before, ...Object.values(added), target].map((feature) => feature.dataSync());
}
