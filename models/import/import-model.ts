import {basename, join} from 'node:path';
import {architectureOf} from '../../src/network/architecture.ts';
import {weightShapes} from '../../src/network/weight-specs.ts';
import type {Checkpoint} from './checkpoint.ts';
import {existingDecoder, existingManifest} from './existing-model.ts';
import {findNaming, type FoundNaming} from './find-naming.ts';
import type {ImportedModel} from './imported-model.ts';
import {writeModelCard} from './model-card.ts';
import {DECODER_NAMINGS, ENCODER_NAMINGS, type Naming} from './namings.ts';
import {readCheckpoint} from './read-checkpoint.ts';
import {readLayers, readWidth} from './read-layers.ts';
import {writeModel} from './write-model.ts';

const ARCHITECTURE = 'vgg19';

/** Both halves have the same layers. */
const LAYERS = architectureOf(ARCHITECTURE, undefined).encoder.map(({name}) => name);

/** Folders beside the models that are none. */
const RESERVED = ['import', 'training'];

/** What to import: checkpoint files, and where the model goes. */
export type ImportRequest = {
  encoder: string;
  /** Where it is left out, the decoder already in the folder is kept. */
  decoder?: string;
  /** The folder of all models. */
  models: string;
  /** The model's own folder in it. */
  name: string;
};

/** One half of the network; `source` begins errors about it, `label` says where it came from. */
type Half = {source: string; label: string; checkpoint: Checkpoint; found: FoundNaming};

/**
 * Converts checkpoints of the paper's network into `models/<name>/`: `manifest.json`,
 * `weights.bin` and, unless somebody wrote one, the model card `README.md`.
 *
 * @throws Error, before anything is written, with a sentence about the file that cannot be used
 */
export async function importModel(request: ImportRequest): Promise<ImportedModel> {
  const {models, name} = request;
  if (!/^[a-z][a-z0-9-]*$/.test(name) || RESERVED.includes(name)) {
    throw new Error(
      `Expected a name of small letters, digits and hyphens, other than ${RESERVED.join(' and ')}, ` +
        `got "${name}".`,
    );
  }
  const folder = join(models, name);
  const manifest = await existingManifest(folder);
  if (manifest && manifest.architecture !== ARCHITECTURE) {
    throw new Error(
      `${folder} holds a model of the architecture ${manifest.architecture}: choose another --name.`,
    );
  }
  const encoder = await readHalf('encoder', request.encoder, ENCODER_NAMINGS);
  const decoder = request.decoder
    ? await readHalf('decoder', request.decoder, DECODER_NAMINGS)
    : await keptDecoder(folder);

  const width = await about(encoder.source, () => readWidth(encoder.checkpoint, encoder.found));
  const shapes = weightShapes(architectureOf(ARCHITECTURE, width));
  const read = ({source, checkpoint, found}: Half, path: string) => {
    const wanted = shapes.filter((shape) => shape.name.startsWith(path));
    return about(source, () => readLayers(checkpoint, found, wanted));
  };
  const weights = [...(await read(encoder, 'encoder/')), ...(await read(decoder, 'decoder/'))];

  const bytes = await writeModel(folder, {name, architecture: ARCHITECTURE, width}, weights);
  const model = {
    name,
    folder,
    width,
    parameters: weights.reduce((sum, {values}) => sum + values.length, 0),
    bytes,
    encoder: encoder.label,
    decoder: decoder.label,
    raw: encoder.found.naming.raw ?? false,
  };
  await writeModelCard(model);
  return model;
}

async function readHalf(half: string, file: string, namings: readonly Naming[]): Promise<Half> {
  const source = `The ${half} ${file}`;
  return about(source, async () => {
    const checkpoint = await readCheckpoint(file);
    const found = findNaming(checkpoint, namings, LAYERS);
    return {
      source,
      label: `${basename(file)}, named as by ${found.naming.title}`,
      checkpoint,
      found,
    };
  });
}

/** The decoder of the model that is there, or the one in `decoder/` that waits for an encoder. */
async function keptDecoder(folder: string): Promise<Half> {
  const source = `The decoder in ${folder}`;
  return about(source, async () => {
    const checkpoint =
      (await existingDecoder(folder)) ?? (await existingDecoder(join(folder, 'decoder')));
    if (!checkpoint) throw new Error('expected one to keep, got none; add --decoder FILE.');
    const found = findNaming(checkpoint, DECODER_NAMINGS, LAYERS);
    return {source, label: 'the one that was there before', checkpoint, found};
  });
}

/** Puts the source before the message of what goes wrong with it. */
async function about<Result>(
  source: string,
  action: () => Result | Promise<Result>,
): Promise<Result> {
  try {
    return await action();
  } catch (cause) {
    throw new Error(`${source}: ${(cause as Error).message}`, {cause});
  }
}
