import {expect, it} from 'vitest';
import {between} from '../../../src/app/look/between.ts';
import type {Colour, Paint} from '../../../src/gpu/painter.ts';
import {codeOfColor, fakeNetwork} from '../fake-engine.ts';
import {USUAL} from '../usual-look.ts';

const NETWORK = fakeNetwork();

function paintOf(red: number, alpha: number, change: Partial<Paint> = {}): Paint {
  return {network: NETWORK, layers: [{code: codeOfColor(red, 0, 0), alpha}], ...USUAL, ...change};
}

const redOf = ({layers}: Paint) => layers[0]!.code.statistics['f4']!.mean[0]!;

it('mixes styles and strength', () => {
  const [one, other] = [paintOf(200, 1), paintOf(100, 0.5)];

  expect(redOf(between(one, other, 0.25))).toBeCloseTo(175);
  expect(between(one, other, 0.25).layers[0]!.alpha).toBeCloseTo(0.875);
});

it('is one of them at its ends', () => {
  const [one, other] = [paintOf(200, 1), paintOf(100, 0.5)];

  expect(between(one, other, 0)).toEqual(one);
  expect(between(one, other, 1)).toEqual(other);
});

it.each<[Colour, Colour, Colour]>([
  [
    {by: 'luminance', share: 0},
    {by: 'palette', share: 1},
    {by: 'palette', share: 0.25},
  ],
  [
    {by: 'palette', share: 1},
    {by: 'luminance', share: 0},
    {by: 'palette', share: 0.75},
  ],
  [
    {by: 'palette', share: 1},
    {by: 'palette', share: 0.2},
    {by: 'palette', share: 0.8},
  ],
  [
    {by: 'palette', share: 1},
    {by: 'luminance', share: 1},
    {by: 'palette', share: 1},
  ],
])('goes from %j a quarter of the way to %j', (from, to, wanted) => {
  const {colour} = between(paintOf(1, 1, {colour: from}), paintOf(1, 1, {colour: to}), 0.25);

  expect(colour.by).toBe(wanted.by);
  expect(colour.share).toBeCloseTo(wanted.share);
});

it('switches in the middle what cannot be mixed', () => {
  const one = paintOf(200, 1, {calm: 'off'});
  const other = paintOf(100, 1, {calm: 'strong', network: {...fakeNetwork(), name: 'other'}});

  expect(between(one, other, 0.49)).toBe(one);
  expect(between(one, other, 0.5)).toBe(other);
  expect(between(one, {...other, network: one.network}, 0.4).calm).toBe('off');
});
