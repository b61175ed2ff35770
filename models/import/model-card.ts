import {readFile, writeFile} from 'node:fs/promises';
import {join} from 'node:path';
import type {ImportedModel} from './imported-model.ts';

/** The first line of a card written here; a card without it is somebody's own and stays. */
const MARK = '<!-- Written by npm run models:import -->';

/** What to know about an encoder with activations as VGG-19 was trained. */
export const RAW_NOTE =
  'The encoder is VGG-19 as it was trained: its activations are not scaled to a mean of 1, as the ' +
  "paper's are. It needs a decoder trained with just this encoder; one of the paper's checkpoints " +
  'will not fit.';

/** Writes `README.md` into the folder of an imported model, unless somebody wrote one. */
export async function writeModelCard(model: ImportedModel): Promise<void> {
  const file = join(model.folder, 'README.md');
  const existing = await readFile(file, 'utf8').catch(() => MARK);
  if (existing.startsWith(MARK)) await writeFile(file, modelCard(model));
}

function modelCard({name, width, parameters, encoder, decoder, raw}: ImportedModel): string {
  return `${MARK}

# ${name}

The network of Huang & Belongie (ICCV 2017): VGG-19 up to relu4_1, and a decoder that mirrors it.
Imported from checkpoints; it is no part of Pastiche, and their licence says what may be done with it.

- Encoder: ${encoder}
- Decoder: ${decoder}
- Size: ${(parameters / 1e6).toFixed(2)} million parameters at width ${width}, stored as float16
${raw ? `\n${RAW_NOTE}\n` : ''}`;
}
