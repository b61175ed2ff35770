import type {LoadedNetwork} from '../../src/network/load-network.ts';
import {randomWeights} from '../random-weights.ts';
import {shippedArchitecture, TOY_WIDTH} from '../toy-architecture.ts';

/** How much weaker the last layer is than one that keeps the size of what goes through it. */
const LAST_GAIN = 0.1;

/** A small network of random weights, the same ones for a seed, of the shape that ships. */
export function toyModel(seed = 7, width = TOY_WIDTH): LoadedNetwork {
  const architecture = shippedArchitecture('swift', width);
  const weights = randomWeights(architecture, {seed, lastGain: LAST_GAIN});
  return {name: 'toy', architecture, weights, checksum: `toy-${seed}`};
}
