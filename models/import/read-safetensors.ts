import type {Checkpoint} from './checkpoint.ts';
import {stridedTensor} from './strided-tensor.ts';

/** The header's length comes first, in eight bytes. */
const LENGTH_BYTES = 8;

const DTYPES = new Map([
  ['F16', 'float16'],
  ['BF16', 'bfloat16'],
  ['F32', 'float32'],
  ['F64', 'float64'],
]);

type Entry = {dtype: string; shape: number[]; data_offsets: [number, number]};

/** True where the bytes begin as a `.safetensors` file: a length, then a JSON object. */
export function isSafetensors(bytes: Uint8Array): boolean {
  return bytes[LENGTH_BYTES] === '{'.charCodeAt(0) && bytes[6] === 0 && bytes[7] === 0;
}

/**
 * The tensors of a `.safetensors` file (github.com/huggingface/safetensors).
 *
 * @throws Error where the file is cut short or its header is not what the format asks for
 */
export function readSafetensors(bytes: Uint8Array): Checkpoint {
  const view = new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength);
  const start = LENGTH_BYTES + Number(view.getBigUint64(0, true));
  if (start > bytes.length) {
    throw new Error(
      `expected a safetensors header of ${start} bytes, got a file of ${bytes.length}; it is cut short.`,
    );
  }
  const checkpoint: Checkpoint = new Map();
  for (const [name, entry] of Object.entries(parseHeader(bytes.subarray(LENGTH_BYTES, start)))) {
    if (name === '__metadata__') continue;
    if (!isEntry(entry)) {
      throw new Error(`${name}: expected a dtype, a shape and data_offsets in the header.`);
    }
    const [from, to] = entry.data_offsets;
    checkpoint.set(
      name,
      stridedTensor(name, {
        dtype: DTYPES.get(entry.dtype) ?? entry.dtype,
        shape: entry.shape,
        bytes: () => bytes.subarray(start + from, start + to),
      }),
    );
  }
  return checkpoint;
}

function parseHeader(bytes: Uint8Array): object {
  try {
    return JSON.parse(new TextDecoder().decode(bytes)) as object;
  } catch (cause) {
    throw new Error('expected a safetensors header in JSON, got text that is not.', {cause});
  }
}

function isEntry(entry: unknown): entry is Entry {
  const {dtype, shape, data_offsets: offsets} = (entry ?? {}) as Partial<Entry>;
  return typeof dtype === 'string' && Array.isArray(shape) && Array.isArray(offsets);
}
