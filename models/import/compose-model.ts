import {architectureOf} from '../../src/network/architecture.ts';
import {weightShapes} from '../../src/network/weight-specs.ts';
import {type Manifest, readWeights} from '../../src/network/weights.ts';
import type {Checkpoint} from './checkpoint.ts';
import {encodeFloat16} from './encode-float16.ts';
import {findNaming, type FoundNaming} from './find-naming.ts';
import {DECODER_NAMINGS, ENCODER_NAMINGS} from './namings.ts';
import {readLayers, readWidth} from './read-layers.ts';
import {stridedTensor} from './strided-tensor.ts';

/** The architecture of the paper's network, whatever its width. */
export const ARCHITECTURE = 'vgg19';

/** Both halves have the same layers. */
const LAYERS = architectureOf(ARCHITECTURE, undefined).encoder.map(({name}) => name);

const NAMINGS = {encoder: ENCODER_NAMINGS, decoder: DECODER_NAMINGS};

/** One half of the network; `source` begins errors about it. */
export type Half = {source: string; checkpoint: Checkpoint; found: FoundNaming};

/** A network out of two checkpoints: the text of its manifest, but for the checksum, and its weights. */
export type ComposedModel = {
  manifest: Manifest;
  /** Float16, little-endian, one tensor after the other. */
  bytes: Uint8Array<ArrayBuffer>;
  width: number;
  parameters: number;
  /** True where the encoder's activations are not scaled to a mean of 1, as the paper's are. */
  raw: boolean;
};

/**
 * Finds out how a checkpoint names the layers of a half.
 *
 * @throws Error with the source, where it has not all of them
 */
export function openHalf(
  half: 'encoder' | 'decoder',
  source: string,
  checkpoint: Checkpoint,
): Half {
  const found = about(source, () => findNaming(checkpoint, NAMINGS[half], LAYERS));
  return {source, checkpoint, found};
}

/**
 * Puts an encoder and a decoder together.
 *
 * @throws Error with a sentence about the half that cannot be used
 */
export function composeModel(name: string, encoder: Half, decoder: Half): ComposedModel {
  const width = about(encoder.source, () => readWidth(encoder.checkpoint, encoder.found));
  const shapes = weightShapes(architectureOf(ARCHITECTURE, width));
  const read = ({source, checkpoint, found}: Half, path: string) => {
    const wanted = shapes.filter((shape) => shape.name.startsWith(path));
    return about(source, () => readLayers(checkpoint, found, wanted));
  };
  const weights = [...read(encoder, 'encoder/'), ...read(decoder, 'decoder/')];
  const parts = weights.map((weight) => encodeFloat16(weight.name, weight.values));
  const bytes = new Uint8Array(parts.reduce((sum, {length}) => sum + length, 0));
  let at = 0;
  for (const part of parts) {
    bytes.set(part, at);
    at += part.length;
  }
  const manifest: Manifest = {
    format: 1,
    name,
    architecture: ARCHITECTURE,
    width,
    weights: weights.map((weight) => ({
      name: weight.name,
      shape: weight.shape,
      dtype: 'float32',
      quantization: {dtype: 'float16', original_dtype: 'float32'},
    })),
  };
  const parameters = weights.reduce((sum, {values}) => sum + values.length, 0);
  return {manifest, bytes, width, parameters, raw: encoder.found.naming.raw ?? false};
}

/**
 * The decoder's tensors of a model by their layers: `conv4_1.kernel` and so on; undefined where it has none.
 *
 * @throws WeightsError where the weights do not fit the manifest
 */
export function decoderOf(manifest: Manifest, weights: ArrayBuffer): Checkpoint | undefined {
  const decoder: Checkpoint = new Map();
  for (const [path, {shape, values}] of readWeights(manifest, weights)) {
    const [half, layer, kind] = path.split('/');
    if (half !== 'decoder') continue;
    const bytes = () => new Uint8Array(values.buffer);
    decoder.set(`${layer}.${kind}`, stridedTensor(path, {dtype: 'float32', shape, bytes}));
  }
  return decoder.size > 0 ? decoder : undefined;
}

function about<Result>(source: string, action: () => Result): Result {
  try {
    return action();
  } catch (cause) {
    throw errorAbout(source, cause);
  }
}

/** What goes wrong with a source, with the source before its message. */
export function errorAbout(source: string, cause: unknown): Error {
  return new Error(`${source}: ${(cause as Error).message}`, {cause});
}
