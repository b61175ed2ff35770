import {describe, expect, it} from 'vitest';
import {personMapsRead, planPerson} from '../../../src/gpu/plan/person-plan.ts';
import type {PersonNetwork, PersonStep} from '../../../src/network/person/person-network.ts';

const conv = (
  number: number,
  input: number,
  output: number,
  more: Partial<Extract<PersonStep, {stride: number}>> = {},
): PersonStep => ({
  op: 'conv',
  weights: `conv${number}`,
  inputs: [input],
  output,
  stride: 1,
  activation: 'none',
  ...more,
});

function networkOf(steps: PersonStep[], channels: Record<string, number> = {}): PersonNetwork {
  const names = steps.flatMap((step) => ('weights' in step ? [step.weights] : []));
  const weights = new Map(
    names.map((name) => {
      const count = channels[name] ?? 8;
      return [`${name}/bias`, {shape: [count], values: new Float32Array(count)}];
    }),
  );
  return {side: 32, steps, exam: [], weights, checksum: ''};
}

describe('planPerson', () => {
  it('adds in the draw of the convolution before', () => {
    const {passes} = planPerson(
      networkOf([
        conv(1, 0, 1, {stride: 2}),
        conv(2, 1, 2),
        {op: 'add', inputs: [2, 1], output: 3, activation: 'none'},
        conv(3, 3, 4),
      ]),
    );
    expect(passes).toMatchObject([{output: 1}, {output: 2, added: 1}, {input: {map: 2}}]);
  });

  it('makes one draw of dense layers, and takes the gate up where it is read', () => {
    const {passes, maps} = planPerson(
      networkOf([
        conv(1, 0, 1),
        {op: 'pool', inputs: [1], output: 2},
        conv(2, 2, 3, {activation: 'relu'}),
        conv(3, 3, 4, {activation: 'sigmoid'}),
        {op: 'multiply', inputs: [1, 4], output: 5, activation: 'none'},
        conv(4, 5, 6),
      ]),
    );
    expect(passes.map(({kind}) => kind)).toEqual(['conv', 'pool', 'gate', 'conv']);
    expect(passes[2]).toMatchObject({
      layers: [
        {weights: 'conv2', activation: 'relu'},
        {weights: 'conv3', activation: 'sigmoid'},
      ],
    });
    expect(passes[3]).toMatchObject({input: {map: 1, gate: 4}});
    expect(maps.get(4)).toEqual({side: 1, channels: 8});
  });

  it('convolves before it doubles', () => {
    const {passes, maps} = planPerson(
      networkOf([
        conv(1, 0, 1, {stride: 2}),
        {op: 'double', inputs: [1], output: 2},
        conv(2, 2, 3),
      ]),
    );
    expect(passes.map(({kind}) => kind)).toEqual(['conv', 'conv', 'double']);
    expect(passes[1]).toMatchObject({weights: 'conv2', input: {map: 1}});
    expect(maps.get(3)).toEqual({side: 32, channels: 8});
  });

  it('reads only what was drawn before', () => {
    const {passes} = planPerson(
      networkOf([
        conv(1, 0, 1),
        conv(2, 1, 2, {stride: 2, activation: 'relu'}),
        {op: 'double', inputs: [2], output: 3},
        conv(3, 3, 4),
        {op: 'add', inputs: [1, 4], output: 5, activation: 'none'},
        {op: 'pool', inputs: [5], output: 6},
        conv(4, 6, 7, {activation: 'sigmoid'}),
        {op: 'multiply', inputs: [1, 7], output: 8, activation: 'none'},
        {op: 'add', inputs: [8, 4], output: 9, activation: 'none'},
        conv(5, 9, 10, {activation: 'relu'}),
      ]),
    );
    const drawn = new Set([0]);
    for (const pass of passes) {
      for (const map of personMapsRead(pass)) expect(drawn).toContain(map);
      drawn.add(pass.output);
    }
    expect(passes.at(-1)).toMatchObject({input: {map: 1, gate: 7, plus: 4}});
  });

  it('refuses a step that reads what no step gives', () => {
    expect(() => planPerson(networkOf([conv(1, 5, 6)]))).toThrow('map 5');
  });
});
