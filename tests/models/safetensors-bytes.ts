import {joined} from './joined.ts';
import type {Tensor} from './tiny-vgg19.ts';

/** A `.safetensors` file of float32 tensors. */
export function safetensorsBytes(tensors: Map<string, Tensor>): Uint8Array {
  const entries = [...tensors].map(([name, {shape, values}]) => {
    return {name, dtype: 'F32', shape, numbers: new Uint8Array(new Float32Array(values).buffer)};
  });
  return safetensorsOf(entries);
}

/** A `.safetensors` file of tensors of any dtype. */
export function safetensorsOf(
  entries: {name: string; dtype: string; shape: number[]; numbers: Uint8Array}[],
): Uint8Array {
  let offset = 0;
  const header: Record<string, object> = {__metadata__: {format: 'pt'}};
  for (const {name, dtype, shape, numbers} of entries) {
    header[name] = {dtype, shape, data_offsets: [offset, (offset += numbers.length)]};
  }
  const text = new TextEncoder().encode(JSON.stringify(header));
  const length = BigUint64Array.of(BigInt(text.length));
  return joined([new Uint8Array(length.buffer), text, ...entries.map(({numbers}) => numbers)]);
}
