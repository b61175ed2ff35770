import type {Architecture} from '../../src/network/architecture.ts';
import {weightShapes} from '../../src/network/weight-specs.ts';
import type {Weights} from '../../src/network/weights.ts';
import {randomNumbers} from '../random-numbers.ts';

/**
 * Weights for a network that nobody has trained: the same in every run, and such that activations
 * stay of the size of the picture's (He et al. 2015, uniform). Biases are zero.
 */
export function randomWeights(architecture: Architecture, seed: number): Weights {
  const random = randomNumbers(seed);
  return new Map(
    weightShapes(architecture).map(({name, shape}) => {
      const [height = 0, width = 0, inputs = 0] = shape;
      const isBias = shape.length === 1;
      const limit = isBias ? 0 : Math.sqrt(6 / (height * width * inputs));
      const count = shape.reduce((product, side) => product * side);
      const values = Float32Array.from({length: count}, () => (2 * random() - 1) * limit);
      return [name, {shape, values}];
    }),
  );
}
