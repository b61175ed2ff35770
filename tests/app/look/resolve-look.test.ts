import {describe, expect, it} from 'vitest';
import {firstLook, type Look} from '../../../src/app/look/look-table.ts';
import {recallLook, resolveLook, stylesOfLook} from '../../../src/app/look/resolve-look.ts';
import type {StyleAnalyst} from '../../../src/app/styles/style-analyst.ts';
import type {LoadedNetwork} from '../../../src/network/load-network.ts';
import {catalogue} from '../fake-catalogue.ts';

const network = {name: 'toy'} as LoadedNetwork;
const codes = new Map(['one', 'two', 'three'].map((id) => [id, {statistics: {}, id}]));
const analyst = {network, recall: (id: string) => codes.get(id)} as unknown as StyleAnalyst;

const MASK = 'data:image/png;base64,AAAA';
const PICTURE = {picture: {} as ImageData, version: 1};
const MASKS = {
  recall: (mask: string) => (mask === MASK ? PICTURE : undefined),
  read: () => Promise.resolve(PICTURE),
};

function paintOf(change: Partial<Look>) {
  const look = {...firstLook(catalogue), styles: [{id: 'one', weight: 1}], ...change};
  return recallLook(look, analyst, MASKS)!;
}

const idsOf = ({layers}: ReturnType<typeof paintOf>) =>
  layers.map(({code, alpha}) => [(code as unknown as {id: string}).id, alpha]);

describe('a look with regions', () => {
  it('is one layer and no regions where all is painted alike', () => {
    const paint = paintOf({});
    expect(idsOf(paint)).toEqual([['one', 1]]);
    expect(paint.regions).toBeUndefined();
    expect(paintOf({person: {by: 'look', alpha: 1}}).regions).toBeUndefined();
    expect(paintOf({person: {by: 'style', id: 'one'}}).regions).toBeUndefined();
  });

  it('has what is behind as its first layer, and persons as its second', () => {
    const paint = paintOf({person: {by: 'style', id: 'two', alpha: 0.5}, alpha: 0.8});
    expect(idsOf(paint)).toEqual([
      ['one', 0.8],
      ['two', 0.5],
    ]);
    expect(paint.regions).toMatchObject({
      background: {by: 'paint', layer: 0},
      over: [{where: 'person', cover: {by: 'paint', layer: 1}}],
    });
  });

  it('paints faces weaker by the same code', () => {
    const paint = paintOf({person: {by: 'look', alpha: 0.4}});
    expect(idsOf(paint)).toEqual([
      ['one', 1],
      ['one', 0.4],
    ]);
    expect(paint.layers[0]?.code).toBe(paint.layers[1]?.code);
  });

  it('paints only what is painted', () => {
    const paint = paintOf({person: {by: 'frame'}, background: {by: 'colour', colour: '#ff8000'}});
    expect(paint.layers).toEqual([]);
    expect(paint.regions).toMatchObject({
      background: {by: 'colour', rgb: [1, 128 / 255, 0]},
      over: [{where: 'person', cover: {by: 'frame'}}],
    });
  });

  it('lays what is painted by hand over all, once its mask is at hand', async () => {
    const painted = {mask: MASK, red: {by: 'style', id: 'three'}, green: {by: 'frame'}} as const;
    const paint = paintOf({painted, person: {by: 'blur'}});
    expect(idsOf(paint)).toEqual([
      ['one', 1],
      ['three', 1],
    ]);
    expect(paint.regions).toMatchObject({
      background: {by: 'paint', layer: 0},
      over: [
        {where: 'person', cover: {by: 'blur'}},
        {where: 'red', cover: {by: 'paint', layer: 1}},
        {where: 'green', cover: {by: 'frame'}},
      ],
      mask: PICTURE,
    });
    const other = {...painted, mask: `${MASK}B`};
    expect(paintOf({painted: other})).toBeUndefined();
    const look = {...firstLook(catalogue), styles: [{id: 'one', weight: 1}], painted: other};
    expect((await resolveLook(look, analyst, MASKS, () => {})).regions?.mask).toBe(PICTURE);
    expect(paintOf({painted: {...painted, mask: ''}}).regions).toBeUndefined();
  });

  it('wants all of its styles, each once', () => {
    const change = {
      person: {by: 'style', id: 'two'},
      background: {by: 'style', id: 'one'},
    } as const;
    const look = {...firstLook(catalogue), styles: [{id: 'one', weight: 1}], ...change};
    expect(stylesOfLook(look)).toEqual(['one', 'two']);
    expect(
      recallLook({...look, person: {by: 'style', id: 'unknown'}}, analyst, MASKS),
    ).toBeUndefined();
  });
});
