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

/** Where the files of a network are. */
export type NetworkFiles = {
  manifestUrl: string;
  weightsUrl: string;
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
 * Fetches a network and checks it.
 *
 * @param onProgress called with the bytes loaded and the bytes there are
 * @param stallMs how long nothing may come, in milliseconds
 * @throws WeightsError if a file is missing, cut short, does not come, or is not what the manifest says
 */
export async function loadNetwork(
  {manifestUrl, weightsUrl}: NetworkFiles,
  onProgress: (loaded: number, total: number) => void,
  stallMs = STALL_MS,
): Promise<LoadedNetwork> {
  const manifest = await fetchManifest(manifestUrl, stallMs);
  const architecture = manifestArchitecture(manifest);
  const total = weightBytes(manifest);
  const file = await fetchFile(weightsUrl, stallMs, (loaded) => {
    onProgress(Math.min(loaded, total), total);
  });
  const bytes = await file.arrayBuffer();
  const weights = readWeights(manifest, bytes);
  const checksum = await sha256(bytes);
  if (manifest.sha256 && checksum && manifest.sha256 !== checksum) {
    throw new WeightsError(`Expected weights with SHA-256 ${manifest.sha256}, got ${checksum}.`);
  }
  return {name: manifest.name, architecture, weights, checksum};
}

/**
 * Fetches no more than what a network is made of.
 *
 * @throws WeightsError
 */
export async function loadArchitecture({manifestUrl}: NetworkFiles): Promise<Architecture> {
  return manifestArchitecture(await fetchManifest(manifestUrl, STALL_MS));
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
