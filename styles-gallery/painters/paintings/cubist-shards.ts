import type {SKRSContext2D} from '@napi-rs/canvas';
import {type Color, css, fromHex, lighten, mixColors} from '../color.ts';
import {type ColorAt, keepColors} from '../color-at.ts';
import {blend, type Point} from '../curve.ts';
import {createField} from '../field.ts';
import {createLayer} from '../layer.ts';
import {createNoise, fractal} from '../noise.ts';
import {type Painting, SIZE} from '../painting.ts';
import {changePixels} from '../pixels.ts';
import {between, gaussian, pick, type Random} from '../random.ts';
import {lightRelief} from '../relief.ts';
import {BREAKS, type Facet, middleOf, shatter} from '../shatter.ts';
import {oval, pointsOf} from '../sketch-shapes.ts';
import {drawContours, sketchStillLife} from '../still-life.ts';

const EARTHS = [
  ...['#f0ae2c', '#c4762a', '#9a3418', '#46688f', '#2c4258', '#8e8c2a'],
  ...['#4a5a24', '#f4dea0', '#d6b878', '#cc4f24', '#241c1a'],
].map(fromHex);
const DARK = fromHex('#17120f');
const LIGHT = fromHex('#f8e9c0');
/** Distance between dabs of the brush, in pixels. */
const DAB_GAP = 3;

/** A still life broken into shaded facets, each seen from a little elsewhere. */
export const painting: Painting = {
  id: 'cubist-shards',
  title: 'Guitar and Bottle',
  note: 'A table top taken apart and put together from many sides at once, in ochre, slate, olive and brick.',
  seed: 1912,
  paint(context, random) {
    const sketch = createLayer();
    sketchStillLife(sketch);
    const colorAt = keepColors(sketch);
    const whole = pointsOf(-20, -20, 532, -20, 532, 532, -20, 532);
    const facets = shatter(random, whole);
    for (const facet of facets) paintFacet(context, random, facet, colorAt, 1);
    for (let index = 0; index < 30; index++) {
      paintFacet(context, random, createSliver(random), colorAt, between(random, 0.3, 0.8));
    }
    for (let index = 0; index < 44; index++) drawCharcoal(context, random, pick(random, facets));
    showCanvas(context, random);
  },
};

/** A long thin facet anywhere, to lie over the others. */
function createSliver(random: Random): Facet {
  const [x, y] = [between(random, 20, 492), between(random, 20, 492)];
  const angle = pick(random, BREAKS);
  const [length, width] = [between(random, 22, 80), between(random, 8, 34)];
  return pointsOf(-1, -0.6, 0.8, -1, 1, 0.7, -0.8, 1).map(([along, across]) => [
    x + along * length * Math.cos(angle) - across * width * Math.sin(angle),
    y + along * length * Math.sin(angle) + across * width * Math.cos(angle),
  ]);
}

/** Paints what a facet shows in short dabs, from light at one edge to dark at the other. */
function paintFacet(
  context: SKRSContext2D,
  random: Random,
  facet: Facet,
  colorAt: ColorAt,
  opacity: number,
): void {
  const middle = middleOf(facet);
  const reach = Math.max(...facet.map(([x, y]) => Math.hypot(x - middle[0], y - middle[1])));
  const [turn, zoom] = [gaussian(random, 0, 0.16), between(random, 0.8, 1.15)];
  const shift: Point = [gaussian(random, 0, 11), gaussian(random, 0, 11)];
  const [tint, tinted] = [pick(random, EARTHS), random() < 0.16 ? 0.75 : 0.1];
  const slope = pick(random, BREAKS) + (random() < 0.5 ? Math.PI : 0);
  const contrast = between(random, 50, 105);
  const seen = ([x, y]: Point): Color => {
    const [dx, dy] = [(x - middle[0]) * zoom, (y - middle[1]) * zoom];
    const there = colorAt(
      middle[0] + shift[0] + dx * Math.cos(turn) - dy * Math.sin(turn),
      middle[1] + shift[1] + dx * Math.sin(turn) + dy * Math.cos(turn),
    );
    const shade = ((x - middle[0]) * Math.cos(slope) + (y - middle[1]) * Math.sin(slope)) / reach;
    return lighten(mixColors(there, tint, tinted), contrast * (shade + 0.15));
  };

  context.save();
  clipTo(context, facet);
  const hand = slope + Math.PI / 2;
  for (let x = middle[0] - reach; x < middle[0] + reach; x += DAB_GAP) {
    for (let y = middle[1] - reach; y < middle[1] + reach; y += DAB_GAP) {
      const at: Point = [x + gaussian(random, 0, 1.5), y + gaussian(random, 0, 1.5)];
      const color = lighten(seen(at), gaussian(random, 0, 11));
      const length = between(random, 5, 11);
      setDab(context, at, hand + gaussian(random, 0, 0.2), length, css(color, opacity));
    }
  }
  context.save();
  context.translate(...middle);
  context.scale(1 / zoom, 1 / zoom);
  context.rotate(-turn);
  context.translate(-middle[0] - shift[0], -middle[1] - shift[1]);
  drawContours(context, css(random() < 0.8 ? DARK : LIGHT, 0.85 * opacity));
  context.restore();
  if (reach > 28 && random() < 0.3) combGrain(context, random, middle, reach, hand);
  context.restore();
  edgeFacet(context, facet, slope);
}

function setDab(
  context: SKRSContext2D,
  [x, y]: Point,
  angle: number,
  length: number,
  color: string,
): void {
  const [dx, dy] = [(Math.cos(angle) * length) / 2, (Math.sin(angle) * length) / 2];
  context.strokeStyle = color;
  context.lineWidth = 4.2;
  context.beginPath();
  context.moveTo(x - dx, y - dy);
  context.lineTo(x + dx, y + dy);
  context.stroke();
}

/** Grain drawn with a steel comb, or rows of dots: the painted paper of the trade. */
function combGrain(
  context: SKRSContext2D,
  random: Random,
  [x, y]: Point,
  reach: number,
  angle: number,
): void {
  const color = css(pick(random, [DARK, LIGHT, ...EARTHS]), 0.6);
  const gap = between(random, 4, 7);
  const dotted = random() < 0.4;
  const wave = between(random, 0, 4);
  context.strokeStyle = context.fillStyle = color;
  context.lineWidth = 1.3;
  for (let across = -reach; across < reach; across += gap) {
    context.beginPath();
    for (let along = -reach; along < reach; along += dotted ? gap : 3) {
      const off = across + (dotted ? 0 : wave * Math.sin(along / 9 + across / 14));
      const px = x + along * Math.cos(angle) - off * Math.sin(angle);
      const py = y + along * Math.sin(angle) + off * Math.cos(angle);
      if (dotted) oval(context, px, py, 1.5, 1.2, color);
      else context.lineTo(px, py);
    }
    if (!dotted) context.stroke();
  }
}

/** Darkens the edges that lie in shade and lights the others; some stay open. */
function edgeFacet(context: SKRSContext2D, facet: Facet, slope: number): void {
  for (const [index, from] of facet.entries()) {
    const to = facet[(index + 1) % facet.length] as Point;
    const facing = Math.cos(Math.atan2(to[1] - from[1], to[0] - from[0]) - Math.PI / 2 - slope);
    if (Math.abs(facing) < 0.25) continue;
    const [color, opacity] = facing < 0 ? [DARK, 0.85] : [LIGHT, 0.55];
    context.strokeStyle = css(color, opacity * Math.min(1, Math.abs(facing) + 0.2));
    context.lineWidth = facing < 0 ? 2 : 1.3;
    context.beginPath();
    context.moveTo(...from);
    context.lineTo(...to);
    context.stroke();
  }
}

/** A charcoal line that runs past a facet's edge, or an arc that remembers a round thing. */
function drawCharcoal(context: SKRSContext2D, random: Random, facet: Facet): void {
  const [from, to] = [facet[0] as Point, facet[1] as Point];
  context.strokeStyle = css(random() < 0.75 ? DARK : LIGHT, 0.8);
  context.lineWidth = between(random, 1, 2.6);
  context.beginPath();
  if (random() < 0.55) {
    context.moveTo(...blend(from, to, -0.5));
    context.lineTo(...blend(from, to, 1.5));
  } else {
    const start = between(random, 0, 2 * Math.PI);
    context.arc(
      ...middleOf(facet),
      between(random, 10, 42),
      start,
      start + between(random, 0.8, 2.6),
    );
  }
  context.stroke();
}

/** Coarse canvas under dry paint, lit from the side. */
function showCanvas(context: SKRSContext2D, random: Random): void {
  const noise = fractal(createNoise(random), 2);
  const colorAt = keepColors(context);
  const height = createField(SIZE, (x, y) => {
    const weave = Math.sin((x * Math.PI) / 1.9) * Math.sin((y * Math.PI) / 1.9);
    const [red, green, blue] = colorAt(x, y);
    return 0.35 * weave + 0.006 * (red + green + blue) + 0.5 * noise(x / 3, y / 3);
  });
  changePixels(context, (color, x, y) => {
    return lighten(color, 10 * noise(x / 2, y / 2) + 9 * noise(x / 70, y / 70));
  });
  lightRelief(context, height, 0.24, 0);
}

function clipTo(context: SKRSContext2D, facet: Facet): void {
  context.beginPath();
  for (const [x, y] of facet) context.lineTo(x, y);
  context.clip();
}
