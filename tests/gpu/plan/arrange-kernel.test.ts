import * as tf from '@tensorflow/tfjs';
import {describe, expect, it} from 'vitest';
import {arrangeKernel} from '../../../src/gpu/plan/arrange-kernel.ts';
import type {FeatureMap} from '../../../src/gpu/plan/feature-map.ts';
import type {ConvPass} from '../../../src/gpu/plan/plan.ts';

const [INPUTS, OUTPUTS] = [2, 6];
const PASS: ConvPass = {
  kind: 'conv',
  form: 'plain',
  path: 'encoder/conv',
  inputs: INPUTS,
  outputs: OUTPUTS,
  input: {map: 0},
  range: [-1, 1],
  output: 1,
};
const MAP: FeatureMap = {groups: 2, shrink: 1, layout: 'blocks', groupsPerTile: 2};
const KERNEL = Float32Array.from({length: 9 * INPUTS * OUTPUTS}, (_, index) => Math.sin(index * 7));
const BIAS = Float32Array.from({length: OUTPUTS}, (_, index) => index / 10);

describe('a plain kernel', () => {
  it('holds each weight once, inputs as columns of outputs', () => {
    const {values, columns, rows, slices} = arrangeKernel(PASS, KERNEL, BIAS, MAP);
    expect([columns, rows, slices]).toEqual([72, 2, 1]);
    for (let tap = 0; tap < 9; tap++) {
      for (let input = 0; input < 4; input++) {
        for (let output = 0; output < 8; output++) {
          const column = (tap * 2 + (output >> 2)) * 4 + input;
          const known = input < INPUTS && output < OUTPUTS;
          expect(values[column * 4 + (output & 3)]).toBe(
            known ? KERNEL[(tap * INPUTS + input) * OUTPUTS + output] : 0,
          );
        }
      }
    }
    expect([...values.slice(72 * 4, 72 * 4 + 8)]).toEqual([...BIAS, 0, 0]);
  });

  it('takes in what is done to the input and to the output', () => {
    const before = {scale: 2, offset: -1};
    const after = {scale: 0.5, offset: 0.25};
    const plain = arrangeKernel(PASS, KERNEL, BIAS, MAP).values;
    const folded = arrangeKernel({...PASS, before, after}, KERNEL, BIAS, MAP).values;
    let sum = 0;
    for (let place = 0; place < 9 * INPUTS; place++) sum += KERNEL[place * OUTPUTS]!;

    expect(folded[0]).toBeCloseTo(plain[0]!, 6);
    expect(folded[72 * 4]).toBeCloseTo(0.5 * (BIAS[0]! - sum) + 0.25, 5);
  });

  it('makes the fourth channel of a picture opaque', () => {
    const pass: ConvPass = {...PASS, outputs: 3, opaque: true};
    const {values, columns} = arrangeKernel(pass, KERNEL, BIAS, {
      ...MAP,
      groups: 1,
      groupsPerTile: 1,
    });
    expect(values[columns * 4 + 3]).toBe(1);
  });
});

describe('an up-sampling kernel', () => {
  const [height, width] = [3, 4];
  const map: FeatureMap = {...MAP, layout: 'phases', groups: 2, groupsPerTile: 1};
  const arranged = arrangeKernel({...PASS, form: 'upsample'}, KERNEL, BIAS, map);
  const small = Float32Array.from({length: height * width * INPUTS}, (_, i) => Math.cos(i * 3));

  function doubledThenConvolved(): Float32Array {
    return tf.tidy(() => {
      const doubled = tf.image.resizeNearestNeighbor(
        tf.tensor4d(small, [1, height, width, INPUTS]),
        [2 * height, 2 * width],
      );
      const edge: [number, number] = [1, 1];
      const padded = tf.mirrorPad(doubled, [[0, 0], edge, edge, [0, 0]], 'reflect');
      const kernel = tf.tensor4d(KERNEL, [3, 3, INPUTS, OUTPUTS]);
      return tf.add(tf.conv2d(padded, kernel, 1, 'valid'), tf.tensor1d(BIAS)).dataSync<'float32'>();
    });
  }

  /** One output pixel from the small map, whose edge pixels repeat. */
  function phaseConvolved(y: number, x: number, output: number): number {
    const [phaseY, phaseX] = [y & 1, x & 1];
    const slice = (output >> 2) * 4 + phaseY * 2 + phaseX;
    const at = (row: number, column: number) =>
      arranged.values[
        ((slice * arranged.rows + row) * arranged.columns + column) * 4 + (output & 3)
      ]!;
    const clamp = (place: number, count: number) => Math.min(Math.max(place, 0), count - 1);
    let sum = at(1, 0);
    for (let tapY = 0; tapY < 2; tapY++) {
      for (let tapX = 0; tapX < 2; tapX++) {
        const row = clamp((y >> 1) - 1 + phaseY + tapY, height);
        const column = clamp((x >> 1) - 1 + phaseX + tapX, width);
        for (let input = 0; input < INPUTS; input++) {
          const value = small[(row * width + column) * INPUTS + input]!;
          sum += at(0, (tapY * 2 + tapX) * 4 + input) * value;
        }
      }
    }
    return sum;
  }

  it('does exactly what doubling, reflecting and convolving do, edges too', () => {
    const expected = doubledThenConvolved();
    for (let y = 0; y < 2 * height; y++) {
      for (let x = 0; x < 2 * width; x++) {
        for (let output = 0; output < OUTPUTS; output++) {
          const place = (y * 2 * width + x) * OUTPUTS + output;
          expect(phaseConvolved(y, x, output)).toBeCloseTo(expected[place]!, 5);
        }
      }
    }
  });
});
