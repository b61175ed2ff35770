import {expect, it} from 'vitest';
import {ByteReader} from '../../models/import/byte-reader.ts';
import {readPickle} from '../../models/import/read-pickle.ts';
import {global, op, pickle} from './pytorch-bytes.ts';

it('reads numbers, text, None, truth values and long integers', () => {
  const numbers = [...op('K'), 200, ...op('M'), 1, 2, ...op('J'), 0xfe, 0xff, 0xff, 0xff];
  const float = [...op('G'), 0x3f, 0xf8, 0, 0, 0, 0, 0, 0];
  const long = [0x8a, 9, 0, 0, 0, 0, 0, 0, 0, 0, 1, 0x8a, 1, 0xff];
  const text = op('X\x02\0\0\0abU\x01cT\x01\0\0\0d');

  expect(read([...op('('), ...numbers, ...float, ...long, ...text, ...op('N\x88\x89t')])).toEqual([
    200,
    513,
    -2,
    1.5,
    2n ** 64n,
    -1n,
    'ab',
    'c',
    'd',
    null,
    true,
    false,
  ]);
});

it('reads lists, tuples and dicts', () => {
  expect(read(op(']K\x01a(K\x02K\x03e'))).toEqual([1, 2, 3]);
  expect(read(op('K\x01\x85K\x02K\x03\x86K\x04K\x05K\x06\x87\x87'))).toEqual([
    [1],
    [2, 3],
    [4, 5, 6],
  ]);
  expect(read(op('}K\x01K\x02s(K\x03)u'))).toEqual(
    new Map<number, unknown>([
      [1, 2],
      [3, []],
    ]),
  );
});

it('fetches what was stored before', () => {
  expect(read(op('(U\x01aq\x07h\x07r\x00\x01\0\0j\x00\x01\0\0t'))).toEqual(['a', 'a', 'a']);
});

it('calls the functions it was given, and no others', () => {
  const double = [...global('math', 'double'), ...op('K\x04\x85R')];

  expect(read(double)).toBe(8);
  expect(() => read(op('U\x01aK\x04\x85R'))).toThrow('calls something that is not a function');
});

it.each([
  ['os', 'system'],
  ['builtins', 'eval'],
  ['torch.nn.modules.container', 'Sequential'],
  ['__proto__', 'constructor'],
])('refuses %s.%s before anything is called', (module, name) => {
  expect(() => read([...global(module, name), ...op('U\x02ls\x85R')])).toThrow(
    `expected a plain state dict, got one that asks for ${module}.${name}, which is not run; ` +
      'save the weights alone: torch.save(model.state_dict(), file).',
  );
});

it.each(['\x81', '\x93', 'i', 'o', '\x82'])('refuses the instruction %j', (instruction) => {
  const code = instruction.charCodeAt(0).toString(16);
  expect(() => read(op(`N${instruction}`))).toThrow(
    `expected a plain state dict, got the pickle instruction 0x${code} at byte 3.`,
  );
});

it.each([
  ['R', 'the pickle takes more than it holds.'],
  ['K\x01t', 'the pickle takes more than it holds.'],
  ['NNa', 'the pickle appends to something not a list.'],
  ['NNNs', 'the pickle sets items of something not a dict.'],
])('refuses the damaged pickle %j', (instructions, message) => {
  expect(() => read(op(instructions))).toThrow(message);
});

it('says where a pickle is cut short', () => {
  const bytes = pickle(op('X\x05\0\0\0abcde'));
  expect(() => readPickle(new ByteReader(bytes.subarray(0, 9)), world)).toThrow(
    'expected 5 more bytes at byte 7, got 2; the file is cut short or damaged.',
  );
});

const world = {
  globals: new Map([['math.double', (value: number) => 2 * value]]),
  persistent: () => null,
};

function read(instructions: number[]): unknown {
  return readPickle(new ByteReader(pickle(instructions)), world);
}
