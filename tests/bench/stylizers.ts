import {createGraphStylizer} from '../../src/gpu/tensorflow/graph-stylizer.ts';
import {createFusedStylizer, type Tuning} from '../../src/gpu/webgl/fused-stylizer.ts';
import type {Stylizer} from '../../src/gpu/webgl/stylizer.ts';
import type {LoadedNetwork} from '../../src/network/load-network.ts';
import type {Stage} from './stage.ts';

type Make = (stage: Stage, model: Pick<LoadedNetwork, 'architecture' | 'weights'>) => Stylizer;

/** How the fused stylizer runs on most machines; the others are measured against it. */
const USUAL: Tuning = {targets: 8, weights: {kind: 'texture'}, floats: 'half'};

/** The stylizers that can be measured, by the name that `--stylizer` gives them: an entry each. */
export const stylizers: Record<string, Make> = {
  graph: (_, {architecture, weights}) => createGraphStylizer(architecture, weights),
  fused: fused(USUAL),
  'fused-4-targets': fused({...USUAL, targets: 4}),
  'fused-blocks': fused({...USUAL, weights: {kind: 'block', bytes: 65536}}),
  'fused-full-floats': fused({...USUAL, floats: 'full'}),
};

function fused(tuning: Tuning): Make {
  return ({gl, wait}, {architecture, weights}) =>
    createFusedStylizer(gl, architecture, weights, tuning, wait);
}
