import {expect, it} from 'vitest';
import {calmKey, calms} from '../../../src/app/look/calm-key.ts';
import {sentence} from '../../../src/words/say.ts';
import {catalogue} from '../fake-catalogue.ts';

const {read, write} = calmKey.address;

it('reads what it has written', () => {
  for (const calm of calms) {
    const text = write(calm);
    expect(text === undefined ? calmKey.first(catalogue) : read(text, undefined).value).toBe(calm);
    expect(calmKey.check(calm)).toBeUndefined();
  }
});

it('says what is no calm', () => {
  expect(read('very', undefined).problems!.map(sentence)).toEqual([
    'The address has calm=very; it is “off”, “normal” or “strong”.',
  ]);
  expect(sentence(calmKey.check(3)!)).toContain('“3”');
});
