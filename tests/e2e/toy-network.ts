import type {Page} from 'playwright';
import type {Manifest} from '../../src/network/weights.ts';
import {randomWeights} from '../random-weights.ts';
import {SHIPPED_LEVELS, TOY_WIDTH, toyArchitecture} from '../toy-architecture.ts';

/** The files of a small network with random weights. */
export function toyFiles(): {manifest: Manifest; weights: Buffer} {
  const weights = [...randomWeights(toyArchitecture())];
  const manifest: Manifest = {
    format: 1,
    name: 'swift',
    architecture: 'swift',
    width: TOY_WIDTH,
    levels: SHIPPED_LEVELS,
    weights: weights.map(([name, {shape}]) => ({name, shape})),
  };
  const bytes = Buffer.concat(weights.map(([, {values}]) => Buffer.from(values.buffer)));
  return {manifest, weights: bytes};
}

/**
 * Gives the page a small network with random weights in place of the real one: what it paints is no
 * art, but it is soon painted, and every style looks different.
 */
export async function serveToyNetwork(page: Page): Promise<void> {
  const {manifest, weights} = toyFiles();
  await page.route('**/manifest-*.json', (route) => route.fulfill({json: manifest}));
  await page.route('**/weights-*.bin', (route) => route.fulfill({body: weights}));
}
