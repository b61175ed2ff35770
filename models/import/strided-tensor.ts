import {decodeFloat16} from '../../src/network/float16.ts';
import type {CheckpointTensor} from './checkpoint.ts';

/** Where a tensor's numbers lie in a file: little-endian, strides and offset counted in numbers. */
export type StridedLayout = {
  dtype: string;
  shape: readonly number[];
  /** One stride an axis; row-major where it is left out. */
  strides?: readonly number[];
  offset?: number;
  /** The bytes the numbers lie in, asked for at the first reading. */
  bytes: () => Uint8Array;
};

type NumberType = {size: number; decode: (buffer: ArrayBuffer) => ArrayLike<number>};

/** The types that are read, on little-endian machines. */
const NUMBER_TYPES = new Map<string, NumberType>([
  ['float16', {size: 2, decode: (buffer) => decodeFloat16(new Uint16Array(buffer))}],
  ['bfloat16', {size: 2, decode: decodeBfloat16}],
  ['float32', {size: 4, decode: (buffer) => new Float32Array(buffer)}],
  ['float64', {size: 8, decode: (buffer) => new Float64Array(buffer)}],
]);

/**
 * A tensor over the bytes of a file.
 *
 * @param name what errors call it
 * @throws Error where a size, a stride or the offset is not a whole number from 0
 */
export function stridedTensor(name: string, layout: StridedLayout): CheckpointTensor {
  const {dtype, shape, strides = rowMajorStrides(shape), offset = 0, bytes} = layout;
  if (strides.length !== shape.length || ![...shape, ...strides, offset].every(isCount)) {
    throw new Error(
      `${name}: expected whole numbers for its shape, one stride an axis and an offset, ` +
        `got the shape [${shape.join(', ')}], the strides [${strides.join(', ')}] and ${offset}.`,
    );
  }
  return {
    dtype,
    shape,
    values(axes = shape.map((_, axis) => axis)) {
      const type = NUMBER_TYPES.get(dtype);
      if (!type) {
        const readable = [...NUMBER_TYPES.keys()].join(', ');
        throw new Error(`${name}: expected numbers of the type ${readable}, got ${dtype}.`);
      }
      const sizes = axes.map((axis) => shape[axis]!);
      const steps = axes.map((axis) => strides[axis]!);
      const data = bytes();
      const needed = (offset + spanOf(sizes, steps)) * type.size;
      if (data.byteLength < needed) {
        throw new Error(
          `${name}: expected ${needed} bytes, got ${data.byteLength}; the file is cut short.`,
        );
      }
      const numbers = type.decode(new Uint8Array(data.subarray(0, needed)).buffer);
      const values = new Float64Array(countOf(sizes));
      const position = sizes.map(() => 0);
      let index = offset;
      for (let i = 0; i < values.length; i++) {
        values[i] = numbers[index]!;
        for (let axis = sizes.length - 1; axis >= 0; axis--) {
          index += steps[axis]!;
          position[axis]! += 1;
          if (position[axis]! < sizes[axis]!) break;
          index -= steps[axis]! * sizes[axis]!;
          position[axis] = 0;
        }
      }
      return values;
    },
  };
}

/** The strides of a tensor whose last axis moves fastest. */
function rowMajorStrides(shape: readonly number[]): number[] {
  return shape.map((_, axis) => countOf(shape.slice(axis + 1)));
}

function countOf(shape: readonly number[]): number {
  return shape.reduce((count, size) => count * size, 1);
}

/** How many numbers lie from the first to the last of a tensor, both counted. */
function spanOf(shape: readonly number[], strides: readonly number[]): number {
  if (countOf(shape) === 0) return 0;
  return shape.reduce((span, size, axis) => span + (size - 1) * strides[axis]!, 1);
}

function isCount(value: unknown): boolean {
  return Number.isSafeInteger(value) && (value as number) >= 0;
}

/** A bfloat16 is the upper half of a float32. */
function decodeBfloat16(buffer: ArrayBuffer): Float32Array {
  return new Float32Array(Uint32Array.from(new Uint16Array(buffer), (word) => word << 16).buffer);
}
