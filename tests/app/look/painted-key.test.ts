import {expect, it} from 'vitest';
import {NOT_PAINTED, paintedKey} from '../../../src/app/look/painted-key.ts';

const MASK = 'data:image/png;base64,AAAA';

it('takes masks and their covers', () => {
  expect(paintedKey.check(NOT_PAINTED)).toBeUndefined();
  expect(paintedKey.check({...NOT_PAINTED, mask: MASK, red: {by: 'none'}})).toBeUndefined();
});

it.each([
  null,
  {},
  {...NOT_PAINTED, mask: 7},
  {...NOT_PAINTED, mask: 'https://example.org/mask.png'},
  {...NOT_PAINTED, mask: 'data:image/svg+xml,<svg/>'},
  {...NOT_PAINTED, mask: MASK.padEnd(1_000_001, 'A')},
  {...NOT_PAINTED, green: {by: 'gold'}},
])('refuses %#', (value) => {
  expect(paintedKey.check(value)).toEqual({key: 'look.painted'});
});
