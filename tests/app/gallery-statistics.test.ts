import {readFileSync} from 'node:fs';
import {createCanvas, loadImage} from '@napi-rs/canvas';
import * as tf from '@tensorflow/tfjs';
import {afterAll, beforeAll, expect, it} from 'vitest';
import {gallery} from '../../src/app/styles/gallery.ts';
import {createNetwork, type Network} from '../../src/network/network.ts';
import {
  readStatistics,
  type StyleStatistics,
  styleStatistics,
} from '../../src/network/style-statistics.ts';
import {type Manifest, manifestArchitecture, readWeights} from '../../src/network/weights.ts';

const STYLES = new URL('../../styles-gallery/', import.meta.url);
const MODEL = new URL('../../models/swift/', import.meta.url);

/** Pictures are seen by the network at this side, in pixels: small, for the CPU. */
const SIDE = 64;

/**
 * The root mean square difference of two styles' means and deviations, over all channels of all
 * levels, each in units of its spread over the gallery. The nearest two styles measured 0.44 apart,
 * the median pair 0.86; a style and its mirror image, mostly 0.2 to 0.3.
 */
const SMALLEST_DISTANCE = 0.3;

let network: Network;
const styles = new Map<string, StyleStatistics>();

beforeAll(async () => {
  await tf.setBackend('cpu');
  const manifest = JSON.parse(readFileSync(new URL('manifest.json', MODEL), 'utf8')) as Manifest;
  const buffer = Uint8Array.from(readFileSync(new URL('weights.bin', MODEL))).buffer;
  network = createNetwork(manifestArchitecture(manifest), readWeights(manifest, buffer));
  for (const {id} of gallery) {
    styles.set(id, await statisticsOf(new URL(`${id}/image.jpg`, STYLES)));
  }
}, 120_000);

afterAll(() => {
  network.dispose();
});

it('holds the styles of the gallery apart', () => {
  const names = [...styles.keys()];
  const vectors = normalized([...styles.values()].map(numbersOf));
  for (const [index, name] of names.entries()) {
    for (const [before, other] of names.slice(0, index).entries()) {
      const distance = rootMeanSquare(vectors[index]!, vectors[before]!);
      expect(distance, `${name} and ${other}`).toBeGreaterThan(SMALLEST_DISTANCE);
    }
  }
});

/** Each list's numbers, relative to their spread over all lists. */
function normalized(lists: number[][]): number[][] {
  const spreads = lists[0]!.map((_, index) => {
    const values = lists.map((list) => list[index]!);
    const mean = values.reduce((sum, value) => sum + value, 0) / values.length;
    return Math.hypot(...values.map((value) => value - mean)) / Math.sqrt(values.length);
  });
  // A channel that is the same for all styles tells none apart.
  return lists.map((list) => list.map((value, index) => value / (spreads[index]! || Infinity)));
}

function rootMeanSquare(a: number[], b: number[]): number {
  return Math.hypot(...a.map((value, index) => value - b[index]!)) / Math.sqrt(a.length);
}

function numbersOf(statistics: StyleStatistics): number[] {
  return Object.values(statistics).flatMap(({mean, std}) => [...mean, ...std]);
}

async function statisticsOf(picture: URL): Promise<StyleStatistics> {
  const context = createCanvas(SIDE, SIDE).getContext('2d');
  context.drawImage(await loadImage(readFileSync(picture)), 0, 0, SIDE, SIDE);
  const {data} = context.getImageData(0, 0, SIDE, SIDE);
  return tf.tidy(() => {
    const pixels = tf.tensor4d(Float32Array.from(data), [1, SIDE, SIDE, 4]);
    const colors = tf.slice4d(pixels, [0, 0, 0, 0], [1, SIDE, SIDE, 3]);
    return readStatistics(styleStatistics(network, tf.div(colors, 255)));
  });
}
