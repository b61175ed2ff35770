import {expect, it} from 'vitest';
import {readStartOptions} from './read-start-options.ts';

it('starts two sites seven times with one network unless told otherwise', () => {
  expect(readStartOptions(['old', 'new'])).toEqual({
    folders: ['old', 'new'],
    query: '?model=swift',
    turns: 7,
    args: [],
  });
});

it('takes another query, number of turns and browser', () => {
  const line = 'old new --query=?size=48 --turns 3 --chrome chromium --chrome-arg=--enable-gpu';

  expect(readStartOptions(line.split(' '))).toEqual({
    folders: ['old', 'new'],
    query: '?size=48',
    turns: 3,
    program: 'chromium',
    args: ['--enable-gpu'],
  });
});

it.each([
  ['one folder', ['old'], 'Expected the folders of two sites, but got 1.'],
  ['three folders', ['a', 'b', 'c'], 'Expected the folders of two sites, but got 3.'],
  [
    'no turns',
    ['a', 'b', '--turns=0'],
    'Expected --turns to be a whole number from 1, but got "0".',
  ],
  ['an option that is none', ['a', 'b', '--fast'], "Unknown option '--fast'"],
])('says what is wrong with %s', (_, args, sentence) => {
  expect(() => readStartOptions(args)).toThrow(sentence);
});
