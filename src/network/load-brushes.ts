import {type BrushFiles, fetchFile, fetchJson, type LoadedNetwork, sha256} from './load-network.ts';
import {isPalette} from './palette.ts';
import {fitsArchitecture} from './plain-style.ts';
import type {StyleCode} from './style-code.ts';
import type {StyleStatistics} from './style-statistics.ts';
import {type Manifest, readWeights, type Weight, type Weights, WeightsError} from './weights.ts';

/** A file of which nothing comes for so long does not come at all, in milliseconds. */
const STALL_MS = 10_000;

/** `models/<name>/brushes/brushes.json`; `brush.py` in `models/training/` writes it. */
export type BrushManifest = {
  format: 1;
  /** SHA-256 of the weights of the network that the brushes belong to, in hexadecimal. */
  network_sha256: string;
  /** SHA-256 of each style's file, by style. */
  brushes: Record<string, string>;
  /** What each file holds, as in a network's manifest. */
  weights: Manifest['weights'];
};

/** The codes of styles that come with a network, brushes included. */
export type Brushes = {
  /** Whether something was fitted to a style, as far as is known. */
  has(style: string): boolean;
  /**
   * What was fitted to a style; undefined where nothing was, or it cannot be used: the console says
   * why, and the style can be analysed all the same.
   */
  codeOf(style: string): Promise<StyleCode | undefined>;
};

/** @param files undefined for a network without brushes */
export function createBrushes(network: LoadedNetwork, files: BrushFiles | undefined): Brushes {
  let manifest: Promise<BrushManifest> | undefined;

  function openManifest(url: string): Promise<BrushManifest> {
    manifest ??= fetchJson(url, STALL_MS).then((json) => checkManifest(json, network));
    return manifest;
  }

  return {
    has: (style) => files?.urls.has(style) === true,
    async codeOf(style) {
      const url = files?.urls.get(style);
      if (!files || !url) return undefined;
      const known = await openManifest(files.manifestUrl).catch((error: unknown) => {
        if (files) console.warn(`No brushes of ${network.name} are used.`, error);
        // What a network does not fit once it never fits; nor does the console say so twice.
        if (error instanceof WeightsError) files = undefined;
        return undefined;
      });
      if (!known) return undefined;
      try {
        const file = await fetchFile(url, STALL_MS);
        return await readCode(known, style, await file.arrayBuffer(), network);
      } catch (error) {
        console.warn(`The brush of ${style} is not used.`, error);
        return undefined;
      }
    },
  };
}

function checkManifest(json: unknown, {checksum}: LoadedNetwork): BrushManifest {
  const manifest = json as BrushManifest;
  if (manifest.format !== 1 || !Array.isArray(manifest.weights)) {
    throw new WeightsError('Expected a manifest of brushes of format 1, but got another.');
  }
  // Where no checksum is to be had, shapes are all that can be compared.
  if (checksum && manifest.network_sha256 !== checksum) {
    throw new WeightsError(
      `Expected brushes of the network ${checksum}, but got those of ${manifest.network_sha256}.`,
    );
  }
  return manifest;
}

/** @throws WeightsError if the file is not what the manifest says, or does not fit the network */
async function readCode(
  manifest: BrushManifest,
  style: string,
  bytes: ArrayBuffer,
  {architecture, weights}: LoadedNetwork,
): Promise<StyleCode> {
  const checksum = await sha256(bytes);
  if (checksum && checksum !== manifest.brushes[style]) {
    throw new WeightsError(
      `Expected a file of SHA-256 ${manifest.brushes[style]}, got ${checksum}.`,
    );
  }
  const read = readWeights(manifest, bytes);
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
  };
  const brush = new Map([...read].filter(([name]) => name.startsWith('decoder/')));
  if (!fitsArchitecture(statistics, architecture) || !isPalette(palette) || !fits(brush, weights)) {
    throw new WeightsError(`Expected the brush of ${style} to fit the network, but it does not.`);
  }
  return {statistics, palette, brushes: [{brush, share: 1}]};
}

function valuesOf(read: Weights, name: string): Float32Array {
  return read.get(name)?.values ?? new Float32Array();
}

function fits(brush: ReadonlyMap<string, Weight>, weights: Weights): boolean {
  return [...brush].every(([name, {shape}]) => weights.get(name)?.shape.join() === shape.join());
}
