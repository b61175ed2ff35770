import {expect, it} from 'vitest';
import {colourKey, STYLE_COLOURS} from '../../../src/app/look/colour-key.ts';
import {sentence} from '../../../src/words/say.ts';
import {catalogue} from '../fake-catalogue.ts';

const {read, write} = colourKey.address;

it.each([
  ['luminance', {by: 'luminance', share: 1}],
  ['palette', {by: 'palette', share: 1}],
  ['palette:0.25', {by: 'palette', share: 0.25}],
] as const)('reads %s, and writes it so', (text, colour) => {
  expect(read(text, undefined)).toEqual({value: colour});
  expect(write(colour)).toBe(text);
});

it('says nothing of the colours of the style, which are usual', () => {
  expect(colourKey.first(catalogue)).toBe(STYLE_COLOURS);
  expect(write(STYLE_COLOURS)).toBeUndefined();
});

it.each(['', 'sepia', 'palette:', 'palette:2', 'luminance:-1', 'luminance:much'])(
  'leaves “%s” out of an address, and says so',
  (text) => {
    const {value, problems} = read(text, undefined);

    expect(value).toBeUndefined();
    expect(problems!.map(sentence)).toEqual([expect.stringContaining(`colour=${text};`)]);
  },
);

it.each([undefined, 'palette', {}, {by: 'hue', share: 1}, {by: 'palette', share: NaN}])(
  'takes no colours for %j',
  (value) => {
    expect(colourKey.check(value)).toEqual({key: 'look.colour'});
  },
);
