import {describe, expect, it} from 'vitest';
import {
  type GivenStyle,
  isStyleFile,
  packStyle,
  unpackStyle,
} from '../../../src/app/styles/style-file.ts';

const STYLE: GivenStyle = {
  title: 'Bark — Rinde',
  picture: new Blob(['a picture'], {type: 'image/jpeg'}),
  learnt: [
    {network: 'abc', side: 512, recipe: 'toy', steps: 240, brush: brushOf(0.25, -3)},
    {network: 'abc', side: 256, recipe: 'toy', steps: 80, brush: brushOf(7, 8)},
  ],
};

it('comes out of its file as it went in', async () => {
  const file = packStyle(STYLE);
  const {picture, ...style} = await unpackStyle(file);

  expect(await isStyleFile(file)).toBe(true);
  expect(style).toEqual({title: STYLE.title, learnt: STYLE.learnt});
  expect(picture.type).toBe('image/jpeg');
  expect(await picture.text()).toBe('a picture');
});

it('needs nothing that was learnt', async () => {
  expect((await unpackStyle(packStyle({...STYLE, learnt: []}))).learnt).toEqual([]);
});

describe('what is no file of a style is told', () => {
  it('cut anywhere, or with more than belongs to it', async () => {
    const file = packStyle(STYLE);
    for (let bytes = 0; bytes < file.size; bytes++) {
      await expect(unpackStyle(file.slice(0, bytes))).rejects.toThrow();
    }
    await expect(unpackStyle(new Blob([file, 'x']))).rejects.toThrow();
  });

  it.each<[string, unknown]>([
    ['nothing', null],
    ['a list', []],
    ['no picture', {title: '', learnt: []}],
    ['a picture of no size', {title: '', picture: {type: ''}, learnt: []}],
    ['a picture of less than nothing', {title: '', picture: {type: '', bytes: -4}, learnt: []}],
    ['a picture larger than the file', {title: '', picture: {type: '', bytes: 1e12}, learnt: []}],
    ['nothing learnt', {title: '', picture: {type: '', bytes: 0}}],
    ['a brush of no shape', headWith({weights: [{name: 'bias'}]})],
    ['a brush of an endless shape', headWith({weights: [{name: 'bias', shape: [1e9, 1e9]}]})],
    ['a brush of half a number', headWith({weights: [{name: 'bias', shape: [0.5]}]})],
    ['no steps', headWith({steps: 0})],
    ['no network', headWith({network: 3})],
  ])('with a head of %s', async (_, head) => {
    await expect(unpackStyle(fileOf(JSON.stringify(head)))).rejects.toThrow();
  });

  it('with a head that is no JSON, or too long', async () => {
    await expect(unpackStyle(fileOf('{'))).rejects.toThrow();
    await expect(unpackStyle(fileOf(' '.repeat(1_000_001)))).rejects.toThrow();
  });

  it('with numbers that are none', async () => {
    const spoilt = {...STYLE, learnt: [{...STYLE.learnt[0]!, brush: brushOf(NaN, 1)}]};
    await expect(unpackStyle(packStyle(spoilt))).rejects.toThrow();
  });

  it('and a picture is none', async () => {
    expect(await isStyleFile(new Blob(['\xff\xd8\xff']))).toBe(false);
    expect(await isStyleFile(new Blob([]))).toBe(false);
  });
});

function brushOf(...values: number[]) {
  return new Map([['decoder/out/bias', {shape: [2], values: Float32Array.from(values)}]]);
}

function headWith(change: object) {
  const learnt = {network: 'abc', side: 512, steps: 1, weights: [], ...change};
  return {title: '', picture: {type: '', bytes: 0}, learnt: [learnt]};
}

function fileOf(head: string): Blob {
  return new Blob(['PASTICHE STYLE 1\n', Uint32Array.of(head.length), head]);
}
