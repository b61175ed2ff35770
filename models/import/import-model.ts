import {basename, join} from 'node:path';
import {ARCHITECTURE, composeModel, errorAbout, type Half, openHalf} from './compose-model.ts';
import {existingDecoder, existingManifest} from './existing-model.ts';
import type {ImportedModel} from './imported-model.ts';
import {writeModelCard} from './model-card.ts';
import {readCheckpoint} from './read-checkpoint.ts';
import {writeModel} from './write-model.ts';

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

/** A half, and where it came from. */
type LabelledHalf = Half & {label: string};

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
  const encoder = await readHalf('encoder', request.encoder);
  const decoder = request.decoder
    ? await readHalf('decoder', request.decoder)
    : await keptDecoder(folder);
  const composed = composeModel(name, encoder, decoder);
  await writeModel(folder, composed);
  const {width, parameters, raw, bytes} = composed;
  const labels = {encoder: encoder.label, decoder: decoder.label};
  const model = {name, folder, width, parameters, raw, bytes: bytes.length, ...labels};
  await writeModelCard(model);
  return model;
}

async function readHalf(half: 'encoder' | 'decoder', file: string): Promise<LabelledHalf> {
  const source = `The ${half} ${file}`;
  const checkpoint = await readCheckpoint(file).catch((cause: unknown) => {
    throw errorAbout(source, cause);
  });
  const opened = openHalf(half, source, checkpoint);
  return {...opened, label: `${basename(file)}, named as by ${opened.found.naming.title}`};
}

/** The decoder of the model that is there, or the one in `decoder/` that waits for an encoder. */
async function keptDecoder(folder: string): Promise<LabelledHalf> {
  const source = `The decoder in ${folder}`;
  try {
    const checkpoint =
      (await existingDecoder(folder)) ?? (await existingDecoder(join(folder, 'decoder')));
    if (!checkpoint) throw new Error('expected one to keep, got none; add --decoder FILE.');
    return {...openHalf('decoder', source, checkpoint), label: 'the one that was there before'};
  } catch (cause) {
    const isExplained = (cause as Error).message.startsWith(source);
    throw isExplained ? cause : errorAbout(source, cause);
  }
}
