import {createGraphStylizer} from '../../src/gpu/tensorflow/graph-stylizer.ts';
import {possibleTunings} from '../../src/gpu/webgl/choose-tuning.ts';
import {createFusedStylizer, type Tuning} from '../../src/gpu/webgl/fused-stylizer.ts';
import type {Stylizer} from '../../src/gpu/webgl/stylizer.ts';
import type {LoadedNetwork} from '../../src/network/load-network.ts';
import type {Showing, Stage} from './stage.ts';

type Make = (stage: Stage, model: Pick<LoadedNetwork, 'architecture' | 'weights'>) => Stylizer;

/** How the fused stylizer runs on most machines; the others are measured against it. */
const USUAL: Tuning = {targets: 8, weights: {kind: 'texture'}, floats: 'half'};

/** A stylizer, and what its painting goes through before it is on the canvas. */
export type Way = {create: Make; showing?: Showing};

/** What can be measured, by the name that `--stylizer` gives it: an entry each. */
export const stylizers: Record<string, Way> = {
  graph: {create: (_, {architecture, weights}) => createGraphStylizer(architecture, weights)},
  fused: {create: fused(USUAL)},
  'fused-4-targets': {create: fused({...USUAL, targets: 4})},
  'fused-blocks': {create: fused({...USUAL, weights: {kind: 'block', bytes: 65536}})},
  'fused-full-floats': {create: fused({...USUAL, floats: 'full'})},
  'fused-toned': {create: fused(USUAL), showing: {toned: true}},
  'fused-steady': {create: fused(USUAL), showing: {steady: true}},
  'fused-regions': {create: fused(USUAL), showing: {regions: true}},
  'fused-enlarged': {create: fused(USUAL), showing: {enlarged: true}},
};

/** Where a GPU cannot draw to eight targets at once, the app takes four, too. */
function fused(tuning: Tuning): Make {
  return ({gl, wait}, {architecture, weights}) => {
    const {targets} = possibleTunings(gl)[0].targets === 8 ? tuning : ({targets: 4} as const);
    return createFusedStylizer(gl, architecture, weights, {...tuning, targets}, wait);
  };
}
