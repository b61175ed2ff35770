import {expect, it} from 'vitest';
import {ALPHA_RANGE, alphaKey, clampAlpha} from '../../../src/app/look/alpha-key.ts';
import {sentence} from '../../../src/words/say.ts';

it.each([
  [-1, 0],
  [0, 0],
  [0.25, 0.25],
  [1, 1],
  [1.25, 1.25],
  [7, 1.5],
])('takes %f for %f', (alpha, nearest) => {
  expect(clampAlpha(alpha)).toBe(nearest);
});

it('goes from the content to the style in full, and half as far again', () => {
  expect(ALPHA_RANGE).toEqual({min: 0, max: 1.5});
});

it('reads what it has written', () => {
  for (const alpha of [0, 0.125, 1 / 3, 1, 1.5]) {
    const {key, read, write} = alphaKey.address;

    expect(key).toBe('alpha');
    expect(read(write(alpha)!, undefined)).toEqual({value: alpha});
  }
});

it('tells what of an address it has changed or left out', () => {
  const {value, problems} = alphaKey.address.read('7', undefined);
  expect(value).toBe(1.5);
  expect(problems!.map(sentence)).toEqual([expect.stringMatching(/alpha=7.*so 1.5 is used/)]);

  const nothing = alphaKey.address.read(' ', undefined);
  expect(nothing.value).toBeUndefined();
  expect(nothing.problems!.map(sentence)).toEqual([expect.stringMatching(/no number/)]);
});
