import {expect, it} from 'vitest';
import {en} from '../../src/words/en.ts';
import {enLater} from '../../src/words/en-later.ts';
import {say, sentence} from '../../src/words/say.ts';

it('says a sentence by its key', () => {
  expect(say('source.only-camera')).toBe('There is only one camera to choose.');
});

it('puts values where their names stand', () => {
  expect(say('address.alpha-range', {text: '7', used: 1.5})).toBe(
    'The address has alpha=7; it goes from 0 to 1.5, so 1.5 is used.',
  );
});

it('takes a value as it is, whatever it looks like', () => {
  expect(say('network.unknown', {name: '{name} $& $1'})).toBe(
    'There is no network called “{name} $& $1”.',
  );
});

it('says amounts with their units', () => {
  expect(say('film.at', {at: {ms: 61_000}, all: {ms: 600_000}})).toBe('1:01 of 10:00');
  expect(say('film.estimate', {bytes: {bytes: 3_400_000}})).toBe('About 3.4 MB');
});

it('says a message that was kept', () => {
  expect(sentence({key: 'network.unknown', values: {name: 'x'}})).toBe(
    'There is no network called “x”.',
  );
  expect(sentence({key: 'source.empty'})).toBe('This file is empty. Choose another one.');
});

it('says one message within another', () => {
  const problem = {key: 'network.damaged'} as const;
  expect(sentence({key: 'network.until', values: {problem, name: 'swift'}})).toBe(
    'The network’s weights could not be loaded or are damaged. Check the connection and reload the page. Until then swift paints.',
  );
});

it('has a sentence for every key, without a stray brace', () => {
  for (const [key, text] of Object.entries({...en, ...enLater})) {
    expect(text.trim(), key).toBe(text);
    expect(text.replaceAll(/\{[a-z]+\}/gi, ''), key).toMatch(/^[^{}]*$/);
  }
});

it('has each sentence once', () => {
  expect(Object.keys(en).filter((key) => key in enLater)).toEqual([]);
});
