import {describe, expect, it} from 'vitest';
import {encodeFloat16} from '../../models/import/encode-float16.ts';
import {decodeFloat16} from '../../src/network/float16.ts';

/** Every finite float16 from 0 up, as words and as numbers: the words are in order of size. */
const words = Uint16Array.from({length: 0x7c00}, (_, word) => word);
const numbers = Float64Array.from(decodeFloat16(words));

describe('encodeFloat16', () => {
  it('keeps every number that float16 has', () => {
    expectWords(numbers, words);
    expectWords(
      numbers.map((value) => -value),
      words.map((word) => word | 0x8000),
    );
  });

  it('rounds to the nearest, and ties to even', () => {
    const middles = numbers.slice(1).map((value, below) => (value + numbers[below]!) / 2);
    const below = words.slice(0, -1);
    const above = words.slice(1);

    expectWords(
      middles,
      below.map((word) => word + (word % 2)),
    );
    expectWords(
      middles.map((value) => value * (1 - 1e-9)),
      below,
    );
    expectWords(
      middles.map((value) => value * (1 + 1e-9)),
      above,
    );
  });

  it('is little-endian', () => {
    expect([...encodeFloat16('one', Float64Array.of(1))]).toEqual([0x00, 0x3c]);
  });

  it.each([NaN, Infinity, -Infinity, 65520, -65520, 1e300])('refuses %d', (value) => {
    expect(() => encodeFloat16('bias', Float64Array.of(0, value))).toThrow(
      `bias: expected finite numbers within float16's range (±65504), got ${value} at index 1.`,
    );
  });

  it('takes what rounds down to the largest number', () => {
    expectWords(Float64Array.of(65519.99), Uint16Array.of(0x7bff));
  });
});

/** Compares word by word and reports the first that differs; 30,000 are too many for `toEqual`. */
function expectWords(values: Float64Array, expected: Uint16Array) {
  const got = new Uint16Array(encodeFloat16('values', values).buffer);
  expect(got.length).toBe(expected.length);
  const index = got.findIndex((word, i) => word !== expected[i]);
  expect([index, values[index], got[index]]).toEqual([-1, undefined, undefined]);
}
