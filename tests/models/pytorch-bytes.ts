import {zipSync} from 'fflate';
import type {Tensor} from './tiny-vgg19.ts';

/** A tensor in a pickle: a view onto a storage. */
export type View = {
  storage: string;
  key: string;
  numbers: Uint8Array;
  offset: number;
  shape: number[];
  strides: number[];
  /** Wrapped as `nn.Parameter`s are. */
  parameter?: boolean;
};

/** What a state dict may hold here. */
export type Item = View | number | Map<string, Item>;

/** A state dict of float32 tensors, each with a storage of its own. */
export function stateDict(tensors: Map<string, Tensor>): Map<string, Item> {
  return new Map(
    [...tensors].map(([name, {shape, values}], index) => [
      name,
      {
        storage: 'FloatStorage',
        key: String(index),
        numbers: new Uint8Array(new Float32Array(values).buffer),
        offset: 0,
        shape,
        strides: shape.map((_, axis) => shape.slice(axis + 1).reduce((a, b) => a * b, 1)),
      },
    ]),
  );
}

/** The zip format of `torch.save` since PyTorch 1.6. */
export function pytorchBytes(dict: Map<string, Item>, byteOrder = 'little'): Uint8Array {
  const files: Record<string, Uint8Array> = {
    'archive/data.pkl': pickled(dict),
    'archive/byteorder': Buffer.from(byteOrder),
  };
  for (const {key, numbers} of views(dict)) files[`archive/data/${key}`] = numbers;
  files['archive/version'] = Buffer.from('3\n');
  return zipSync(files, {level: 0});
}

/** The format of `torch.save` before PyTorch 1.6. */
export function legacyPytorchBytes(dict: Map<string, Item>): Uint8Array {
  const storages = new Map(views(dict).map((view) => [view.key, view]));
  const keys = [...storages.keys()].sort();
  return Buffer.concat([
    pickle([0x8a, 10, 0x6c, 0xfc, 0x9c, 0x46, 0xf9, 0x20, 0x6a, 0xa8, 0x50, 0x19]),
    pickle(integer(1001)),
    pickle([...op('}'), ...text('little_endian'), 0x88, ...op('s')]),
    pickled(dict),
    pickle([...op(']'), ...op('('), ...keys.flatMap(text), ...op('e')]),
    ...keys.flatMap((key) => {
      const {numbers, storage} = storages.get(key)!;
      const count = BigUint64Array.of(BigInt(numbers.length / sizeOf(storage)));
      return [new Uint8Array(count.buffer), numbers];
    }),
  ]);
}

/** A pickle of protocol 2 out of the instructions between its first and its last. */
export function pickle(instructions: number[]): Uint8Array {
  return Uint8Array.from([0x80, 2, ...instructions, ...op('.')]);
}

/** The instruction that pushes a global: `os`, `system`. */
export function global(module: string, name: string): number[] {
  return op(`c${module}\n${name}\n`);
}

/** Text as instructions: one character is one byte. */
export function op(characters: string): number[] {
  return [...Buffer.from(characters, 'latin1')];
}

function pickled(dict: Map<string, Item>): Uint8Array {
  const attributes = [...op('}'), ...text('_metadata'), ...item(new Map()), ...op('s')];
  return pickle([...item(dict), ...attributes, ...op('b')]);
}

function item(value: Item): number[] {
  if (typeof value === 'number') return integer(value);
  if (value instanceof Map) {
    const pairs = [...value].flatMap(([key, content]) => [...text(key), ...item(content)]);
    return [...global('collections', 'OrderedDict'), ...op(')R('), ...pairs, ...op('u')];
  }
  const {storage, key, numbers, offset, shape, strides, parameter} = value;
  const persistent = [
    ...op('('),
    ...text('storage'),
    ...global('torch', storage),
    ...text(key),
    ...text('cpu'),
    ...integer(numbers.length / sizeOf(storage)),
    ...op('tQ'),
  ];
  const hooks = [...global('collections', 'OrderedDict'), ...op(')R')];
  const tensor = [
    ...global('torch._utils', '_rebuild_tensor_v2'),
    ...op('('),
    ...persistent,
    ...integer(offset),
    ...tuple(shape),
    ...tuple(strides),
    0x89,
    ...hooks,
    ...op('tR'),
  ];
  if (!parameter) return tensor;
  return [
    ...global('torch._utils', '_rebuild_parameter'),
    ...tensor,
    0x88,
    ...hooks,
    0x87,
    ...op('R'),
  ];
}

function tuple(values: number[]): number[] {
  return [...op('('), ...values.flatMap(integer), ...op('t')];
}

function integer(value: number): number[] {
  if (value < 256) return [...op('K'), value];
  return [...op('J'), ...new Uint8Array(Int32Array.of(value).buffer)];
}

function text(value: string): number[] {
  const bytes = Buffer.from(value);
  return [...op('X'), ...new Uint8Array(Uint32Array.of(bytes.length).buffer), ...bytes];
}

function views(dict: Map<string, Item>): View[] {
  return [...dict.values()].flatMap((value) => {
    if (typeof value === 'number') return [];
    return value instanceof Map ? views(value) : [value];
  });
}

function sizeOf(storage: string): number {
  return {HalfStorage: 2, BFloat16Storage: 2, DoubleStorage: 8, LongStorage: 8}[storage] ?? 4;
}
