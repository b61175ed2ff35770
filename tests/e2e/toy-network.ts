import type {Page} from 'playwright';
import {architectureOf} from '../../src/network/architecture.ts';
import {weightShapes} from '../../src/network/weight-specs.ts';
import type {Manifest} from '../../src/network/weights.ts';

/** Channels relative to VGG-19's: a quarter of what the real network has. */
const WIDTH = 1 / 16;

/**
 * Gives the page a small network with random weights in place of the real one: what it paints is no
 * art, but it is soon painted, and every style looks different.
 */
export async function serveToyNetwork(page: Page): Promise<void> {
  const shapes = weightShapes(architectureOf('swift', WIDTH));
  const manifest: Manifest = {
    format: 1,
    name: 'swift',
    architecture: 'swift',
    width: WIDTH,
    weights: shapes,
  };
  const random = createRandom();
  const weights = shapes.flatMap(({shape}) => randomTensor(shape, random));
  const body = Buffer.from(Float32Array.from(weights).buffer);
  await page.route('**/manifest-*.json', (route) => route.fulfill({json: manifest}));
  await page.route('**/weights-*.bin', (route) => route.fulfill({body}));
}

/** Uniform numbers whose spread keeps the activations near 1 from layer to layer (He et al. 2015). */
function randomTensor(shape: readonly number[], random: () => number): number[] {
  const size = shape.reduce((product, side) => product * side, 1);
  const inputs = size / (shape.at(-1) ?? 1);
  const spread = shape.length > 1 ? Math.sqrt(6 / inputs) : 0.1;
  return Array.from({length: size}, () => (2 * random() - 1) * spread);
}

/** A linear congruential generator of numbers in [0, 1): the same ones in every run. */
function createRandom(): () => number {
  let state = 1;
  return () => {
    state = (Math.imul(state, 1_664_525) + 1_013_904_223) >>> 0;
    return state / 2 ** 32;
  };
}
