import type {Checkpoint} from './checkpoint.ts';
import type {PickleWorld} from './read-pickle.ts';
import {stridedTensor} from './strided-tensor.ts';

/** The type of the numbers in a PyTorch storage. */
type NumberType = {dtype: string; size: number};

/** A run of numbers that tensors share, as a state dict's pickle names it. */
export type TorchStorage = NumberType & {key: string};

/** Which numbers of a storage a tensor is made of; offset and strides count numbers. */
type TorchView = {storage: TorchStorage; offset: number; shape: number[]; strides: number[]};

/** Tells a tensor from everything else a pickle may hold. */
class TorchTensor {
  readonly view: TorchView;

  constructor(view: TorchView) {
    this.view = view;
  }
}

/** All storages may occur in a state dict; only those of floats can be read as weights. */
const STORAGE_TYPES: readonly [string, NumberType][] = [
  ['torch.FloatStorage', {dtype: 'float32', size: 4}],
  ['torch.HalfStorage', {dtype: 'float16', size: 2}],
  ['torch.BFloat16Storage', {dtype: 'bfloat16', size: 2}],
  ['torch.DoubleStorage', {dtype: 'float64', size: 8}],
  ['torch.LongStorage', {dtype: 'int64', size: 8}],
  ['torch.IntStorage', {dtype: 'int32', size: 4}],
  ['torch.ShortStorage', {dtype: 'int16', size: 2}],
  ['torch.CharStorage', {dtype: 'int8', size: 1}],
  ['torch.ByteStorage', {dtype: 'uint8', size: 1}],
  ['torch.BoolStorage', {dtype: 'bool', size: 1}],
];

const GLOBALS: ReadonlyMap<string, unknown> = new Map<string, unknown>([
  ...STORAGE_TYPES,
  ['collections.OrderedDict', (pairs: [unknown, unknown][] = []) => new Map(pairs)],
  ['torch._utils._rebuild_tensor', rebuildTensor],
  ['torch._utils._rebuild_tensor_v2', rebuildTensor],
  ['torch._utils._rebuild_parameter', (tensor: unknown) => tensor],
]);

/** The world of one state dict's pickle; the storages it names are gathered in `storages`. */
export function stateDictWorld(storages: Map<string, TorchStorage>): PickleWorld {
  return {
    globals: GLOBALS,
    persistent(id) {
      const [kind, type, key, , , part] = Array.isArray(id) ? (id as unknown[]) : [];
      if (kind !== 'storage' || typeof key !== 'string' || !isNumberType(type) || part) {
        throw new Error('the pickle refers to something outside itself that is not a storage.');
      }
      const storage = storages.get(key) ?? {...type, key};
      storages.set(key, storage);
      return storage;
    },
  };
}

/**
 * The tensors of a state dict, also of one that lies a level deeper: `{state_dict: …}` gives
 * names such as `state_dict.0.weight`.
 *
 * @param bytesOf the bytes of a storage
 * @throws Error where the object is not a dict
 */
export function stateDictTensors(
  object: unknown,
  bytesOf: (storage: TorchStorage) => Uint8Array,
): Checkpoint {
  if (!(object instanceof Map)) throw new Error('expected a state dict, got another object.');
  const outer = object as Map<unknown, unknown>;
  const entries = [...outer].flatMap(([key, value]) =>
    value instanceof Map
      ? [...(value as Map<unknown, unknown>)].map(([inner, tensor]) => [`${key}.${inner}`, tensor])
      : [[String(key), value]],
  ) as [string, unknown][];

  const checkpoint: Checkpoint = new Map();
  for (const [name, tensor] of entries) {
    if (!(tensor instanceof TorchTensor)) continue;
    const {storage, ...view} = tensor.view;
    const bytes = () => bytesOf(storage);
    checkpoint.set(name, stridedTensor(name, {...view, dtype: storage.dtype, bytes}));
  }
  return checkpoint;
}

function rebuildTensor(
  storage: unknown,
  offset: unknown,
  shape: unknown,
  strides: unknown,
): TorchTensor {
  if (!isNumberType(storage) || !Array.isArray(shape) || !Array.isArray(strides)) {
    throw new Error('a tensor of the state dict is not described as PyTorch describes them.');
  }
  return new TorchTensor({storage, offset, shape, strides} as TorchView);
}

function isNumberType(value: unknown): value is NumberType {
  return typeof value === 'object' && value !== null && 'dtype' in value && 'size' in value;
}
