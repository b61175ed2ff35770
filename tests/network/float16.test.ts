import {expect, it} from 'vitest';
import {decodeFloat16} from '../../src/network/float16.ts';

it.each([
  [0x0000, 0],
  [0x3c00, 1],
  [0xc000, -2],
  [0x3555, 0.333251953125],
  [0x7bff, 65504],
  [0x0400, 2 ** -14],
  // Subnormal numbers.
  [0x0001, 2 ** -24],
  [0x83ff, -1023 * 2 ** -24],
  [0x7c00, Infinity],
  [0xfc00, -Infinity],
  [0x7e00, Number.NaN],
])('reads %i as %d', (word, value) => {
  expect(decodeFloat16(Uint16Array.of(word))[0]).toBe(value);
});
