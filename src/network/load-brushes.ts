import type {Brush} from './brush.ts';
import {fetchChecked} from './fetch-checked.ts';
import {type BrushFiles, fetchJson, type LoadedNetwork} from './load-network.ts';
import {isPalette} from './palette.ts';
import {fitsArchitecture} from './plain-style.ts';
import type {StyleCode} from './style-code.ts';
import type {StyleStatistics} from './style-statistics.ts';
import {
  type Manifest,
  readWeights,
  UnreachableError,
  weightBytes,
  type Weights,
  WeightsError,
} from './weights.ts';

/** A file of which nothing comes for so long does not come at all, in milliseconds. */
const STALL_MS = 10_000;

/** `models/<name>/brushes/<side>/brushes.json`; `brush.py` in `models/training/` writes it. */
export type BrushManifest = {
  format: 2;
  /** SHA-256 of the weights of the network that the brushes belong to, in hexadecimal. */
  network_sha256: string;
  /** SHA-256 of the file of sketches. */
  sketches: string;
  /** SHA-256 of each style's file, by style, in the order of the sketches. */
  brushes: Record<string, string>;
  /** How far what they paint goes to the tones of their styles, see `BrushShare`. */
  toned?: number;
  /** What each file holds, as in a network's manifest; of kernels and biases the difference from its own. */
  weights: Manifest['weights'];
};

/** The codes of styles that come with a network, brushes included. */
export type Brushes = {
  /** Whether something was fitted to a style, as far as is known. */
  has(style: string): boolean;
  /**
   * The code of a style without its brush, which is there sooner: one file has those of all styles.
   * Undefined where there is none, or it cannot be used.
   */
  sketchOf(style: string): Promise<StyleCode | undefined>;
  /**
   * What was fitted to a style; undefined where nothing was, or it cannot be used: the console says
   * why, and the style can be analysed all the same.
   */
  codeOf(style: string): Promise<StyleCode | undefined>;
  /** Fetches the code of a style now: it will be asked for soon. */
  expect(style: string): void;
};

/** @param files undefined for a network without brushes */
export function createBrushes(network: LoadedNetwork, files: BrushFiles | undefined): Brushes {
  let manifest: Promise<BrushManifest | undefined> | undefined;
  let sketches: Promise<ReadonlyMap<string, StyleCode> | undefined> | undefined;
  const expected = new Map<string, Promise<StyleCode | undefined>>();

  async function fetchManifest(url: string): Promise<BrushManifest | undefined> {
    try {
      return checkManifest(await fetchJson(url, STALL_MS), network);
    } catch (error) {
      console.warn(`No brushes of ${network.name} are used.`, error);
      // What does not fit never fits; what could not be reached is tried again with the next style.
      if (error instanceof UnreachableError) manifest = undefined;
      else files = undefined;
      return undefined;
    }
  }

  async function fetchSketches(known: BrushManifest, url: string) {
    try {
      return readSketches(known, await fetchChecked(url, known.sketches, STALL_MS), network);
    } catch (error) {
      console.warn(`The sketches of ${network.name} are not used.`, error);
      sketches = undefined;
      return undefined;
    }
  }

  async function fetchCode(style: string): Promise<StyleCode | undefined> {
    const url = files?.urls.get(style);
    if (!files || !url) return undefined;
    const known = await (manifest ??= fetchManifest(files.manifestUrl));
    if (!known) return undefined;
    try {
      return readCode(known, await fetchChecked(url, known.brushes[style], STALL_MS), network);
    } catch (error) {
      console.warn(`The brush of ${style} is not used.`, error);
      return undefined;
    }
  }

  return {
    has: (style) => files?.urls.has(style) === true,
    async sketchOf(style) {
      if (!files?.urls.has(style)) return undefined;
      const {manifestUrl, sketchesUrl} = files;
      const known = await (manifest ??= fetchManifest(manifestUrl));
      if (!known) return undefined;
      return (await (sketches ??= fetchSketches(known, sketchesUrl)))?.get(style);
    },
    codeOf(style) {
      const code = expected.get(style) ?? fetchCode(style);
      expected.delete(style);
      return code;
    },
    expect(style) {
      expected.set(style, fetchCode(style));
    },
  };
}

function checkManifest(json: unknown, {checksum}: LoadedNetwork): BrushManifest {
  const manifest = json as BrushManifest;
  if (manifest.format !== 2 || !Array.isArray(manifest.weights)) {
    throw new WeightsError('Expected a manifest of brushes of format 2, but got another.');
  }
  const {toned = 0} = manifest;
  if (!(toned >= 0 && toned <= 1)) {
    throw new WeightsError(`Expected "toned" within 0 and 1, but got ${toned}.`);
  }
  // Where no checksum is to be had, shapes are all that can be compared.
  if (checksum && manifest.network_sha256 !== checksum) {
    throw new WeightsError(
      `Expected brushes of the network ${checksum}, but got those of ${manifest.network_sha256}.`,
    );
  }
  return manifest;
}

/** All sketches, by style; each lies in the file as it does in that of its style. */
function readSketches(
  manifest: BrushManifest,
  bytes: ArrayBuffer,
  network: LoadedNetwork,
): ReadonlyMap<string, StyleCode> {
  const weights = manifest.weights.filter(({name}) => !isOfBrush(name));
  const size = weightBytes({weights});
  const styles = Object.keys(manifest.brushes);
  return new Map(
    styles.map((style, index) => {
      const read = readWeights({weights}, bytes.slice(index * size, (index + 1) * size));
      return [style, sketchIn(read, network)];
    }),
  );
}

/** @throws WeightsError if the file is not what the manifest says, or does not fit the network */
function readCode(manifest: BrushManifest, bytes: ArrayBuffer, network: LoadedNetwork): StyleCode {
  const read = readWeights(manifest, bytes);
  const steps = new Map([...read].filter(([name]) => isOfBrush(name)));
  if (!fits(steps, network.weights)) {
    throw new WeightsError('Expected a brush that fits the network, but it does not.');
  }
  const {toned} = manifest;
  const brushes = [{brush: added(network.weights, steps), share: 1, toned}];
  return {...sketchIn(read, network), brushes};
}

function sketchIn(read: Weights, {architecture}: LoadedNetwork): StyleCode {
  const statistics: StyleStatistics = {};
  for (const level of architecture.levels) {
    statistics[level] = {
      mean: valuesOf(read, `${level}/mean`),
      std: valuesOf(read, `${level}/std`),
    };
  }
  const palette = {
    mean: valuesOf(read, 'palette/mean'),
    covariance: valuesOf(read, 'palette/covariance'),
    tones: valuesOf(read, 'palette/tones'),
  };
  if (!fitsArchitecture(statistics, architecture) || !isPalette(palette)) {
    throw new WeightsError('Expected statistics and a palette that fit, but got others.');
  }
  return {statistics, palette};
}

function isOfBrush(name: string): boolean {
  return name.startsWith('decoder/');
}

function valuesOf(read: Weights, name: string): Float32Array {
  return read.get(name)?.values ?? new Float32Array();
}

/** The weights that are `steps` away from a network's own. */
function added(own: Weights, steps: Weights): Brush {
  return new Map(
    [...steps].map(([name, {shape, values}]) => {
      const from = own.get(name)?.values ?? new Float32Array(values.length);
      return [name, {shape, values: values.map((step, index) => step + (from[index] ?? 0))}];
    }),
  );
}

function fits(steps: Weights, weights: Weights): boolean {
  return [...steps].every(([name, {shape}]) => weights.get(name)?.shape.join() === shape.join());
}
