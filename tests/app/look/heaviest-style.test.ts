import {expect, it} from 'vitest';
import {heaviestStyle} from '../../../src/app/look/heaviest-style.ts';

it.each<[string, Record<string, number>, string]>([
  ['the only one', {neon: 1}, 'neon'],
  ['the one with the largest weight, wherever it stands', {neon: 1, batik: 3, ink: 2}, 'batik'],
  ['the first of equals', {neon: 2, batik: 2}, 'neon'],
  ['none where there is none', {}, ''],
])('is %s: %j', (_, weights, id) => {
  const styles = Object.entries(weights).map(([name, weight]) => ({id: name, weight}));

  expect(heaviestStyle({styles})).toBe(id);
});
