import type {Architecture} from './architecture.ts';
import {
  type Manifest,
  manifestArchitecture,
  readWeights,
  weightBytes,
  type Weights,
  WeightsError,
} from './weights.ts';

/** Where the files of a model are. */
export type NetworkFiles = {manifestUrl: string; weightsUrl: string};

/** A network ready to be put onto the GPU, as often as that is needed. */
export type LoadedNetwork = {
  name: string;
  architecture: Architecture;
  weights: Weights;
  /** SHA-256 of the weights, which style statistics are kept under; empty where none can be had. */
  checksum: string;
};

/**
 * Fetches a model and checks it.
 *
 * @param onProgress called with the bytes loaded and the bytes there are
 * @throws WeightsError if a file is missing, cut short, or not what the manifest says
 */
export async function loadNetwork(
  {manifestUrl, weightsUrl}: NetworkFiles,
  onProgress: (loaded: number, total: number) => void,
  signal?: AbortSignal,
): Promise<LoadedNetwork> {
  const manifest = await fetchManifest(manifestUrl, signal);
  const architecture = manifestArchitecture(manifest);
  const total = weightBytes(manifest);
  const bytes = await fetchBytes(weightsUrl, total, onProgress, signal);
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
  return manifestArchitecture(await fetchManifest(manifestUrl));
}

/** SHA-256 in hexadecimal; empty on insecure origins, where browsers offer no hash. */
export async function sha256(bytes: ArrayBuffer): Promise<string> {
  if (!globalThis.isSecureContext) return '';
  const digest = new Uint8Array(await crypto.subtle.digest('SHA-256', bytes));
  return Array.from(digest, (byte) => byte.toString(16).padStart(2, '0')).join('');
}

async function fetchManifest(url: string, signal?: AbortSignal): Promise<Manifest> {
  const response = await fetchFile(url, signal);
  try {
    return (await response.json()) as Manifest;
  } catch (cause) {
    throw new WeightsError(`Expected a manifest at ${url}, but it is not JSON.`, {cause});
  }
}

async function fetchBytes(
  url: string,
  total: number,
  onProgress: (loaded: number, total: number) => void,
  signal?: AbortSignal,
): Promise<ArrayBuffer> {
  const {body} = await fetchFile(url, signal);
  if (!body) throw new WeightsError(`Expected ${total} bytes at ${url}, but got none.`);
  const parts: Uint8Array<ArrayBuffer>[] = [];
  let loaded = 0;
  const reader = body.getReader();
  for (;;) {
    const {done, value} = await reader.read().catch((cause: unknown) => {
      if (signal?.aborted) throw cause;
      throw new WeightsError(`Expected ${total} bytes at ${url}, but they broke off.`, {cause});
    });
    if (done) break;
    parts.push(value);
    loaded += value.byteLength;
    onProgress(Math.min(loaded, total), total);
  }
  return new Blob(parts).arrayBuffer();
}

async function fetchFile(url: string, signal?: AbortSignal): Promise<Response> {
  const response = await fetch(url, signal ? {signal} : {}).catch((cause: unknown) => {
    if (signal?.aborted) throw cause;
    throw new WeightsError(`Expected a file at ${url}, but it cannot be fetched.`, {cause});
  });
  if (!response.ok) {
    throw new WeightsError(`Expected a file at ${url}, but got status ${response.status}.`);
  }
  return response;
}
