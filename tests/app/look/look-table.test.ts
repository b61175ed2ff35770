import {expect, it} from 'vitest';
import {checkLook, firstLook, type Look} from '../../../src/app/look/look-table.ts';
import {sentence} from '../../../src/words/say.ts';
import {catalogue} from '../fake-catalogue.ts';
import {USUAL_LOOK} from '../usual-look.ts';

const LOOK: Look = {styles: [{id: 'mosaic', weight: 1}], alpha: 0.5, stroke: 'fine', ...USUAL_LOOK};

it('starts with the first style of the catalogue in full and broad strokes', () => {
  expect(firstLook(catalogue)).toEqual({
    styles: [{id: 'mosaic', weight: 1}],
    alpha: 1,
    stroke: 'broad',
    ...USUAL_LOOK,
  });
});

it('finds nothing wrong with a look that can be painted', () => {
  expect(checkLook(LOOK)).toBeUndefined();
  expect(checkLook(firstLook(catalogue))).toBeUndefined();
});

it.each<[Record<string, unknown>, RegExp]>([
  [{styles: []}, /at least one style/],
  [{styles: 'mosaic'}, /at least one style/],
  [{styles: null}, /at least one style/],
  [{styles: [{id: '', weight: 1}]}, /at least one style/],
  [{styles: ['mosaic']}, /weights above 0/],
  [{styles: [{id: 'mosaic'}]}, /weights above 0/],
  [{styles: [{id: 'mosaic', weight: '1'}]}, /weights above 0/],
  [{styles: [{id: 'mosaic', weight: -1}]}, /weights above 0/],
  [{styles: [{id: 'mosaic', weight: Infinity}]}, /weights above 0/],
  [{alpha: 1.6}, /from 0 to 1.5, but it is 1.6/],
  [{alpha: '0.5'}, /from 0 to 1/],
  [{alpha: undefined}, /but it is undefined/],
  [{stroke: 'huge'}, /fine, medium or broad, but not “huge”/],
  [{stroke: undefined}, /not “undefined”/],
  // What every object has is no stroke.
  [{stroke: 'toString'}, /not “toString”/],
])('says what is wrong with %o', (change, problem) => {
  expect(sentence(checkLook({...LOOK, ...change} as Look)!)).toMatch(problem);
});
