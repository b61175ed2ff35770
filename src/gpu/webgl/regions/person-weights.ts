import type {Weights} from '../../../network/weights.ts';
import type {PersonMap, PersonPass, PersonPlan} from '../../plan/person-plan.ts';

/** All weights in the order in which the shaders read them, four numbers a texel. */
export type ArrangedPerson = {
  texels: Float32Array<ArrayBuffer>;
  /** The first texel of a layer, by its name. */
  firstOf(name: string): number;
};

/**
 * Arranges the weights of a plan: for each group of outputs its bias, then tap by tap for each input the four
 * outputs; of a layer by channels just the taps; of the mask for each of its 2×2 pixels the four inputs of each group.
 *
 * @throws where a kernel is missing
 */
export function arrangePerson({passes}: PersonPlan, weights: Weights): ArrangedPerson {
  const values: number[] = [];
  const firsts = new Map<string, number>();

  function layer(name: string, pass: PersonPass['kind']) {
    const kernel = weights.get(`${name}/kernel`);
    const bias = weights.get(`${name}/bias`)?.values;
    if (!kernel || !bias) throw new Error(`Expected the weights of ${name}, but there are none.`);
    firsts.set(name, values.length / 4);
    const [side = 1, , inputs = 1] = kernel.shape;
    const outputs = bias.length;
    const at = (tap: number, input: number, output: number) =>
      output < outputs && input < inputs
        ? (kernel.values[(tap * inputs + input) * outputs + output] ?? 0)
        : 0;

    if (pass === 'mask') {
      values.push(bias[0] ?? 0, 0, 0, 0);
      for (let tap = 0; tap < side * side; tap++) {
        for (let input = 0; input < groupsOf(inputs) * 4; input++) values.push(at(tap, input, 0));
      }
      return;
    }
    for (let group = 0; group < groupsOf(outputs); group++) {
      const four = [0, 1, 2, 3].map((part) => 4 * group + part);
      values.push(...four.map((output) => bias[output] ?? 0));
      for (let tap = 0; tap < side * side; tap++) {
        if (pass === 'depthwise') {
          values.push(...four.map((channel) => kernel.values[tap * outputs + channel] ?? 0));
          continue;
        }
        for (let input = 0; input < groupsOf(inputs) * 4; input++) {
          values.push(...four.map((output) => at(tap, input, output)));
        }
      }
    }
  }

  for (const pass of passes) {
    if ('weights' in pass) layer(pass.weights, pass.kind);
    if (pass.kind === 'gate') for (const dense of pass.layers) layer(dense.weights, pass.kind);
  }
  return {
    texels: new Float32Array(values),
    firstOf(name) {
      const first = firsts.get(name);
      if (first === undefined) throw new Error(`Expected the weights of ${name}.`);
      return first;
    },
  };
}

/** Groups of four channels. */
export function groupsOf(channels: PersonMap['channels']): number {
  return Math.ceil(channels / 4);
}
