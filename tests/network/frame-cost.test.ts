import {expect, it} from 'vitest';
import {frameCost} from '../../src/network/frame-cost.ts';
import {shippedArchitecture} from '../toy-architecture.ts';

/** As `cost` of `models/training/architecture.py` gives it at 256×256. */
it.each([
  ['swift', 0.25, 2.4],
  ['swift', 0.125, 0.61],
  ['vgg19', 1, 31.63],
])('of %s at width %f is %f GMAC', (name, width, gmac) => {
  expect((frameCost(shippedArchitecture(name, width)) * 256 * 256) / 1e9).toBeCloseTo(gmac, 1);
});
