import {describe, expect, it} from 'vitest';
import {type Brush, brushedWeights} from '../../src/network/brush.ts';
import {mixCodes, type StyleCode} from '../../src/network/style-code.ts';
import {randomWeights} from '../random-weights.ts';
import {toyArchitecture} from '../toy-architecture.ts';

const OWN = randomWeights(toyArchitecture());
const NAME = 'decoder/out/kernel';
const [FIRST, SECOND] = [brushOf(0.5), brushOf(-2)];

describe('a mix of two styles', () => {
  it('paints with the mean of their kernels', () => {
    const mixed = mixCodes([
      {code: codeOf(FIRST), weight: 2},
      {code: codeOf(SECOND), weight: 2},
    ]);
    const kernel = brushedWeights(OWN, mixed.brushes!, 1).get(NAME)!;

    kernel.forEach((value, index) => {
      const mean = (FIRST.get(NAME)!.values[index]! + SECOND.get(NAME)!.values[index]!) / 2;
      expect(value).toBeCloseTo(mean, 5);
    });
  });

  it('goes as far to its tones as each of them', () => {
    const learnt = {...codeOf(FIRST), brushes: [{brush: FIRST, share: 1, toned: 0.5}]};
    const {brushes} = mixCodes([
      {code: learnt, weight: 1},
      {code: codeOf(SECOND), weight: 3},
    ]);

    expect(brushes).toEqual([
      {brush: FIRST, share: 0.25, toned: 0.5},
      {brush: SECOND, share: 0.75},
    ]);
  });

  it("takes the network's own kernels for a style without a brush", () => {
    const mixed = mixCodes([
      {code: codeOf(FIRST), weight: 3},
      {code: {...codeOf(FIRST), brushes: undefined, palette: undefined}, weight: 1},
    ]);
    const kernel = brushedWeights(OWN, mixed.brushes!, 1).get(NAME)!;

    expect(kernel[5]).toBeCloseTo(own(5) + 0.75 * 0.5, 5);
    expect(mixed.palette!.mean[0]).toBeCloseTo(0.25, 6);
  });

  it('of which one counts nothing is the other, as it is', () => {
    const code = codeOf(FIRST);
    expect(
      mixCodes([
        {code, weight: 1},
        {code: codeOf(SECOND), weight: 0},
      ]),
    ).toBe(code);
  });
});

describe('at a strength', () => {
  it.each([0, 0.25, 1, 1.5])('of %d kernels lie on a line from the own ones', (alpha) => {
    const kernel = brushedWeights(OWN, [{brush: FIRST, share: 1}], alpha).get(NAME)!;

    kernel.forEach((value, index) => expect(value).toBeCloseTo(own(index) + alpha * 0.5, 5));
  });
});

it('refuses a brush of another network', () => {
  const brush = new Map([['decoder/none/kernel', {shape: [1], values: new Float32Array(1)}]]);
  expect(() => brushedWeights(OWN, [{brush, share: 1}], 1)).toThrow('decoder/none/kernel');
});

function own(index: number): number {
  return OWN.get(NAME)!.values[index]!;
}

/** The own last kernel with something added to each number. */
function brushOf(added: number): Brush {
  const {shape, values} = OWN.get(NAME)!;
  return new Map([[NAME, {shape, values: values.map((value) => value + added)}]]);
}

function codeOf(brush: Brush): StyleCode {
  const palette = {
    mean: Float32Array.of(0.25, 0, 0),
    covariance: new Float32Array(9),
    tones: new Float32Array(51),
  };
  const statistics = {f4: {mean: Float32Array.of(1), std: Float32Array.of(2)}};
  return {statistics, palette, brushes: [{brush, share: 1}]};
}
