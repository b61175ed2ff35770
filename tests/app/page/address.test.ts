import {expect, it} from 'vitest';
import type {Look} from '../../../src/app/look/look-table.ts';
import {type Asked, readAddress, writeAddress} from '../../../src/app/page/address.ts';
import {sentence} from '../../../src/words/say.ts';
import {catalogue} from '../fake-catalogue.ts';
import {USUAL_LOOK} from '../usual-look.ts';

const NOTHING: Asked = {
  source: undefined,
  look: {},
  settings: {},
  clean: false,
  autopilot: undefined,
  problems: [],
};

it.each(['', '?', '?other=1&utm_source=mail'])('asks for nothing with "%s"', (query) => {
  expect(read(query)).toEqual(NOTHING);
});

it('reads every parameter', () => {
  const query = '?source=camera&style=mosaic&alpha=0.5&model=swift&size=256&clean=1';

  expect(read(query)).toEqual({
    source: 'camera',
    look: {styles: [{id: 'mosaic', weight: 1}], alpha: 0.5},
    settings: {model: 'swift', size: 256},
    clean: true,
    problems: [],
  });
});

it.each([
  ['?source=demo', {source: 'demo'}],
  ['?source=https%3A%2F%2Fexample.org%2Fa.mp4%3Fb%3D1', {source: 'https://example.org/a.mp4?b=1'}],
  [
    '?style=a,b:3',
    {
      look: {
        styles: [
          {id: 'a', weight: 1},
          {id: 'b', weight: 3},
        ],
      },
    },
  ],
  [
    '?style=a:0.25,b:0.75',
    {
      look: {
        styles: [
          {id: 'a', weight: 0.25},
          {id: 'b', weight: 0.75},
        ],
      },
    },
  ],
  ['?style=', {}],
  ['?autopilot=20', {autopilot: 20}],
  ['?autopilot=0', {}],
  ['?autopilot=soon', {}],
  ['?alpha=0', {look: {alpha: 0}}],
  ['?alpha=1', {look: {alpha: 1}}],
  ['?size=auto', {settings: {size: 'auto'}}],
  ['?size=250', {settings: {size: 256}}],
  ['?size=1', {settings: {size: 32}}],
  ['?size=99999', {settings: {size: 1440}}],
  ['?clean=0', {}],
  ['?clean=yes', {}],
])('understands %s', (query, options) => {
  expect(read(query)).toEqual({...NOTHING, ...options});
});

it.each([
  ['?alpha=7', {look: {alpha: 1.5}}, /alpha=7.*from 0 to 1.5.*1.5 is used/],
  ['?alpha=-1', {look: {alpha: 0}}, /0 is used/],
  ['?alpha=much', {}, /alpha=much.*no number/],
  ['?alpha=', {}, /no number/],
  ['?alpha=NaN', {}, /no number/],
  ['?alpha=Infinity', {look: {alpha: 1.5}}, /1.5 is used/],
  ['?size=big', {}, /size=big.*“auto” or a number of pixels/],
  ['?size=-5', {}, /size=-5/],
  ['?size=', {}, /“auto” or a number/],
  ['?style=a:lots', {}, /“a:lots”.*“name:weight”/],
  ['?style=a:-1', {}, /“a:-1”/],
  ['?style=a:0', {}, /“a:0”/],
  ['?style=a:Infinity', {}, /“a:Infinity”/],
  ['?style=:1,b', {look: {styles: [{id: 'b', weight: 1}]}}, /“:1”/],
])('leaves out what makes no sense in %s, and tells', (query, options, problem) => {
  const {problems, ...understood} = read(query);

  expect({...understood, problems: []}).toEqual({...NOTHING, ...options});
  expect(problems).toHaveLength(1);
  expect(sentence(problems[0]!)).toMatch(problem);
});

it.each([
  [[{id: 'mosaic', weight: 1}], 1, '?style=mosaic&alpha=1'],
  [[{id: 'mosaic', weight: 5}], 0.25, '?style=mosaic&alpha=0.25'],
  [
    [
      {id: 'a', weight: 1},
      {id: 'b', weight: 2},
    ],
    0,
    '?style=a:1,b:2&alpha=0',
  ],
])('writes the look %j at %f as %s', (styles, alpha, query) => {
  expect(writeAddress('', {styles, alpha, stroke: 'broad', ...USUAL_LOOK}, {model: 'auto'})).toBe(
    query,
  );
});

it('keeps the other parameters of the address', () => {
  const look: Look = {styles: [{id: 'new', weight: 1}], alpha: 0.5, stroke: 'broad', ...USUAL_LOOK};
  const query = writeAddress('?source=demo&style=old&clean=1', look, {model: 'auto'});

  const {styles, alpha} = look;
  expect(read(query)).toEqual({...NOTHING, source: 'demo', look: {styles, alpha}, clean: true});
});

it('reads the look that it wrote', () => {
  const look: Look = {
    styles: [
      {id: 'own-1f', weight: 0.3},
      {id: 'a b&c=d', weight: 7},
    ],
    alpha: 0.125,
    stroke: 'fine',
    colour: {by: 'palette', share: 0.5},
    calm: 'strong',
    person: {by: 'style', id: 'own-1f', alpha: 0.4},
    background: {by: 'colour', colour: '#00b140'},
    edge: {threshold: 0.4, feather: 0.1},
    painted: USUAL_LOOK.painted,
  };

  const {painted, ...inAddress} = look;
  expect(painted.mask).toBe('');
  expect(read(writeAddress('', look, {model: 'auto'})).look).toEqual(inAddress);
});

it.each([
  ['?model=auto', 'auto', []],
  ['?model=', undefined, []],
  ['?model=nobody', undefined, ['There is no network called “nobody”.']],
])('takes %s as the network %s', (query, model, problems) => {
  const asked = read(query);

  expect(asked.settings.model).toBe(model);
  expect(asked.problems.map(sentence)).toEqual(problems);
});

it('takes no network that wants an encoder, and says how to get one', () => {
  const {settings, problems} = read('?model=vgg19');

  expect(settings).toEqual({});
  expect(problems.map(sentence)).toEqual([expect.stringMatching(/vgg19 wants an encoder/)]);
});

it('writes a chosen network, and none where the machine decides', () => {
  const look: Look = {styles: [{id: 'a', weight: 1}], alpha: 1, stroke: 'broad', ...USUAL_LOOK};

  expect(writeAddress('', look, {model: 'swift'})).toBe('?style=a&alpha=1&model=swift');
  expect(writeAddress('?model=swift', look, {model: 'auto'})).toBe('?style=a&alpha=1');
});

it('passes no size on with the look', () => {
  const look: Look = {styles: [{id: 'a', weight: 1}], alpha: 1, stroke: 'broad', ...USUAL_LOOK};

  expect(writeAddress('?size=64', look, {model: 'auto'})).toBe('?size=64&style=a&alpha=1');
});

it('understands what cannot be decoded as well as it can, and tells', () => {
  const {look, problems} = read('?alpha=80%&style=%E0%A4%A');

  expect(look.alpha).toBeUndefined();
  expect(look.styles).toHaveLength(1);
  expect(problems.map(sentence)).toEqual([expect.stringMatching(/alpha=80%.*no number/)]);
});

function read(query: string): Asked {
  return readAddress(query, catalogue);
}
