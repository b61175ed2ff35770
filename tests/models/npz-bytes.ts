import {zipSync} from 'fflate';
import {joined} from './joined.ts';
import type {Tensor} from './tiny-vgg19.ts';

/** A `.npz` file of float32 arrays, as `np.savez` (level 0) or `np.savez_compressed` writes it. */
export function npzBytes(tensors: Map<string, Tensor>, level: 0 | 6 = 0): Uint8Array {
  const files = [...tensors].map(([name, {shape, values}]) => {
    const numbers = new Uint8Array(new Float32Array(values).buffer);
    return [`${name}.npy`, npyBytes('<f4', false, shape, numbers)];
  });
  return zipSync(Object.fromEntries(files) as Record<string, Uint8Array>, {level});
}

/** A `.npy` file, format version 1.0. */
export function npyBytes(
  descr: string,
  fortranOrder: boolean,
  shape: number[],
  numbers: Uint8Array,
): Uint8Array {
  const sizes = shape.map((size) => `${size},`).join(' ');
  const order = fortranOrder ? 'True' : 'False';
  const header = `{'descr': '${descr}', 'fortran_order': ${order}, 'shape': (${sizes}), }`;
  // NumPy pads the header so that the numbers begin at a multiple of 64.
  const padded = header.padEnd(Math.ceil((header.length + 11) / 64) * 64 - 11) + '\n';
  const length = Uint16Array.of(padded.length);
  return joined([
    Uint8Array.of(0x93, ...new TextEncoder().encode('NUMPY'), 1, 0),
    new Uint8Array(length.buffer),
    new TextEncoder().encode(padded),
    numbers,
  ]);
}
