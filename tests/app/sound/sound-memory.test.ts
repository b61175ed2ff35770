import {expect, it} from 'vitest';
import {keepChoice, keptChoice} from '../../../src/app/sound/sound-memory.ts';
import {memory, REFUSING} from '../fake-storage.ts';

it('gives back what was kept', () => {
  const storage = memory();
  expect(keptChoice(storage)).toEqual({});
  keepChoice(storage, {band: 'treble', target: 'stroke', depth: 0.3});

  expect(keptChoice(storage)).toEqual({band: 'treble', target: 'stroke', depth: 0.3});
});

it.each([
  ['', {}],
  ['null', {}],
  ['[1]', {}],
  ['{"band":"bass","target":"volume","depth":7}', {band: 'bass'}],
])('takes of “%s” what makes sense', (text, choice) => {
  expect(keptChoice(memory(text))).toEqual(choice);
});

it.each(REFUSING)('goes on where a storage refuses %s', (_when, storage) => {
  keepChoice(storage, {band: 'bass', target: 'mix', depth: 1});

  expect(keptChoice(storage)).toEqual({});
});
