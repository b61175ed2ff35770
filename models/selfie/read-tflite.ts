import {ByteBuffer} from 'flatbuffers';

/** A tensor of a TensorFlow Lite model. */
export type TfliteTensor = {
  shape: number[];
  type: 'float32' | 'float16' | 'int32' | 'other';
  /** What it holds, where it is part of the file. */
  data: Uint8Array | undefined;
};

/** An operator: its number in TensorFlow Lite's list of built-in ones, or the name of its own. */
export type TfliteOperator = {
  code: number;
  custom: string;
  inputs: number[];
  outputs: number[];
  /** The fields of its options by their place in the schema, numbers below 256; a field left out is 0. */
  option(field: number): number;
};

/** The first graph of a model. */
export type TfliteGraph = {
  tensors: TfliteTensor[];
  operators: TfliteOperator[];
  inputs: number[];
  outputs: number[];
};

const TYPES = new Map<number, TfliteTensor['type']>([
  [0, 'float32'],
  [1, 'float16'],
  [2, 'int32'],
]);

/**
 * Reads a `.tflite` file: a FlatBuffer, whose tables are told by the places of their fields in TensorFlow's
 * `schema.fbs`.
 *
 * @throws Error where it is none
 */
export function readTflite(file: Uint8Array): TfliteGraph {
  const buffer = new ByteBuffer(file);
  if (String.fromCharCode(...file.subarray(4, 8)) !== 'TFL3') {
    throw new Error('Expected a TensorFlow Lite model, but the file is none.');
  }

  const fieldOf = (table: number, field: number) => {
    const offset = buffer.__offset(table, 4 + 2 * field);
    return offset ? table + offset : 0;
  };
  const numberOf = (table: number, field: number, read: (at: number) => number) => {
    const at = fieldOf(table, field);
    return at ? read(at) : 0;
  };
  const vectorOf = <Item>(table: number, field: number, read: (at: number) => Item): Item[] => {
    const at = fieldOf(table, field);
    const length = at ? buffer.__vector_len(at) : 0;
    return Array.from({length}, (_, index) => read(buffer.__vector(at) + 4 * index));
  };
  const tablesOf = (table: number, field: number) =>
    vectorOf(table, field, (at) => buffer.__indirect(at));
  const int32 = (at: number) => buffer.readInt32(at);
  const int8 = (at: number) => buffer.readInt8(at);
  const uint8 = (at: number) => buffer.readUint8(at);

  const root = buffer.readInt32(0);
  const codes = tablesOf(root, 1).map((code) => {
    const name = fieldOf(code, 1);
    return {
      // Newer files have the number in a wider field of its own.
      code: Math.max(numberOf(code, 0, int8), numberOf(code, 3, int32)),
      custom: name ? String(buffer.__string(name)) : '',
    };
  });
  const buffers = tablesOf(root, 4).map((table) => {
    const at = fieldOf(table, 0);
    const start = at && buffer.__vector(at);
    return at ? file.slice(start, start + buffer.__vector_len(at)) : undefined;
  });
  const [graph = 0] = tablesOf(root, 2);
  return {
    inputs: vectorOf(graph, 1, int32),
    outputs: vectorOf(graph, 2, int32),
    tensors: tablesOf(graph, 0).map((tensor) => ({
      shape: vectorOf(tensor, 0, int32),
      type: TYPES.get(numberOf(tensor, 1, int8)) ?? 'other',
      data: buffers[numberOf(tensor, 2, int32)],
    })),
    operators: tablesOf(graph, 3).map((operator) => {
      const options = fieldOf(operator, 4);
      const table = options && buffer.__indirect(options);
      return {
        ...(codes[numberOf(operator, 0, int32)] ?? {code: -1, custom: ''}),
        inputs: vectorOf(operator, 1, int32),
        outputs: vectorOf(operator, 2, int32),
        option: (field) => (table ? numberOf(table, field, uint8) : 0),
      };
    }),
  };
}
