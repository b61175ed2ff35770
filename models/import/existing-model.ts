import {readFile} from 'node:fs/promises';
import {join} from 'node:path';
import type {Manifest} from '../../src/network/weights.ts';
import type {Checkpoint} from './checkpoint.ts';
import {decoderOf} from './compose-model.ts';

/**
 * The manifest of a model folder, or undefined where there is none yet.
 *
 * @throws Error where the file is there but not JSON
 */
export async function existingManifest(folder: string): Promise<Manifest | undefined> {
  const file = join(folder, 'manifest.json');
  const text = await readFile(file, 'utf8').catch(() => undefined);
  if (text === undefined) return undefined;
  try {
    return JSON.parse(text) as Manifest;
  } catch (cause) {
    throw new Error(`${file}: expected JSON, got text that is not.`, {cause});
  }
}

/**
 * The decoder's tensors of a model folder; undefined where there is no model, or none with a decoder.
 *
 * @throws Error where `weights.bin` does not fit the manifest
 */
export async function existingDecoder(folder: string): Promise<Checkpoint | undefined> {
  const manifest = await existingManifest(folder);
  if (!manifest) return undefined;
  const file = await readFile(join(folder, 'weights.bin'));
  return decoderOf(manifest, new Uint8Array(file).buffer);
}
