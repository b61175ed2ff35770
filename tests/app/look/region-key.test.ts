import {describe, expect, it} from 'vitest';
import {
  AS_LOOK,
  isSameCover,
  type RegionCover,
  regionKey,
} from '../../../src/app/look/region-key.ts';

const key = regionKey('background');

const COVERS: [string | undefined, RegionCover][] = [
  [undefined, AS_LOOK],
  ['look:0.4', {by: 'look', alpha: 0.4}],
  ['style:mosaic', {by: 'style', id: 'mosaic'}],
  ['style:mosaic:0', {by: 'style', id: 'mosaic', alpha: 0}],
  ['frame', {by: 'frame'}],
  ['blur', {by: 'blur'}],
  ['none', {by: 'none'}],
  ['colour:00b140', {by: 'colour', colour: '#00b140'}],
];

describe('the cover of a region', () => {
  it.each(COVERS)('stands in the address as %s', (text, cover) => {
    expect(key.check(cover)).toBeUndefined();
    expect(key.address.write(cover)).toBe(text);
    if (text !== undefined)
      expect(key.address.read(text, undefined as never)).toEqual({value: cover});
  });

  it.each([
    null,
    {},
    'look',
    {by: 'gold'},
    {by: 'style'},
    {by: 'style', id: ''},
    {by: 'look', alpha: NaN},
    {by: 'look', alpha: 2},
    {by: 'look', alpha: -1},
    {by: 'look', alpha: '1'},
    {by: 'colour', colour: 'red'},
    {by: 'colour', colour: '#12345'},
  ])('is refused as %o', (value) => {
    expect(key.check(value)).toEqual({key: 'look.region'});
  });

  it.each([
    '',
    'gold',
    'style',
    'style:',
    'look:',
    'look:x',
    'look:7',
    'colour',
    'colour:red',
    'colour:1',
  ])('cannot be read from “%s”, which is told', (text) => {
    const problem = {key: 'address.region', values: {key: 'background', text}};
    expect(key.address.read(text, undefined as never)).toEqual({problems: [problem]});
  });

  it('is the same as one that says the same', () => {
    expect(isSameCover({by: 'style', id: 'a', alpha: 1}, {alpha: 1, id: 'a', by: 'style'})).toBe(
      true,
    );
    expect(isSameCover({by: 'style', id: 'a'}, {by: 'style', id: 'b'})).toBe(false);
    expect(isSameCover({by: 'look'}, {by: 'look', alpha: 1})).toBe(false);
  });
});
