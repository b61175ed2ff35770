import {mkdtemp, rm, writeFile} from 'node:fs/promises';
import {tmpdir} from 'node:os';
import {join} from 'node:path';
import {zipSync} from 'fflate';
import {afterAll, beforeAll, describe, expect, it} from 'vitest';
import {readCheckpoint} from '../../models/import/read-checkpoint.ts';
import {npyBytes, npzBytes} from './npz-bytes.ts';
import {legacyPytorchBytes, pytorchBytes, stateDict, type View} from './pytorch-bytes.ts';
import {safetensorsBytes, safetensorsOf} from './safetensors-bytes.ts';
import type {Tensor} from './tiny-vgg19.ts';

const tensors = new Map<string, Tensor>([
  ['0.weight', {shape: [2, 3], values: [1, 2, 3, -4, 5.5, 0.125]}],
  ['0.bias', {shape: [2], values: [-1, 7]}],
]);
const float32 = new Uint8Array(Float32Array.of(0, 1, 2, 3, 4, 5, 6, 7).buffer);

let folder: string;
beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), 'pastiche-checkpoint-'));
});
afterAll(() => rm(folder, {recursive: true}));

describe('every format', () => {
  it.each([
    ['.npz', npzBytes(tensors)],
    ['.npz, compressed', npzBytes(tensors, 6)],
    ['.safetensors', safetensorsBytes(tensors)],
    ['.pth', pytorchBytes(stateDict(tensors))],
    ['.pth before PyTorch 1.6', legacyPytorchBytes(stateDict(tensors))],
  ])('is read: %s', async (_, bytes) => {
    const checkpoint = await read(bytes);

    expect([...checkpoint.keys()].sort()).toEqual(['0.bias', '0.weight']);
    expect(checkpoint.get('0.weight')!.shape).toEqual([2, 3]);
    expect([...checkpoint.get('0.weight')!.values()]).toEqual([1, 2, 3, -4, 5.5, 0.125]);
    expect([...checkpoint.get('0.bias')!.values()]).toEqual([-1, 7]);
  });

  it('gives the axes in the order asked for', async () => {
    const checkpoint = await read(npzBytes(tensors));
    expect([...checkpoint.get('0.weight')!.values([1, 0])]).toEqual([1, -4, 2, 5.5, 3, 0.125]);
  });
});

describe('number types', () => {
  const half = Uint8Array.of(0x00, 0xbe);
  const bfloat = Uint8Array.of(0xc0, 0xbf);
  const double = new Uint8Array(Float64Array.of(-1.5).buffer);

  it.each([
    ['<f2', 'F16', 'HalfStorage', half],
    ['<f8', 'F64', 'DoubleStorage', double],
    [undefined, 'BF16', 'BFloat16Storage', bfloat],
  ])('are read: %s, %s, %s', async (descr, dtype, storage, numbers) => {
    const files = [
      safetensorsOf([{name: 'x', dtype, shape: [1], numbers}]),
      pytorchBytes(new Map([['x', view({storage, numbers, shape: [1], strides: [1]})]])),
      ...(descr ? [zipSync({'x.npy': npyBytes(descr, false, [1], numbers)})] : []),
    ];
    for (const bytes of files) {
      expect([...(await read(bytes)).get('x')!.values()]).toEqual([-1.5]);
    }
  });

  it.each([
    ['<i4', zipSync({'x.npy': npyBytes('<i4', false, [2], float32)})],
    ['>f4', zipSync({'x.npy': npyBytes('>f4', false, [2], float32)})],
    ['I64', safetensorsOf([{name: 'x', dtype: 'I64', shape: [1], numbers: float32}])],
    ['int64', pytorchBytes(new Map([['x', view({storage: 'LongStorage'})]]))],
  ])('that are no floats are refused when they are asked for: %s', async (dtype, bytes) => {
    const tensor = (await read(bytes)).get('x')!;
    expect(() => tensor.values()).toThrow(
      `x: expected numbers of the type float16, bfloat16, float32, float64, got ${dtype}.`,
    );
  });
});

describe('NumPy arrays', () => {
  it('are read in Fortran order too', async () => {
    const bytes = zipSync({'x.npy': npyBytes('<f4', true, [2, 3], float32.subarray(0, 24))});
    expect([...(await read(bytes)).get('x')!.values()]).toEqual([0, 2, 4, 1, 3, 5]);
  });

  it("have Keras' names shortened", async () => {
    const bytes = npzBytes(
      new Map([
        ['block1_conv1/block1_conv1/kernel:0', {shape: [1], values: [1]}],
        ['block1_conv1/bias:0', {shape: [1], values: [1]}],
      ]),
    );
    expect([...(await read(bytes)).keys()]).toEqual(['block1_conv1.kernel', 'block1_conv1.bias']);
  });
});

describe('PyTorch state dicts', () => {
  it('have the strides and offsets of their tensors respected', async () => {
    const bytes = pytorchBytes(new Map([['x', view({shape: [2, 3], strides: [1, 2], offset: 1})]]));
    expect([...(await read(bytes)).get('x')!.values()]).toEqual([1, 3, 5, 2, 4, 6]);
  });

  it.each([pytorchBytes, legacyPytorchBytes])(
    'may lie a level deeper, beside other things',
    async (write) => {
      const bytes = write(
        new Map<string, number | View | Map<string, View>>([
          ['epoch', 3],
          ['state_dict', new Map([['module.x', view({parameter: true})]])],
          ['y', view({})],
        ]),
      );
      expect([...(await read(bytes)).keys()].sort()).toEqual(['state_dict.module.x', 'y']);
    },
  );

  it('refuses tensors with impossible strides', async () => {
    const bytes = pytorchBytes(new Map([['x', view({shape: [2, 3], strides: [1]})]]));
    await expect(read(bytes)).rejects.toThrow(
      'x: expected whole numbers for its shape, one stride an axis and an offset, ' +
        'got the shape [2, 3], the strides [1] and 0.',
    );
  });

  it('refuses big-endian numbers', async () => {
    await expect(read(pytorchBytes(stateDict(tensors), 'big'))).rejects.toThrow(
      'expected little-endian numbers, got big-endian ones.',
    );
  });
});

describe('a file that cannot be used', () => {
  it('is missing', async () => {
    await expect(readCheckpoint(join(folder, 'missing'))).rejects.toThrow(
      'expected a checkpoint file, but there is none that can be read.',
    );
  });

  const npz = npzBytes(tensors);
  const safetensors = safetensorsBytes(tensors);
  const legacy = legacyPytorchBytes(stateDict(tensors));
  it.each([
    ['is empty', Buffer.of(), 'got 0 bytes of something else'],
    ['is a web page', Buffer.from('<!doctype html>'), 'got 15 bytes of something else'],
    ['is HDF5', Buffer.from('\x89HDF\r\n', 'latin1'), 'save its arrays with numpy.savez first'],
    ['is another zip', zipSync({'a.txt': Buffer.of(1)}), 'got neither in it'],
    ['is a cut zip', npz.subarray(0, -30), 'the zip archive is cut short or damaged'],
    [
      'has no array in it',
      zipSync({'x.npy': Buffer.from('something else')}),
      'x: expected a NumPy array',
    ],
    ['is a cut safetensors', safetensors.subarray(0, 40), 'got a file of 40; it is cut short'],
    ['has no JSON header', safetensors.map((byte, i) => (i === 9 ? 0 : byte)), 'header in JSON'],
    ['is a cut pickle', legacy.subarray(0, 100), 'the file is cut short or damaged'],
    ['has cut storages', legacy.subarray(0, -4), 'the file is cut short or damaged'],
  ])('%s', async (_, bytes, message) => {
    await expect(read(bytes)).rejects.toThrow(message);
  });

  it.each([
    ['an array', zipSync({'x.npy': npyBytes('<f4', false, [3, 3], float32)})],
    ['a tensor', safetensorsOf([{name: 'x', dtype: 'F32', shape: [3, 3], numbers: float32}])],
    ['a view', pytorchBytes(new Map([['x', view({shape: [3, 3], strides: [3, 1]})]]))],
  ])('has too few numbers for %s', async (_, bytes) => {
    const tensor = (await read(bytes)).get('x')!;
    expect(() => tensor.values()).toThrow('x: expected 36 bytes, got 32; the file is cut short.');
  });
});

/** A tensor over the eight numbers of one storage. */
function view(change: Partial<View>): View {
  const layout = {shape: [2, 3], strides: [3, 1], offset: 0};
  return {storage: 'FloatStorage', key: '0', numbers: float32, ...layout, ...change};
}

async function read(bytes: Uint8Array) {
  const file = join(folder, 'checkpoint');
  await writeFile(file, bytes);
  return readCheckpoint(file);
}
