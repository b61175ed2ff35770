import type {CheckpointTensor} from './checkpoint.ts';
import {stridedTensor} from './strided-tensor.ts';

const MAGIC = '\x93NUMPY';

const DTYPES = new Map([
  ['<f2', 'float16'],
  ['<f4', 'float32'],
  ['<f8', 'float64'],
]);

/**
 * One array in NumPy's `.npy` format (numpy.org/doc/stable/reference/generated/numpy.lib.format.html).
 *
 * @param name what errors call it
 * @throws Error where the bytes are not such an array
 */
export function readNpy(name: string, bytes: Uint8Array): CheckpointTensor {
  const view = new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength);
  if (bytes.length < 12 || latin1(bytes.subarray(0, 6)) !== MAGIC) {
    throw new Error(`${name}: expected a NumPy array, got bytes that do not begin as one.`);
  }
  // From format version 2.0 on the header's length takes four bytes instead of two.
  const wide = view.getUint8(6) >= 2;
  const start = wide ? 12 : 10;
  const end = start + (wide ? view.getUint32(8, true) : view.getUint16(8, true));
  const header = latin1(bytes.subarray(start, end));
  const dtype = /'descr': *'([^']*)'/.exec(header)?.[1];
  const order = /'fortran_order': *(True|False)/.exec(header)?.[1];
  const sizes = /'shape': *\(([^)]*)\)/.exec(header)?.[1];
  if (dtype === undefined || order === undefined || sizes === undefined) {
    throw new Error(
      `${name}: expected a header with descr, fortran_order and shape, got "${header.trim()}".`,
    );
  }
  const shape = sizes
    .split(',')
    .filter((size) => size.trim() !== '')
    .map(Number);
  return stridedTensor(name, {
    dtype: DTYPES.get(dtype) ?? dtype,
    shape,
    ...(order === 'True' ? {strides: columnMajorStrides(shape)} : {}),
    bytes: () => bytes.subarray(end),
  });
}

/** The strides of an array whose first axis moves fastest, as Fortran lays them out. */
function columnMajorStrides(shape: readonly number[]): number[] {
  let stride = 1;
  return shape.map((size) => {
    const own = stride;
    stride *= size;
    return own;
  });
}

function latin1(bytes: Uint8Array): string {
  return String.fromCharCode(...bytes);
}
