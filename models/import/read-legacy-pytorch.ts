import {ByteReader} from './byte-reader.ts';
import type {Checkpoint} from './checkpoint.ts';
import {readPickle} from './read-pickle.ts';
import {stateDictTensors, stateDictWorld, type TorchStorage} from './state-dict.ts';

/** The first pickle of such a file: the instructions for one long integer, PyTorch's magic number. */
const MAGIC = [0x80, 2, 0x8a, 0x0a, 0x6c, 0xfc, 0x9c, 0x46, 0xf9, 0x20, 0x6a, 0xa8, 0x50, 0x19];

/** True where the bytes begin as `torch.save` began its files before PyTorch 1.6. */
export function isLegacyPytorch(bytes: Uint8Array): boolean {
  return MAGIC.every((byte, index) => bytes[index] === byte);
}

/**
 * The state dict in the format of `torch.save` before PyTorch 1.6, in which many well-known
 * checkpoints are still handed round: five pickles (magic number, protocol, machine, object, keys
 * of the storages), then the storages, each a count in eight bytes and its numbers.
 *
 * @throws Error where the file holds anything but tensors in dicts, or is cut short
 */
export function readLegacyPytorch(bytes: Uint8Array): Checkpoint {
  const storages = new Map<string, TorchStorage>();
  const world = stateDictWorld(storages);
  const reader = new ByteReader(bytes);
  const [, , , object, keys] = Array.from({length: 5}, () => readPickle(reader, world));

  const contents = new Map<string, Uint8Array>();
  for (const key of Array.isArray(keys) ? (keys as string[]) : []) {
    const size = storages.get(key)?.size;
    if (!size) throw new Error(`expected a storage that the state dict uses, got ${key}.`);
    contents.set(key, reader.take(reader.uint64() * size));
  }
  return stateDictTensors(object, ({key}) => contents.get(key) ?? new Uint8Array());
}
