import {expect, it} from 'vitest';
import {formatDuration} from '../../src/words/format-duration.ts';

it.each([
  [0, '0:00'],
  [7_900, '0:07'],
  [73_400, '1:13'],
  [750_000, '12:30'],
  [3_723_000, '1:02:03'],
])('writes %d milliseconds as %s', (milliseconds, text) => {
  expect(formatDuration(milliseconds)).toBe(text);
});
