import {readFile} from 'node:fs/promises';
import type {Checkpoint} from './checkpoint.ts';
import {parseCheckpoint} from './parse-checkpoint.ts';

/**
 * The tensors of a checkpoint file; see `parseCheckpoint`.
 *
 * @throws Error where there is no such file or it is not such a checkpoint
 */
export async function readCheckpoint(file: string): Promise<Checkpoint> {
  const bytes = await readFile(file).catch((cause: unknown) => {
    throw new Error('expected a checkpoint file, but there is none that can be read.', {cause});
  });
  return parseCheckpoint(bytes);
}
