import {ByteReader} from './byte-reader.ts';
import type {Checkpoint} from './checkpoint.ts';
import {readPickle} from './read-pickle.ts';
import {stateDictTensors, stateDictWorld, type TorchStorage} from './state-dict.ts';

const PICKLE = 'data.pkl';

/** The folder inside the archive that holds everything, with its slash, if it is a PyTorch file. */
export function pytorchFolder(files: ReadonlyMap<string, Uint8Array>): string | undefined {
  return [...files.keys()]
    .find((path) => path === PICKLE || path.endsWith(`/${PICKLE}`))
    ?.slice(0, -PICKLE.length);
}

/**
 * The state dict in the zip format that `torch.save` writes since PyTorch 1.6: a pickle that names
 * storages, and a file for each.
 *
 * @param folder what `pytorchFolder` gives
 * @throws Error where the file holds anything but tensors in dicts
 */
export function readPytorch(files: ReadonlyMap<string, Uint8Array>, folder: string): Checkpoint {
  const byteOrder = new TextDecoder().decode(files.get(`${folder}byteorder`)) || 'little';
  if (byteOrder !== 'little') {
    throw new Error(`expected little-endian numbers, got ${byteOrder}-endian ones.`);
  }
  const pickle = files.get(folder + PICKLE) ?? new Uint8Array();
  const storages = new Map<string, TorchStorage>();
  const object = readPickle(new ByteReader(pickle), stateDictWorld(storages));
  return stateDictTensors(object, ({key}) => {
    const bytes = files.get(`${folder}data/${key}`);
    if (!bytes) throw new Error(`expected ${folder}data/${key} in the archive, got nothing.`);
    return bytes;
  });
}
