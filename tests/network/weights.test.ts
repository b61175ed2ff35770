import {describe, expect, it} from 'vitest';
import {weightShapes} from '../../src/network/weight-specs.ts';
import {
  type Manifest,
  manifestArchitecture,
  readWeights,
  weightBytes,
  WeightsError,
} from '../../src/network/weights.ts';
import {SHIPPED_LEVELS, TOY_WIDTH, toyArchitecture} from '../toy-architecture.ts';

function toyManifest(): Manifest {
  const weights = weightShapes(toyArchitecture()).map(({name, shape}) => ({
    name,
    shape,
    quantization: {dtype: 'float16'},
  }));
  const header = {name: 'toy', architecture: 'swift', width: TOY_WIDTH, levels: SHIPPED_LEVELS};
  return {format: 1, ...header, weights};
}

describe('manifestArchitecture', () => {
  it('gives the architecture at the width of the manifest', () => {
    const [first] = manifestArchitecture(toyManifest()).encoder;
    expect(first).toMatchObject({op: 'conv', inputs: 3, outputs: 4});
  });

  it.each([
    ['another format', (it: Manifest) => ({...it, format: 2}) as unknown as Manifest, 'format 1'],
    ['a network that does not say its levels', (it: Manifest) => omit(it, 'levels'), 'known here'],
    ['an unknown network', (it: Manifest) => ({...it, architecture: 'resnet'}), 'known here'],
    [
      'no weights',
      (it: Manifest) => ({...it, weights: undefined}) as unknown as Manifest,
      'a list',
    ],
    ['another width', (it: Manifest) => ({...it, width: 0.25}), '[3, 3, 3, 16]'],
    ['a missing tensor', (it: Manifest) => ({...it, weights: it.weights.slice(1)}), 'nothing'],
  ])('refuses %s', (_, change, words) => {
    const refused = () => manifestArchitecture(change(toyManifest()));
    expect(refused).toThrow(WeightsError);
    expect(refused).toThrow(words);
  });
});

describe('readWeights', () => {
  it('reads the tensors one after the other', () => {
    const manifest: Manifest = {
      format: 1,
      name: 'two',
      architecture: 'swift',
      weights: [
        {name: 'a', shape: [2], quantization: {dtype: 'float16'}},
        {name: 'b', shape: [1, 1]},
      ],
    };
    const bytes = new DataView(new ArrayBuffer(8));
    bytes.setUint16(0, 0x3c00, true);
    bytes.setUint16(2, 0xc000, true);
    bytes.setFloat32(4, 0.1, true);
    const weights = readWeights(manifest, bytes.buffer);

    expect([...weights.get('a')!.values]).toEqual([1, -2]);
    expect([...weights.get('b')!.values]).toEqual([Math.fround(0.1)]);
    expect(weights.get('b')!.shape).toEqual([1, 1]);
  });

  it('reads bytes with a scale for each output', () => {
    const weights = [
      {name: 'a', shape: [3, 1], quantization: {dtype: 'int8'}},
      {name: 'b', shape: [2, 2], quantization: {dtype: 'int8'}},
    ];
    const bytes = new DataView(new ArrayBuffer(2 + 3 + 4 + 4));
    bytes.setUint16(0, 0x3800, true);
    [-127, 0, 3].forEach((step, index) => bytes.setInt8(2 + index, step));
    bytes.setUint16(5, 0x3c00, true);
    bytes.setUint16(7, 0x4000, true);
    [1, 2, 3, -4].forEach((step, index) => bytes.setInt8(9 + index, step));
    const read = readWeights({weights}, bytes.buffer);

    expect(weightBytes({weights})).toBe(13);
    expect([...read.get('a')!.values]).toEqual([-63.5, 0, 1.5]);
    expect([...read.get('b')!.values]).toEqual([1, 4, 3, -8]);
  });

  it('refuses a file that is cut short', () => {
    const manifest = toyManifest();
    const short = new ArrayBuffer(weightBytes(manifest) - 2);
    expect(() => readWeights(manifest, short)).toThrow(WeightsError);
  });

  it('refuses numbers that are not finite', () => {
    const manifest = toyManifest();
    const words = new Uint16Array(weightBytes(manifest) / 2);
    words[5] = 0x7c00;
    expect(() => readWeights(manifest, words.buffer)).toThrow('encoder/conv1/kernel');
  });
});

function omit(manifest: Manifest, key: keyof Manifest): Manifest {
  return Object.fromEntries(Object.entries(manifest).filter(([name]) => name !== key)) as Manifest;
}
