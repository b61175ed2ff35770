import {expect, it} from 'vitest';
import {between} from '../../../src/app/look/between.ts';
import type {Colour, Cover, Paint, Region, Regions} from '../../../src/gpu/painter.ts';
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

const EDGE = {threshold: 0.5, feather: 0.25};
const MASK = {picture: {} as ImageData, version: 1};
const layer = (place: number): Cover => ({by: 'paint', layer: place});

/** A paint whose layers have these reds, and whose regions are covered so. */
function dividedOf(
  reds: readonly number[],
  covers: Partial<Record<Region['where'], Cover>> & {background: Cover},
  change: Partial<Regions> = {},
): Paint {
  const {background, ...others} = covers;
  const over = Object.entries(others).map(([where, cover]) => ({where, cover}) as Region);
  const layers = reds.map((red) => ({code: codeOfColor(red, 0, 0), alpha: 1}));
  return {...paintOf(0, 1), layers, regions: {background, over, edge: EDGE, ...change}};
}

/** What covers the regions of a paint: red of the style, or the cover. */
function coversOf({layers, regions}: Paint): Record<string, unknown> {
  const all = [{where: 'background', cover: regions!.background}, ...regions!.over];
  return Object.fromEntries(
    all.map(({where, cover}) => {
      if (cover.by !== 'paint') return [where, cover];
      return [where, Math.round(layers[cover.layer]!.code.statistics['f4']!.mean[0]!)];
    }),
  );
}

it('mixes what the same regions are covered with', () => {
  const one = dividedOf([200, 100], {background: layer(0), person: layer(1)});
  const other = dividedOf([40, 60], {background: layer(1), person: layer(0)});

  expect(coversOf(between(one, other, 0.25))).toEqual({background: 165, person: 85});
});

it('mixes all of a picture with its regions, in both directions', () => {
  const [whole, kept] = [
    paintOf(200, 1),
    dividedOf([200, 100], {background: layer(0), person: layer(1)}),
  ];

  expect(coversOf(between(whole, kept, 0.25))).toEqual({background: 200, person: 175});
  expect(coversOf(between(kept, whole, 0.75))).toEqual({background: 200, person: 175});
});

it('mixes one part of the picture while another switches in the middle', () => {
  const one = dividedOf([200], {background: {by: 'frame'}, person: layer(0)});
  const other = dividedOf([100, 60], {background: layer(1), person: layer(0)});

  expect(coversOf(between(one, other, 0.4))).toEqual({background: {by: 'frame'}, person: 160});
  expect(coversOf(between(one, other, 0.5))).toEqual({background: 60, person: 150});
});

it('mixes colours and edges', () => {
  const one = dividedOf([200], {background: {by: 'colour', rgb: [0, 1, 0]}, person: layer(0)});
  const other = dividedOf(
    [200],
    {background: {by: 'colour', rgb: [1, 0, 0]}, person: layer(0)},
    {edge: {threshold: 0.9, feather: 0.05}},
  );
  const {background, edge} = between(one, other, 0.75).regions!;

  expect(background).toEqual({by: 'colour', rgb: [0.75, 0.25, 0]});
  expect(edge.threshold).toBeCloseTo(0.8);
  expect(edge.feather).toBeCloseTo(0.1);
});

it('paints with a layer for each two that are mixed, and not more', () => {
  const one = dividedOf([200, 100], {background: layer(0), red: layer(1), green: layer(1)});
  const other = dividedOf([40, 60], {background: layer(0), red: layer(1), green: layer(1)});

  expect(between(one, other, 0.5).layers).toHaveLength(2);
});

it('goes on with a painted mask as far as that is right', () => {
  const painted = dividedOf([100], {background: layer(0), red: {by: 'none'}}, {mask: MASK});
  const cut = dividedOf([100, 50], {background: layer(0), person: layer(1)});

  expect(between(paintOf(200, 1), painted, 0.25).regions?.mask).toBe(MASK);
  // What is to be cut out goes on as it was until the middle.
  expect(coversOf(between(paintOf(200, 1), painted, 0.25))).toEqual({background: 175, red: 200});
  expect(between(cut, painted, 0.25).regions?.mask).toBeUndefined();
  expect(between(cut, painted, 0.75).regions?.mask).toBe(MASK);
});

it('has no step that is larger than its share, of two in the same regions', () => {
  const one = dividedOf([200, 0], {background: layer(0), person: layer(1)});
  const other = dividedOf([0, 200], {background: layer(0), person: layer(1)});
  let before = coversOf(between(one, other, 0));
  for (let share = 0.01; share < 1; share += 0.01) {
    const now = coversOf(between(one, other, share));
    for (const [where, red] of Object.entries(now)) {
      expect(Math.abs(Number(red) - Number(before[where]))).toBeLessThanOrEqual(3);
    }
    before = now;
  }
});
