import type {Architecture} from '../src/network/architecture.ts';
import {weightShapes} from '../src/network/weight-specs.ts';
import type {Weights} from '../src/network/weights.ts';
import {randomNumbers} from './random-numbers.ts';

/** What differs from one use to another. */
export type RandomWeightsOptions = {
  /** The same numbers for the same seed. */
  seed?: number;
  /** Biases are between this and its negative. */
  bias?: number;
  /** How strong the last layer is: pictures whose pixels are mostly black or white tell little. */
  lastGain?: number;
};

/**
 * Weights for a network that nobody has trained: the same in every run, and such that activations
 * stay of the size of the picture's (He et al. 2015, uniform).
 */
export function randomWeights(
  architecture: Architecture,
  {seed = 1, bias = 0.1, lastGain = 1}: RandomWeightsOptions = {},
): Weights {
  const random = randomNumbers(seed);
  const last = `decoder/${architecture.decoder.at(-1)?.name}/kernel`;
  return new Map(
    weightShapes(architecture).map(({name, shape}) => {
      const [height = 0, width = 0, inputs = 0] = shape;
      const isBias = shape.length === 1;
      const gain = name === last ? lastGain : 1;
      const limit = isBias ? bias : gain * Math.sqrt(6 / (height * width * inputs));
      const count = shape.reduce((product, side) => product * side);
      const values = Float32Array.from({length: count}, () => (2 * random() - 1) * limit);
      return [name, {shape, values}];
    }),
  );
}
