import {expect, it} from 'vitest';
import {strokeKey} from '../../../src/app/look/stroke-key.ts';
import {strokes} from '../../../src/app/styles/stroke.ts';
import {sentence} from '../../../src/words/say.ts';
import {catalogue} from '../fake-catalogue.ts';

it('reads what it has written', () => {
  const {key, read, write} = strokeKey.address;

  expect(key).toBe('stroke');
  expect(strokes).toEqual(['fine', 'medium', 'broad']);
  for (const stroke of strokes) {
    const text = write(stroke);
    const value = text === undefined ? strokeKey.first(catalogue) : read(text, undefined).value;
    expect(value).toBe(stroke);
  }
});

it.each(['', 'Broad', '512', 'constructor'])(
  'leaves “%s” out of an address, and says so',
  (text) => {
    const {value, problems} = strokeKey.address.read(text, undefined);

    expect(value).toBeUndefined();
    expect(problems!.map(sentence)).toEqual([
      `The address has stroke=${text}; it is “fine”, “medium” or “broad”.`,
    ]);
  },
);
