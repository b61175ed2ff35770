import {expect, it} from 'vitest';
import {readPageOptions, withLook} from '../../../src/app/page/page-options.ts';

const NOTHING = {
  source: undefined,
  styles: undefined,
  alpha: undefined,
  model: undefined,
  size: undefined,
  clean: false,
  problems: [],
};

it.each(['', '?', '?other=1&utm_source=mail'])('asks for nothing with "%s"', (query) => {
  expect(readPageOptions(query)).toEqual(NOTHING);
});

it('reads every parameter', () => {
  const query = '?source=camera&style=mosaic&alpha=0.5&model=swift&size=256&clean=1';

  expect(readPageOptions(query)).toEqual({
    source: 'camera',
    styles: [{id: 'mosaic', weight: 1}],
    alpha: 0.5,
    model: 'swift',
    size: 256,
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
      styles: [
        {id: 'a', weight: 1},
        {id: 'b', weight: 3},
      ],
    },
  ],
  [
    '?style=a:0.25,b:0.75',
    {
      styles: [
        {id: 'a', weight: 0.25},
        {id: 'b', weight: 0.75},
      ],
    },
  ],
  ['?style=', {}],
  ['?alpha=0', {alpha: 0}],
  ['?alpha=1', {alpha: 1}],
  ['?size=auto', {size: 'auto'}],
  ['?size=250', {size: 256}],
  ['?size=1', {size: 32}],
  ['?size=99999', {size: 1440}],
  ['?clean=0', {}],
  ['?clean=yes', {}],
])('understands %s', (query, options) => {
  expect(readPageOptions(query)).toEqual({...NOTHING, ...options});
});

it.each([
  ['?alpha=7', {alpha: 1}, /alpha=7.*from 0 to 1.*1 is used/],
  ['?alpha=-1', {alpha: 0}, /0 is used/],
  ['?alpha=much', {}, /alpha=much.*no number/],
  ['?alpha=', {}, /no number/],
  ['?alpha=NaN', {}, /no number/],
  ['?alpha=Infinity', {alpha: 1}, /1 is used/],
  ['?size=big', {}, /size=big.*“auto” or a number of pixels/],
  ['?size=-5', {}, /size=-5/],
  ['?size=', {}, /“auto” or a number/],
  ['?style=a:lots', {}, /“a:lots”.*“name:weight”/],
  ['?style=a:-1', {}, /“a:-1”/],
  ['?style=a:0', {}, /“a:0”/],
  ['?style=a:Infinity', {}, /“a:Infinity”/],
  ['?style=:1,b', {styles: [{id: 'b', weight: 1}]}, /“:1”/],
])('leaves out what makes no sense in %s, and tells', (query, options, problem) => {
  const {problems, ...read} = readPageOptions(query);

  expect({...read, problems: []}).toEqual({...NOTHING, ...options});
  expect(problems).toHaveLength(1);
  expect(problems[0]).toMatch(problem);
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
  expect(withLook('', {styles, alpha}, 'auto')).toBe(query);
});

it('keeps the other parameters of the address', () => {
  const query = withLook(
    '?source=demo&style=old&clean=1',
    {
      styles: [{id: 'new', weight: 1}],
      alpha: 0.5,
    },
    'auto',
  );

  expect(readPageOptions(query)).toEqual({
    ...NOTHING,
    source: 'demo',
    styles: [{id: 'new', weight: 1}],
    alpha: 0.5,
    clean: true,
  });
});

it('reads the look that it wrote', () => {
  const look = {
    styles: [
      {id: 'own-1f', weight: 0.3},
      {id: 'a b&c=d', weight: 7},
    ],
    alpha: 0.125,
  };
  const {styles, alpha} = readPageOptions(withLook('', look, 'auto'));

  expect({styles, alpha}).toEqual(look);
});

it.each([
  ['?model=auto', 'auto', []],
  ['?model=', undefined, []],
  ['?model=nobody', undefined, ['There is no network called “nobody”.']],
])('takes %s as the network %s', (query, model, problems) => {
  expect(readPageOptions(query)).toMatchObject({model, problems});
});

it('writes a chosen network, and none where the machine decides', () => {
  const look = {styles: [{id: 'a', weight: 1}], alpha: 1};

  expect(withLook('', look, 'swift')).toBe('?style=a&alpha=1&model=swift');
  expect(withLook('?model=swift', look, 'auto')).toBe('?style=a&alpha=1');
});
