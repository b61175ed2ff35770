import {fetchChecked} from '../fetch-checked.ts';
import {fetchJson} from '../load-network.ts';
import {readWeights, type Weights, WeightsError} from '../weights.ts';

/** What becomes of a value after a convolution, or a sum: x; max(x, 0); x·min(max(x + 3, 0), 6)/6; 1/(1 + e⁻ˣ). */
export type Activation = 'none' | 'relu' | 'hardSwish' | 'sigmoid';

/**
 * One step of the network, from feature maps to a feature map, all by number; 0 is the picture. Padding is of
 * zeros, half of it before the map (rounded down) and the rest after.
 *
 * - `conv`: `<weights>/kernel` is `[side, side, inputs, outputs]`, `<weights>/bias` `[outputs]`
 * - `depthwise`: each channel by itself; the kernel is `[side, side, channels]`
 * - `transposed`: each pixel becomes 2×2; the kernel is `[2, 2, inputs, outputs]`
 * - `pool`: the mean of each channel over the whole map, 1×1
 * - `add`, `multiply`: of two maps; what is multiplied with may be 1×1
 * - `double`: twice as wide and high, bilinear, pixels being squares (half-pixel centres)
 */
export type PersonStep =
  | {
      op: 'conv' | 'depthwise';
      weights: string;
      inputs: [number];
      output: number;
      stride: 1 | 2;
      activation: Activation;
    }
  | {
      op: 'transposed';
      weights: string;
      inputs: [number];
      output: number;
      activation: Activation;
    }
  | {op: 'add' | 'multiply'; inputs: [number, number]; output: number; activation: Activation}
  | {op: 'pool' | 'double'; inputs: [number]; output: number};

/** `models/selfie/selfie.json`, which `models/selfie/convert-selfie.ts` writes. */
export type PersonManifest = {
  format: 1;
  name: string;
  /** Whose the network is, and under which terms. */
  attribution: string;
  licence: string;
  /** Width and height of the picture it looks at, and of its mask. */
  side: number;
  steps: PersonStep[];
  /** What the mask of `drawFigure` is, as `cellsOfMask` gives it. */
  exam: number[];
  sha256: string;
  weights: {name: string; shape: number[]; quantization?: {dtype: string}}[];
};

/**
 * A network that tells persons from what is behind them: a picture of `side` × `side`, RGB in [0, 1], to a mask,
 * 1 where a person is. The last step gives it.
 */
export type PersonNetwork = {
  side: number;
  steps: readonly PersonStep[];
  /** See `PersonManifest`. */
  exam: readonly number[];
  weights: Weights;
  checksum: string;
};

/** Where its files are. */
export type PersonFiles = {manifestUrl: string; weightsUrl: string};

/** A file of which nothing comes for so long does not come at all, in milliseconds. */
const STALL_MS = 20_000;

/**
 * Fetches the network and checks it.
 *
 * @throws WeightsError if a file is missing, cut short, does not come, or is not what the manifest says
 */
export async function loadPersonNetwork(files: PersonFiles): Promise<PersonNetwork> {
  const manifest = (await fetchJson(files.manifestUrl, STALL_MS)) as PersonManifest;
  const bytes = await fetchChecked(files.weightsUrl, manifest.sha256, STALL_MS);
  return readPersonNetwork(manifest, bytes);
}

/**
 * The network that a manifest and its weights describe.
 *
 * @throws WeightsError
 */
export function readPersonNetwork(manifest: PersonManifest, bytes: ArrayBuffer): PersonNetwork {
  const {format, side, steps, exam, sha256} = manifest;
  if (format !== 1 || ![steps, exam, manifest.weights].every(Array.isArray)) {
    throw new WeightsError('Expected a network of format 1 that finds persons, but got another.');
  }
  return {side, steps, exam, weights: readWeights(manifest, bytes), checksum: sha256};
}
