import {type Architecture, architectureOf} from './architecture.ts';
import {decodeFloat16} from './float16.ts';
import {weightShapes} from './weight-specs.ts';

/** `models/<name>/manifest.json`: what `weights.bin` holds, as TensorFlow.js weight specs. */
export type Manifest = {
  format: 1;
  name: string;
  architecture: string;
  /** Channels relative to VGG-19's; see `architectureOf`. */
  width?: number;
  /** Where the network's AdaIN works: `swift` must say, see `architectureOf`. */
  levels?: string[];
  /** SHA-256 of `weights.bin`, in hexadecimal. */
  sha256?: string;
  weights: {name: string; shape: number[]; quantization?: {dtype: string}}[];
};

/** The values of one tensor, as they lie in memory: row by row. */
export type Weight = {shape: number[]; values: Float32Array<ArrayBuffer>};

/** A network's weights on the CPU, by name; the copy that outlives a lost GPU context. */
export type Weights = ReadonlyMap<string, Weight>;

/** What makes a network's weights unusable; the message says what was expected and what came. */
export class WeightsError extends Error {
  override name = 'WeightsError';
}

/** What is not there now, and may be another time: the connection is gone, or a server says nothing. */
export class UnreachableError extends WeightsError {}

/**
 * The architecture a manifest asks for, after checking that it lists just that network's weights.
 *
 * @throws WeightsError if it does not
 */
export function manifestArchitecture(manifest: Manifest): Architecture {
  if (manifest.format !== 1) {
    throw new WeightsError(`Expected a manifest of format 1, but got ${manifest.format}.`);
  }
  if (!Array.isArray(manifest.weights)) {
    throw new WeightsError('Expected a manifest with a list of weights, but it has none.');
  }
  const architecture = knownArchitecture(manifest);
  const listed = new Map(manifest.weights.map(({name, shape}) => [name, shape]));
  for (const {name, shape} of weightShapes(architecture)) {
    const got = listed.get(name);
    if (got?.join() !== shape.join()) {
      const what = got ? `[${got.join(', ')}]` : 'nothing';
      throw new WeightsError(`Expected ${name} as [${shape.join(', ')}], but got ${what}.`);
    }
  }
  return architecture;
}

function knownArchitecture({architecture, width, levels}: Manifest): Architecture {
  try {
    return architectureOf(architecture, width, levels);
  } catch (cause) {
    throw new WeightsError('Expected a network that is known here.', {cause});
  }
}

/** The number of bytes that `weights.bin` must have. */
export function weightBytes(manifest: Pick<Manifest, 'weights'>): number {
  return manifest.weights.reduce((sum, weight) => sum + bytesOf(weight), 0);
}

/**
 * Reads `weights.bin`, or another file that is listed alike: one tensor after the other, as float16 or
 * float32, little-endian, or as int8 after its scales, one for each place on the last axis, as float16.
 *
 * @throws WeightsError if the length is another, or a number is not finite
 */
export function readWeights(manifest: Pick<Manifest, 'weights'>, buffer: ArrayBuffer): Weights {
  const expected = weightBytes(manifest);
  if (buffer.byteLength !== expected) {
    throw new WeightsError(`Expected ${expected} bytes of weights, but got ${buffer.byteLength}.`);
  }
  const weights = new Map<string, Weight>();
  let offset = 0;
  for (const spec of manifest.weights) {
    const end = offset + bytesOf(spec);
    const values = decode(spec, buffer.slice(offset, end));
    if (!values.every(Number.isFinite)) {
      throw new WeightsError(`Expected finite numbers in ${spec.name}, but got others.`);
    }
    weights.set(spec.name, {shape: spec.shape, values});
    offset = end;
  }
  return weights;
}

type Spec = Manifest['weights'][number];

function bytesOf(spec: Spec): number {
  const count = spec.shape.reduce((product, side) => product * side, 1);
  switch (spec.quantization?.dtype) {
    case 'int8':
      return 2 * scalesOf(spec) + count;
    case 'float16':
      return 2 * count;
    default:
      return 4 * count;
  }
}

function decode(spec: Spec, bytes: ArrayBuffer): Float32Array<ArrayBuffer> {
  switch (spec.quantization?.dtype) {
    case 'int8': {
      const scales = decodeFloat16(new Uint16Array(bytes, 0, scalesOf(spec)));
      const steps = new Int8Array(bytes, 2 * scales.length);
      return new Float32Array(steps).map(
        (step, index) => step * (scales[index % scales.length] ?? 0),
      );
    }
    case 'float16':
      return decodeFloat16(new Uint16Array(bytes));
    default:
      return new Float32Array(bytes);
  }
}

function scalesOf({shape}: Spec): number {
  return shape.at(-1) ?? 1;
}
