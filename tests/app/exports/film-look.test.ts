import {describe, expect, it} from 'vitest';
import {type FilmStep, paintAlong} from '../../../src/app/exports/film-look.ts';
import type {Paint} from '../../../src/gpu/painter.ts';
import type {LoadedNetwork} from '../../../src/network/load-network.ts';
import type {StyleCode} from '../../../src/network/style-code.ts';

const network = {name: 'toy'} as LoadedNetwork;
const code = {statistics: []} as unknown as StyleCode;

function step(atMs: number, alpha: number, fadeMs = 0): FilmStep {
  const paint: Paint = {
    network,
    layers: [{code, alpha}],
    colour: {by: 'luminance', share: 0},
    calm: 'normal',
  };
  return {atMs, paint, fadeMs};
}

const alphasOf = (steps: FilmStep[], times: number[]) => {
  const paintAt = paintAlong(steps);
  return times.map((timeMs) => paintAt(timeMs)?.layers[0]?.alpha);
};

describe('paintAlong', () => {
  it('holds each look from its time on, the first from the beginning', () => {
    const steps = [step(500, 0), step(1000, 0.5), step(3000, 1)];

    expect(alphasOf(steps, [0, 999, 1000, 2999, 3000, 1e6])).toEqual([0, 0, 0.5, 0.5, 1, 1]);
  });

  it('goes from one to the next in the time that is given, without a step above an eighth', () => {
    const steps = [step(0, 0), step(1000, 1, 1000)];
    const times = Array.from({length: 60}, (_, index) => 900 + 20 * index);

    const alphas = alphasOf(steps, times) as number[];

    expect(alphas[0]).toBe(0);
    expect(alphas.at(-1)).toBe(1);
    for (const [index, alpha] of alphas.slice(1).entries()) {
      const rise = alpha - (alphas[index] ?? 0);
      expect(rise).toBeGreaterThanOrEqual(0);
      expect(rise).toBeLessThanOrEqual(0.125);
    }
  });

  it('gives the same object while nothing changes, so that nothing is computed anew', () => {
    const paintAt = paintAlong([step(0, 0), step(1000, 1, 500)]);

    expect(paintAt(2000)).toBe(paintAt(2040));
  });

  it('knows nothing without a look', () => {
    expect(paintAlong([])(0)).toBeUndefined();
  });
});
