import {createHash} from 'node:crypto';
import {mkdir, writeFile} from 'node:fs/promises';
import {join} from 'node:path';
import type {ComposedModel} from './compose-model.ts';

/** Writes `weights.bin` and `manifest.json` of a model into its folder. */
export async function writeModel(
  folder: string,
  {manifest, bytes}: Pick<ComposedModel, 'manifest' | 'bytes'>,
): Promise<void> {
  const {weights, ...header} = manifest;
  const sha256 = createHash('sha256').update(bytes).digest('hex');
  const text = JSON.stringify({...header, sha256, weights}, null, 1);
  await mkdir(folder, {recursive: true});
  await writeFile(join(folder, 'weights.bin'), bytes);
  await writeFile(join(folder, 'manifest.json'), `${text}\n`);
}
