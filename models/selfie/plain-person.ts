import type {Activation, PersonNetwork} from '../../src/network/person/person-network.ts';

/** A feature map: pixel after pixel, each with its channels. */
type Map3 = {side: number; channels: number; values: Float64Array};

const ACTIVATIONS: Record<Activation, (x: number) => number> = {
  none: (x) => x,
  relu: (x) => Math.max(x, 0),
  hardSwish: (x) => (x * Math.min(Math.max(x + 3, 0), 6)) / 6,
  sigmoid: (x) => 1 / (1 + Math.exp(-x)),
};

/**
 * The mask of a picture by plain loops in double precision, step by step as the manifest has them: what everything
 * else that runs the network is compared with.
 *
 * @param picture RGB in [0, 1], `side` × `side`, row by row
 */
export function plainPersonMask(network: PersonNetwork, picture: Float64Array): Float64Array {
  const {side, steps, weights} = network;
  const maps: Map3[] = [{side, channels: 3, values: picture}];
  for (const step of steps) {
    const [a, b] = step.inputs.map((input) => maps[input]!);
    const {side, channels, values} = a!;
    const made = make();
    if ('activation' in step) made.values = made.values.map(ACTIVATIONS[step.activation]);
    maps[step.output] = made;

    function make(): Map3 {
      switch (step.op) {
        case 'pool': {
          const means = new Float64Array(channels);
          values.forEach((value, place) => (means[place % channels]! += value / side / side));
          return {side: 1, channels, values: means};
        }
        case 'add':
          return {side, channels, values: values.map((value, at) => value + b!.values[at]!)};
        case 'multiply':
          return {
            side,
            channels,
            values: values.map((value, at) => value * b!.values[at % b!.values.length]!),
          };
        case 'double':
          return filled(2 * side, channels, (x, y, channel) => {
            const [left, top] = [(x + 0.5) / 2 - 0.5, (y + 0.5) / 2 - 0.5];
            let sum = 0;
            for (const [column, row] of [
              [0, 0],
              [1, 0],
              [0, 1],
              [1, 1],
            ] as const) {
              const [u, v] = [Math.floor(left) + column, Math.floor(top) + row];
              const part = (1 - Math.abs(left - u)) * (1 - Math.abs(top - v));
              sum += part * values[(clamped(v) * side + clamped(u)) * channels + channel]!;
            }
            return sum;
          });
        case 'transposed': {
          const kernel = weights.get(`${step.weights}/kernel`)!;
          const bias = weights.get(`${step.weights}/bias`)!.values;
          const outputs = kernel.shape[3]!;
          return filled(2 * side, outputs, (x, y, output) => {
            let sum = bias[output]!;
            for (let input = 0; input < channels; input++) {
              const tap = (((y % 2) * 2 + (x % 2)) * channels + input) * outputs + output;
              sum += values[((y >> 1) * side + (x >> 1)) * channels + input]! * kernel.values[tap]!;
            }
            return sum;
          });
        }
        case 'conv':
        case 'depthwise': {
          const {stride} = step;
          const kernel = weights.get(`${step.weights}/kernel`)!;
          const bias = weights.get(`${step.weights}/bias`)!.values;
          const taps = kernel.shape[0]!;
          const outputs = bias.length;
          const small = Math.ceil(side / stride);
          const before = Math.max(0, (small - 1) * stride + taps - side) >> 1;
          return filled(small, outputs, (x, y, output) => {
            let sum = bias[output]!;
            for (let row = 0; row < taps; row++) {
              for (let column = 0; column < taps; column++) {
                const [u, v] = [x * stride + column - before, y * stride + row - before];
                if (u < 0 || v < 0 || u >= side || v >= side) continue;
                const from = (v * side + u) * channels;
                const tap = row * taps + column;
                if (step.op === 'depthwise') {
                  sum += values[from + output]! * kernel.values[tap * outputs + output]!;
                  continue;
                }
                for (let input = 0; input < channels; input++) {
                  sum +=
                    values[from + input]! *
                    kernel.values[(tap * channels + input) * outputs + output]!;
                }
              }
            }
            return sum;
          });
        }
      }
    }

    function clamped(place: number): number {
      return Math.min(side - 1, Math.max(0, place));
    }
  }
  return maps.at(-1)!.values;
}

function filled(
  side: number,
  channels: number,
  valueOf: (x: number, y: number, channel: number) => number,
): Map3 {
  const values = new Float64Array(side * side * channels);
  for (let place = 0; place < values.length; place++) {
    const pixel = Math.floor(place / channels);
    values[place] = valueOf(pixel % side, Math.floor(pixel / side), place % channels);
  }
  return {side, channels, values};
}
