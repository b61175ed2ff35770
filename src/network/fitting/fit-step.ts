import * as tf from '@tensorflow/tfjs-core';
import type {Picture} from '../network.ts';
import {adamStep, type FitState} from './adam.ts';
import {brushGradients, decodeWithBrush} from './decode-with-brush.ts';
import type {FitInputs, FitTask} from './fit-inputs.ts';
import {fitLoss, type FitTerms, paintingTerms, pictureTerms} from './fit-loss.ts';

/**
 * A step of a fit in pieces, so that the GPU can paint a frame between two of them: what a piece gives
 * belongs to the caller. The state given stays as it is. It ends with the state after the step, and the
 * terms of the loss before it.
 *
 * @param rate Adam's
 */
export function* fitStep(
  task: FitTask,
  state: FitState,
  inputs: FitInputs,
  rate: number,
): Generator<void, {state: FitState; terms: FitTerms}> {
  const held: tf.TensorContainer[] = [];
  const hold = <T extends tf.TensorContainer>(run: () => T): T => {
    const value = tf.tidy(run);
    held.push(value);
    return value;
  };
  try {
    const pass = hold(() => decodeWithBrush(task.network, inputs, state.brush));
    const {raw} = pass;
    const [count] = inputs.target.shape;
    const judged: Judged<'target' | 'style'>[] = [];
    for (let index = 0; index < count; index++) {
      yield;
      judged.push(hold(() => judgePainting(task, inputs, raw, index)));
    }
    const seen = hold(() => judgePictures(task, inputs, raw));
    yield;
    return tf.tidy(() => {
      const [, ...size] = raw.shape;
      const rest = tf.zeros<tf.Rank.R4>([raw.shape[0] - count, ...size]);
      const byPainting: Picture = tf.concat([...judged.map(({gradient}) => gradient), rest]);
      const gradient: Picture = tf.add(byPainting, seen.gradient);
      const sum = (name: 'target' | 'style') => tf.addN(judged.map(({terms}) => terms[name]));
      const gradients = brushGradients(task.network, pass, state.brush, gradient);
      return {
        state: adamStep(state, gradients, rate),
        terms: {...mapTerms(seen.terms), target: sum('target'), style: sum('style')},
      };
    });
  } finally {
    tf.dispose(held);
  }
}

/** Some terms, and the gradient of what they count by the pictures they are of. */
type Judged<Names extends keyof FitTerms> = {terms: Pick<FitTerms, Names>; gradient: Picture};

/** Terms of one painting, and the gradient of what they count by it, `[1, height, width, 3]`. */
function judgePainting(task: FitTask, {target}: FitInputs, raw: Picture, index: number) {
  const [count] = target.shape;
  const own = tf.slice(target, index, 1);
  return termsAndGradient(task, tf.slice(raw, index, 1), (painting) =>
    paintingTerms(task, tf.clipByValue(painting, 0, 1), own, count),
  );
}

/** Terms of all paintings together, and the gradient of what they count by these. */
function judgePictures(task: FitTask, inputs: FitInputs, raw: Picture) {
  return termsAndGradient(task, raw, (pictures) => pictureTerms(pictures, inputs));
}

function termsAndGradient<Terms extends Partial<FitTerms>>(
  {weights}: FitTask,
  pictures: Picture,
  termsOf: (pictures: Picture) => Terms,
): {terms: Terms; gradient: Picture} {
  let terms: Terms | undefined;
  const gradient = tf.grad((given) => {
    terms = termsOf(given as Picture);
    for (const term of Object.values(terms)) tf.keep(term);
    return fitLoss(terms, weights);
  })(pictures) as Picture;
  if (!terms) throw new Error('Expected the terms of the loss.');
  const kept = terms;
  const result = {terms: mapTerms(kept), gradient};
  tf.dispose(kept as tf.TensorContainer);
  return result;
}

/** Copies, which a tidy around them may free or pass on. */
function mapTerms<Terms extends Partial<FitTerms>>(terms: Terms): Terms {
  const copies = Object.entries(terms).map(([name, term]) => [name, (term as tf.Scalar).clone()]);
  return Object.fromEntries(copies) as Terms;
}
