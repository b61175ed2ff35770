import {createGraphStylizer} from '../../src/gpu/graph-stylizer.ts';
import type {Stylizer} from '../../src/gpu/stylizer.ts';
import type {Model} from '../../src/live/load-model.ts';
import type {Stage} from './stage.ts';

/** The stylizers that can be measured, by the name that `--stylizer` gives them: an entry each. */
export const stylizers: Record<
  string,
  (stage: Stage, model: Pick<Model, 'architecture' | 'weights'>) => Stylizer
> = {
  graph: ({finished}, {architecture, weights}) =>
    createGraphStylizer(architecture, weights, finished),
};
