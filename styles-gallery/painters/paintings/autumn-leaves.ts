import {type Color, fromHex, lighten, mixColors} from '../color.ts';
import type {Point} from '../curve.ts';
import {createLayer} from '../layer.ts';
import {BEECH, type LeafShape, MAPLE, nearestRib, OAK} from '../leaf-shapes.ts';
import {type Painting, SIZE} from '../painting.ts';
import {ramp} from '../ramp.ts';
import {between, gaussian, pick, type Random} from '../random.ts';
import {createThickPaint, type ThickPaint} from '../thick-paint.ts';

const SHAPES = [MAPLE, MAPLE, OAK, BEECH];
/** The colours of a leaf from its heart to its rim. */
const AMBER = ['#ffd23f', '#ff8a1c', '#c22a1a'].map(fromHex);
const SCARLET = ['#ff9a2e', '#e0301e', '#7d0f2b'].map(fromHex);
const LEMON = ['#f7e07a', '#f0ab1f', '#a85a12'].map(fromHex);
const CRIMSON = ['#e8482a', '#b3122e', '#5a0b2e'].map(fromHex);
const OLIVE = ['#cfc04a', '#d98a22', '#8a2f16'].map(fromHex);
const COPPER = ['#ffb347', '#d9541e', '#8c2413'].map(fromHex);
const LIVERIES = [AMBER, SCARLET, LEMON, CRIMSON, OLIVE, COPPER];
const GAPS = ['#160d18', '#241018', '#0f1a1c', '#2c1712'].map(fromHex);
const GLOW = fromHex('#fff0a8');

/** A leaf on the ground; `size` is half its length, `turn` 0 has its tip up. */
type Leaf = {
  x: number;
  y: number;
  size: number;
  turn: number;
  shape: LeafShape;
  livery: readonly Color[];
  /** How much lighter than its livery, in units of 0…255. */
  light: number;
};

/** The leaves that lie on top. */
const HEROES: Leaf[] = [
  {x: 404, y: 118, size: 86, turn: 0.9, shape: OAK, livery: LEMON, light: 8},
  {x: 96, y: 420, size: 92, turn: -0.7, shape: BEECH, livery: AMBER, light: 10},
  {x: 430, y: 408, size: 84, turn: 2.2, shape: MAPLE, livery: SCARLET, light: -8},
  {x: 232, y: 236, size: 150, turn: 0.35, shape: MAPLE, livery: CRIMSON, light: 14},
];

/** A forest floor in October: leaf over leaf over darkness. */
export const painting: Painting = {
  id: 'autumn-leaves',
  title: 'October Floor',
  note: 'Fallen leaves heaped in thick oil, every blade modelled along its ribs, with darkness left open between them.',
  seed: 23,
  paint(context, random) {
    const paint = createThickPaint(random, GAPS[0]!);
    paintGround(paint, random);
    for (const [spacing, size] of [
      [58, 36],
      [66, 47],
      [88, 60],
    ] as const) {
      for (const [x, y] of scatter(random, spacing)) {
        const [turn, light] = [between(random, -Math.PI, Math.PI), size - 62];
        const [shape, livery] = [pick(random, SHAPES), pick(random, LIVERIES)];
        paintLeaf(paint, random, {x, y, size, turn, shape, livery, light});
      }
    }
    for (const leaf of HEROES) paintLeaf(paint, random, leaf);
    paint.show(context, 0.9, 110);
  },
};

/** Points about `spacing` apart over the whole square, in no order. */
function scatter(random: Random, spacing: number): Point[] {
  const points: {place: Point; rank: number}[] = [];
  const stray = (value: number) => gaussian(random, value, spacing * 0.3);
  for (let y = 0; y < SIZE + spacing; y += spacing) {
    for (let x = 0; x < SIZE + spacing; x += spacing) {
      points.push({place: [stray(x), stray(y)], rank: random()});
    }
  }
  return points.sort((a, b) => a.rank - b.rank).map(({place}) => place);
}

function paintGround(paint: ThickPaint, random: Random): void {
  for (let index = 0; index < 900; index++) {
    const [x, y] = [between(random, 0, SIZE), between(random, 0, SIZE)];
    const color = lighten(pick(random, GAPS), between(random, 0, 14));
    const shape = {angle: between(random, 0, 3), length: 34, width: 9};
    paint.brush({x, y, ...shape, color, streak: lighten(color, 25)});
  }
}

function paintLeaf(paint: ThickPaint, random: Random, leaf: Leaf): void {
  const {x, y, size, turn, shape, livery} = leaf;
  const slim = between(random, 0.75, 1.05);
  const [cos, sin] = [Math.cos(turn), Math.sin(turn)];
  const place = ([across, down]: Point): Point => {
    const [u, v] = [across * size * slim, down * size];
    return [x + u * cos - v * sin, y + u * sin + v * cos];
  };
  const anywhere = () => place([between(random, -1, 1), between(random, -1, 0.7)]);
  const within = insideOf(shape.edge.map(place));
  const ribs = shape.ribs.map(([from, to]) => [place(from), place(to)] as const);
  const light = leaf.light + 0.06 * (300 - x - 0.6 * y) + gaussian(random, 0, 8);

  paintShadow(paint, random, leaf, anywhere, within);
  const strokes = 80 + size * 5;
  for (let index = 0; index < strokes; index++) {
    const under = index < strokes / 3;
    const at = anywhere();
    const {distance, side, angle} = nearestRib(ribs, at);
    const depth = (distance / size) * 3.4 + gaussian(random, under ? 0.3 : 0, 0.16);
    const facing = 26 * side * Math.cos(angle + 0.8);
    paint.brush({
      x: at[0],
      y: at[1],
      angle: angle + side * 0.62,
      length: size * between(random, 0.22, 0.42) + 6,
      width: (under ? 8 : 4) + size * 0.06,
      color: lighten(ramp(livery, depth), light + facing + gaussian(random, 0, 12)),
      streak: lighten(pick(random, livery), light),
      bend: -side * 2,
      body: under ? 0.3 : 0.75,
      within,
    });
  }
  const ribColor = lighten(mixColors(livery[0]!, GLOW, 0.5), light);
  for (const [from, to] of ribs) paintRib(paint, from, to, ribColor);
  paintRib(paint, place([0, 0.3]), place([0.12, 1.05]), lighten(livery[2]!, 30));
}

/** Darkness to the lower right, where the light does not come under the leaf. */
function paintShadow(
  paint: ThickPaint,
  random: Random,
  {size, turn}: Leaf,
  anywhere: () => Point,
  within: (x: number, y: number) => boolean,
): void {
  const shift = 3 + size * 0.07;
  for (let index = 0; index < size * 1.2; index++) {
    const [x, y] = anywhere();
    paint.brush({
      x: x + shift,
      y: y + shift,
      angle: turn,
      length: size * 0.6,
      width: size * 0.25,
      color: pick(random, GAPS),
      body: 0.1,
      within: (px, py) => within(px - shift, py - shift),
    });
  }
}

function paintRib(paint: ThickPaint, from: Point, to: Point, color: Color): void {
  const [dx, dy] = [to[0] - from[0], to[1] - from[1]];
  const length = Math.hypot(dx, dy);
  paint.brush({
    x: (from[0] + to[0]) / 2,
    y: (from[1] + to[1]) / 2,
    angle: Math.atan2(dy, dx),
    length,
    width: 2.4 + length * 0.012,
    color,
    bend: length * 0.02,
    body: 1,
  });
}

/** Whether a point lies inside the closed line through `points`, its corners rounded off. */
function insideOf(points: readonly Point[]): (x: number, y: number) => boolean {
  const layer = createLayer();
  points.forEach((corner, index) => {
    const toward = ([x, y]: Point): Point => [
      corner[0] + 0.25 * (x - corner[0]),
      corner[1] + 0.25 * (y - corner[1]),
    ];
    layer.lineTo(...toward(points.at(index - 1)!));
    layer.quadraticCurveTo(...corner, ...toward(points[(index + 1) % points.length]!));
  });
  layer.fill();
  const {data} = layer.getImageData(0, 0, SIZE, SIZE);
  return (x, y) => data[4 * (Math.floor(y) * SIZE + Math.floor(x)) + 3]! > 127;
}
