import {architectureOf} from '../../src/network/architecture.ts';
import type {LoadedNetwork} from '../../src/network/load-network.ts';
import {weightShapes} from '../../src/network/weight-specs.ts';
import type {Weight} from '../../src/network/weights.ts';

/** The swift network with 4, 8, 16 and 32 channels: small enough for a software renderer. */
export const TOY_WIDTH = 1 / 16;

/** How much weaker the last layer is than one that keeps the size of what goes through it. */
const LAST_GAIN = 0.1;

/** A model of random weights, the same ones for a seed, that keeps the size of what goes through it. */
export function toyModel(seed = 7, width = TOY_WIDTH): LoadedNetwork {
  const architecture = architectureOf('swift', width);
  const random = seededRandom(seed);
  const weights = new Map<string, Weight>();
  for (const {name, shape} of weightShapes(architecture)) {
    const inputs = shape.slice(0, -1).reduce((product, side) => product * side, 1);
    // The last layer is weak: pictures in which most pixels are black or white tell little.
    const gain = name === 'decoder/out/kernel' ? LAST_GAIN : 1;
    const spread = shape.length === 1 ? 0.1 : gain * Math.sqrt(6 / inputs);
    const length = shape.reduce((product, side) => product * side, 1);
    const values = Float32Array.from({length}, () => spread * (2 * random() - 1));
    weights.set(name, {shape, values});
  }
  return {name: 'toy', architecture, weights, checksum: `toy-${seed}`};
}

/** Numbers in [0, 1) that are the same for the same seed. */
export function seededRandom(seed: number): () => number {
  let state = seed;
  return () => {
    state = (Math.imul(state, 1664525) + 1013904223) >>> 0;
    return state / 2 ** 32;
  };
}
