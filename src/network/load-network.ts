import type {Architecture} from './architecture.ts';
import {
  type Manifest,
  manifestArchitecture,
  readWeights,
  UnreachableError,
  weightBytes,
  type Weights,
  WeightsError,
} from './weights.ts';

/** A file of which nothing comes for so long does not come at all, in milliseconds. */
const STALL_MS = 20_000;

/** Where brushes of a network are: what they hold, the sketches of all, and each by its style. */
export type BrushFiles = {
  manifestUrl: string;
  sketchesUrl: string;
  urls: ReadonlyMap<string, string>;
};

type FetchedFiles = {manifestUrl: string; weightsUrl: string};

/** A network as it is kept in a browser. */
export type StoredNetwork = {manifest: Manifest; weights: Blob};

/** Where the files of a network are, on the site or in the browser. */
export type NetworkFiles = (FetchedFiles | {stored: () => Promise<StoredNetwork>}) & {
  /** Tells where the brushes are that were fitted at a side; undefined, or nothing, where none were. */
  brushes?: (side: number) => Promise<BrushFiles | undefined>;
};

/** A network ready to be put onto the GPU, as often as that is needed. */
export type LoadedNetwork = {
  name: string;
  architecture: Architecture;
  weights: Weights;
  /** SHA-256 of the weights, which style statistics are kept under; empty where none can be had. */
  checksum: string;
};

/**
 * Fetches a network, or reads one that is kept, and checks it.
 *
 * @param onProgress called with the bytes loaded and the bytes there are
 * @param stallMs how long nothing may come, in milliseconds
 * @throws WeightsError if a file is missing, cut short, does not come, or is not what the manifest says
 */
export async function loadNetwork(
  files: NetworkFiles,
  onProgress: (loaded: number, total: number) => void,
  stallMs = STALL_MS,
): Promise<LoadedNetwork> {
  const {manifest, weights: file} = await ('stored' in files
    ? readStored(files.stored)
    : fetchNetwork(files, onProgress, stallMs));
  const architecture = manifestArchitecture(manifest);
  const bytes = await file.arrayBuffer();
  const weights = readWeights(manifest, bytes);
  const checksum = await sha256(bytes);
  if (manifest.sha256 && checksum && manifest.sha256 !== checksum) {
    throw new WeightsError(`Expected weights with SHA-256 ${manifest.sha256}, got ${checksum}.`);
  }
  return {name: manifest.name, architecture, weights, checksum};
}

async function fetchNetwork(
  {manifestUrl, weightsUrl}: FetchedFiles,
  onProgress: (loaded: number, total: number) => void,
  stallMs: number,
): Promise<StoredNetwork> {
  const manifest = await fetchManifest(manifestUrl, stallMs);
  // What no architecture has is not worth fetching.
  manifestArchitecture(manifest);
  const total = weightBytes(manifest);
  const weights = await fetchFile(weightsUrl, stallMs, (loaded) => {
    onProgress(Math.min(loaded, total), total);
  });
  return {manifest, weights};
}

async function readStored(stored: () => Promise<StoredNetwork>): Promise<StoredNetwork> {
  try {
    return await stored();
  } catch (cause) {
    throw new WeightsError('Expected a network that is kept in the browser.', {cause});
  }
}

/**
 * Fetches no more than what a network is made of.
 *
 * @throws WeightsError
 */
export async function loadArchitecture(files: NetworkFiles): Promise<Architecture> {
  const manifest = await ('stored' in files
    ? readStored(files.stored).then((kept) => kept.manifest)
    : fetchManifest(files.manifestUrl, STALL_MS));
  return manifestArchitecture(manifest);
}

/** SHA-256 in hexadecimal; empty on insecure origins, where browsers offer no hash. */
export async function sha256(bytes: ArrayBuffer): Promise<string> {
  if (!globalThis.isSecureContext) return '';
  const digest = new Uint8Array(await crypto.subtle.digest('SHA-256', bytes));
  return Array.from(digest, (byte) => byte.toString(16).padStart(2, '0')).join('');
}

async function fetchManifest(url: string, stallMs: number): Promise<Manifest> {
  return (await fetchJson(url, stallMs)) as Manifest;
}

/**
 * Fetches a file of JSON.
 *
 * @throws WeightsError
 */
export async function fetchJson(url: string, stallMs: number): Promise<unknown> {
  const file = await fetchFile(url, stallMs);
  try {
    return JSON.parse(await file.text());
  } catch (cause) {
    throw new WeightsError(`Expected a manifest at ${url}, but it is not JSON.`, {cause});
  }
}

/**
 * Fetches a file. A server may accept and say nothing: it is given up when nothing comes for a while.
 *
 * @throws UnreachableError where it does not come, WeightsError where the server has none
 */
export async function fetchFile(
  url: string,
  stallMs: number,
  onProgress: (loaded: number) => void = () => {},
): Promise<Blob> {
  const stalled = new AbortController();
  const stall = () => {
    stalled.abort(new Error(`Nothing came for ${stallMs} ms.`));
  };
  let timer = setTimeout(stall, stallMs);
  let begun = false;
  try {
    const response = await fetch(url, {signal: stalled.signal});
    if (!response.ok) {
      throw new WeightsError(`Expected a file at ${url}, but got status ${response.status}.`);
    }
    begun = true;
    const parts: Uint8Array<ArrayBuffer>[] = [];
    let loaded = 0;
    const reader = response.body?.getReader();
    for (;;) {
      const {done, value} = (await reader?.read()) ?? {done: true};
      if (done || !value) return new Blob(parts);
      clearTimeout(timer);
      timer = setTimeout(stall, stallMs);
      parts.push(value);
      loaded += value.byteLength;
      onProgress(loaded);
    }
  } catch (cause) {
    if (cause instanceof WeightsError) throw cause;
    const what = begun ? 'it broke off' : 'it cannot be fetched';
    throw new UnreachableError(`Expected a file at ${url}, but ${what}.`, {cause});
  } finally {
    clearTimeout(timer);
  }
}
