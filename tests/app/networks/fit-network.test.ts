import {expect, it} from 'vitest';
import {fitNetwork} from '../../../src/app/networks/fit-network.ts';

/** Costs as those of the family: the time follows them. */
const FAMILY = [
  {name: 'lite', cost: 1},
  {name: 'middle', cost: 4},
  {name: 'fine', cost: 12},
];
const AT_60 = 1000 / 60;

it.each<[string, Record<string, number>, number, object]>([
  ['stays where the next would not keep up', {middle: 8}, AT_60, {use: 'middle'}],
  ['measures the next where it might', {middle: 2}, AT_60, {measure: 'fine'}],
  ['takes the finest that was measured to', {middle: 2, fine: 9}, AT_60, {use: 'fine'}],
  [
    'believes what is measured, not what it reckoned',
    {middle: 2, fine: 20},
    AT_60,
    {use: 'middle'},
  ],
  ['leaves the page some time', {middle: 2, fine: 16}, AT_60, {use: 'middle'}],
  ['goes down for the display’s rate', {middle: 20}, AT_60, {measure: 'lite'}],
  ['gives up that rate where none has it', {middle: 30, lite: 20}, AT_60, {use: 'middle'}],
  ['wants less of a slower source', {middle: 20}, 1000 / 30, {use: 'middle'}],
  ['takes the smallest where all are slow', {middle: 900}, AT_60, {use: 'lite'}],
  ['goes up from the smallest', {lite: 1}, AT_60, {measure: 'fine'}],
  ['reckons from what costs about as much', {lite: 1, fine: 15}, AT_60, {measure: 'middle'}],
])('%s: %j', (_, times, intervalMs, expected) => {
  expect(fitNetwork(FAMILY, new Map(Object.entries(times)), intervalMs)).toEqual(expected);
});

it('has measured each network once at most when it settles', () => {
  for (const slow of [0.01, 0.3, 1, 3, 30]) {
    const measured = new Map([['middle', 4 * slow]]);
    let next = fitNetwork(FAMILY, measured, AT_60);
    while ('measure' in next) {
      expect(measured.has(next.measure)).toBe(false);
      measured.set(next.measure, 10 * slow);
      next = fitNetwork(FAMILY, measured, AT_60);
    }
    expect(FAMILY.map(({name}) => name)).toContain(next.use);
  }
});

it('needs a network to choose', () => {
  expect(() => fitNetwork([], new Map(), AT_60)).toThrow('there is none');
});
