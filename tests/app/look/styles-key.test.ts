import {expect, it} from 'vitest';
import {stylesKey} from '../../../src/app/look/styles-key.ts';
import {sentence} from '../../../src/words/say.ts';

const {read, write} = stylesKey.address;

it.each([
  ['neon', [{id: 'neon', weight: 1}]],
  ['neon:2', [{id: 'neon', weight: 2}]],
  [
    'neon,batik:0.5',
    [
      {id: 'neon', weight: 1},
      {id: 'batik', weight: 0.5},
    ],
  ],
])('reads %s', (text, styles) => {
  expect(read(text, undefined)).toEqual({value: styles, problems: []});
});

it('says each part that makes no sense, and takes the others', () => {
  const {value, problems} = read('neon,batik:much,:1,ink:-1', undefined);

  expect(value).toEqual([{id: 'neon', weight: 1}]);
  expect(problems!.map(sentence)).toEqual(
    ['batik:much', ':1', 'ink:-1'].map((part) => expect.stringContaining(`“${part}”`) as string),
  );
});

it('takes shares of 0 beside others, but not alone', () => {
  expect(read('neon:1,ink:0', undefined).value).toEqual([
    {id: 'neon', weight: 1},
    {id: 'ink', weight: 0},
  ]);
  const {value, problems} = read('neon:0,ink:0', undefined);
  expect(value).toBeUndefined();
  expect(problems).toHaveLength(1);
});

it('asks for nothing where nothing of it makes sense', () => {
  expect(read('', undefined)).toEqual({value: undefined, problems: []});
  expect(read('batik:much', undefined).value).toBeUndefined();
});

it('writes the weights of a mix, but not of one style alone', () => {
  expect(write([{id: 'neon', weight: 5}])).toBe('neon');
  expect(
    write([
      {id: 'neon', weight: 1},
      {id: 'batik', weight: 3},
    ]),
  ).toBe('neon:1,batik:3');
});
