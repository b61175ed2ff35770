import {type FeatureMap, tileCount} from './feature-map.ts';
import type {ConvPass} from './plan.ts';

/**
 * A convolution's weights in the order in which `conv.glsl` reads them: vectors of four outputs, as
 * `columns` × `rows` × `slices`. A slice has what a tile of the output needs, or where it is
 * up-sampled a phase of a tile. In it, a row is a group of inputs, whose columns are the inputs of the
 * groups of the taps; the last row starts with the biases of the groups.
 */
export type ArrangedKernel = {
  values: Float32Array<ArrayBuffer>;
  columns: number;
  rows: number;
  slices: number;
  slicesPerTile: 1 | 4;
};

/** Taps of the small map on each side, where an up-sampling convolution is split into phases. */
const PHASE_SIDE = 2;
const SIDE = 3;

/** Taps on each side of the kernel as it is drawn. */
export function kernelSide(form: ConvPass['form']): number {
  return form === 'upsample' ? PHASE_SIDE : SIDE;
}

/**
 * Arranges the weights of a pass, with the linear changes before and after it folded in.
 *
 * @param kernel `[3, 3, inputs, outputs]`
 * @param bias `[outputs]`
 */
export function arrangeKernel(
  pass: ConvPass,
  kernel: Float32Array,
  bias: Float32Array,
  output: FeatureMap,
): ArrangedKernel {
  const {inputs, outputs, form, before, after, opaque} = pass;
  const {groupsPerTile} = output;
  const side = kernelSide(form);
  const inputGroups = Math.ceil(inputs / 4);
  const columns = side * side * groupsPerTile * 4;
  const rows = inputGroups + 1;
  const slicesPerTile = form === 'upsample' ? 4 : 1;
  const slices = tileCount(output) * slicesPerTile;
  const values = new Float32Array(columns * rows * slices * 4);

  const inScale = before?.scale ?? 1;
  const inOffset = before?.offset ?? 0;
  const outScale = after?.scale ?? 1;
  const outOffset = after?.offset ?? 0;
  for (let slice = 0; slice < slices; slice++) {
    const tile = Math.floor(slice / slicesPerTile);
    const phase = slice % slicesPerTile;
    const tapsY = form === 'upsample' ? phaseTaps(phase >> 1) : WHOLE;
    const tapsX = form === 'upsample' ? phaseTaps(phase & 1) : WHOLE;
    for (let lane = 0; lane < groupsPerTile * 4; lane++) {
      const output = tile * groupsPerTile * 4 + lane;
      if (output >= outputs) continue;
      const [part, component] = [lane >> 2, lane & 3];
      const place = (row: number, column: number) =>
        ((slice * rows + row) * columns + column) * 4 + component;

      let sum = 0;
      for (let input = 0; input < inputs; input++) {
        for (let tap = 0; tap < side * side; tap++) {
          let value = 0;
          for (const y of tapsY[Math.floor(tap / side)] ?? []) {
            for (const x of tapsX[tap % side] ?? []) {
              value += kernel[((y * SIDE + x) * inputs + input) * outputs + output] ?? 0;
            }
          }
          sum += value;
          const column = (tap * groupsPerTile + part) * 4 + (input & 3);
          values[place(input >> 2, column)] = value * inScale * outScale;
        }
      }
      // Padding is reflection, so what is added to every input reaches every pixel alike.
      const own = (bias[output] ?? 0) + sum * inOffset;
      values[place(inputGroups, part)] = own * outScale + outOffset;
    }
    // The biases of a group of RGB are followed by that of the fourth channel.
    if (opaque) values[(slice * rows + inputGroups) * columns * 4 + 3] = 1;
  }
  return {values, columns, rows, slices, slicesPerTile};
}

const WHOLE = [[0], [1], [2]] as const;

/**
 * Which taps of a 3-tap kernel fall onto the same pixel of the small map, when the doubled map repeats
 * each: for the even phase the pixel before and the pixel itself, for the odd the pixel and the next.
 */
function phaseTaps(parity: number): readonly (readonly number[])[] {
  return parity === 0 ? [[0], [1, 2]] : [[0, 1], [2]];
}
