import {expect, it} from 'vitest';
import {formatBytes} from '../../src/words/format-bytes.ts';

it.each([
  [0, '0 kB'],
  [412_000, '412 kB'],
  [999_700, '1.0 MB'],
  [18_400_000, '18.4 MB'],
  [2_340_000_000, '2.3 GB'],
])('writes %d bytes as %s', (bytes, text) => {
  expect(formatBytes(bytes)).toBe(text);
});
