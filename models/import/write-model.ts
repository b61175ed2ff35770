import {createHash} from 'node:crypto';
import {mkdir, writeFile} from 'node:fs/promises';
import {join} from 'node:path';
import type {Manifest} from '../../src/network/weights.ts';
import {encodeFloat16} from './encode-float16.ts';
import type {LayerWeight} from './read-layers.ts';

/**
 * Writes `weights.bin` (float16, little-endian, one tensor after the other) and `manifest.json`.
 *
 * @param weights in the order of the architecture's table
 * @returns the size of `weights.bin` in bytes
 * @throws Error, before anything is written, where a number does not fit into float16
 */
export async function writeModel(
  folder: string,
  header: {name: string; architecture: string; width: number},
  weights: readonly LayerWeight[],
): Promise<number> {
  const bytes = Buffer.concat(weights.map(({name, values}) => encodeFloat16(name, values)));
  const manifest: Manifest = {
    format: 1,
    ...header,
    sha256: createHash('sha256').update(bytes).digest('hex'),
    weights: weights.map(({name, shape}) => ({
      name,
      shape,
      dtype: 'float32',
      quantization: {dtype: 'float16', original_dtype: 'float32'},
    })),
  };
  await mkdir(folder, {recursive: true});
  await writeFile(join(folder, 'weights.bin'), bytes);
  await writeFile(join(folder, 'manifest.json'), `${JSON.stringify(manifest, null, 1)}\n`);
  return bytes.length;
}
