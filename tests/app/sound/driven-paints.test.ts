import {expect, it} from 'vitest';
import {createDrivenPaints} from '../../../src/app/sound/driven-paints.ts';
import type {Paint} from '../../../src/gpu/painter.ts';
import type {LoadedNetwork} from '../../../src/network/load-network.ts';
import {USUAL} from '../usual-look.ts';

const network = {name: 'toy'} as LoadedNetwork;
const code = {statistics: {}};

function paintOf(alpha: number): Paint {
  return {network, layers: [{code, alpha}], ...USUAL};
}

it('goes from the quiet to the loud paint, as one look, and makes each only once', () => {
  const loud = paintOf(1);
  const paints = createDrivenPaints(paintOf(0.2), loud);
  const alphas = [0, 0.25, 1, 7, -1].map((place) => paints.at(place).layers[0]?.alpha);

  [0.2, 0.4, 1, 1, 0.2].forEach((alpha, index) => {
    expect(alphas[index]).toBeCloseTo(alpha);
  });
  expect(paints.at(0.5)).toBe(paints.at(0.501));
  expect(paints.at(0.5).drivenFrom).toBe(loud.layers);
  expect(paints.at(0.5).layers[0]?.code).toBe(code);
});

it('does not step further than a viewer sees', () => {
  const paints = createDrivenPaints(paintOf(0), paintOf(1.5));
  let before = paints.at(0).layers[0]!.alpha;
  for (let place = 0; place <= 1; place += 0.001) {
    const {alpha} = paints.at(place).layers[0]!;
    expect(alpha - before).toBeLessThan(0.032);
    before = alpha;
  }
});
