import {Path2D} from '@napi-rs/canvas';
import {type Painting, SIZE} from '../painting.ts';
import {ovalPath} from '../paths.ts';
import {between, pick, type Random} from '../random.ts';
import {createWaxCloth, type WaxCloth} from '../wax-resist.ts';

/** Where a motif is, in pixels; motifs are drawn about 1 unit large and turned by radians. */
type Place = {x: number; y: number; size: number; turn: number};

const BLOOMS: readonly Place[] = [
  {x: 150, y: 136, size: 92, turn: 0.3},
  {x: 392, y: 214, size: 104, turn: 0.9},
  {x: 176, y: 392, size: 98, turn: -0.2},
  {x: 440, y: 466, size: 84, turn: 0.1},
  {x: 448, y: 22, size: 70, turn: 0.5},
  {x: -8, y: 262, size: 76, turn: 0.2},
];
const BIRDS: readonly Place[] = [
  {x: 284, y: 322, size: 74, turn: -0.35},
  {x: 292, y: 70, size: 66, turn: 0.3},
];

const LEAF = 'M-1 0 C-.5-.55 .5-.5 1 0 C.5 .42-.5 .45-1 0 Z';
const PETAL = {
  edge: 'M.1 0 C.3-.42 .8-.44 1 0 C.8 .44 .3 .42 .1 0 Z',
  heart: 'M.3 0 C.42-.26 .72-.28 .86 0 C.72 .28 .42 .26 .3 0 Z',
  veins: 'M.3 0 H.8 M.4 0 L.66-.17 M.4 0 L.66 .17 M.52 0 L.76-.12 M.52 0 L.76 .12',
};
const BIRD = {
  tail: [
    'M-.3 .1 C-.8-.1-1.3-.6-1.5-1 C-1.4-.4-1 .1-.4 .3 Z',
    'M-.3 .2 C-.9 .2-1.5-.1-1.8-.5 C-1.6 .2-1 .5-.4 .4 Z',
    'M-.3 .3 C-.9 .5-1.4 .5-1.8 .2 C-1.5 .8-.9 .8-.4 .5 Z',
  ],
  body:
    'M-.5 .35 C-.4-.2 .2-.35 .42-.5 C.5-.8 .9-.85 1-.6 L1.25-.5 L1-.42 C.95 .1 .5 .7-.1 .62 ' +
    'C-.3 .6-.5 .5-.5 .35 Z',
  wing: 'M-.2 .3 C0-.2 .4-.1 .5 .1 C.3 .4-.2 .7-.9 .6 C-.6 .5-.35 .45-.2 .3 Z',
  quills:
    'M.4 .1 C.2 .35-.1 .5-.7 .58 M.3 .06 C.15 .25-.1 .38-.45 .48 M.2 .02 C.1 .15-.05 .22-.2 .33',
  breast:
    'M.5-.2 a.08 .08 0 0 0 .14 0 M.66-.2 a.08 .08 0 0 0 .14 0 M.58-.05 a.08 .08 0 0 0 .14 0 ' +
    'M.74-.05 a.08 .08 0 0 0 .14 0 M.62 .1 a.08 .08 0 0 0 .14 0 M.56 .25 a.08 .08 0 0 0 .14 0',
};

/** Flowers, leaves and birds in wax on cotton. */
export const painting: Painting = {
  id: 'batik',
  title: 'Garden in Wax',
  note: 'Cotton drawn on with hot wax and dipped in brown and indigo; where the wax broke, the dye ran in and left its veins.',
  seed: 41,
  paint(context, random) {
    const cloth = createWaxCloth(random);
    fillGround(cloth, random);
    for (let left = 46; left > 0; left--) drawTendril(cloth, scatter(random, 20, 34), random);
    for (let left = 80; left > 0; left--) drawLeaf(cloth, scatter(random, 26, 50), random);
    for (const bloom of BLOOMS) drawBloom(cloth, bloom, random);
    for (const bird of BIRDS) drawBird(cloth, bird);
    cloth.dye(context);
  },
};

/** Wavy bands of brown and indigo ground, with rows of rice grains all over. */
function fillGround(cloth: WaxCloth, random: Random): void {
  const start = (y: number) => y * 0.7 + 26 * Math.sin(y / 44);
  const end = (y: number) => 118 + y * 0.7 + 22 * Math.sin(y / 38 + 1);
  const pitch = 290;
  const bands = new Path2D();
  for (let at = -420; at < SIZE; at += pitch) {
    bands.moveTo(at, 0);
    for (let y = 0; y <= SIZE; y += 16) bands.lineTo(at + start(y), y);
    for (let y = SIZE; y >= 0; y -= 16) bands.lineTo(at + end(y), y);
    bands.closePath();
  }
  cloth.fill('brown', bands);
  cloth.line('white', bands, 4);
  for (let y = 4; y < SIZE; y += 10) {
    for (let x = (y % 20) / 2; x < SIZE; x += 10) {
      const [u, v] = [x + between(random, -1, 1), y + between(random, -1, 1)];
      const grain = new Path2D();
      grain.ellipse(u, v, 3.6, 1.9, x / 70 + y / 50, 0, 2 * Math.PI);
      const across = (x + 420) % pitch;
      const onBrown = [across, across + pitch].some((at) => at > start(y) && at < end(y));
      if (random() < 0.35) cloth.fill('white', grain);
      else if (onBrown) cloth.scrape('brown', grain);
      else cloth.fill('brown', grain);
    }
  }
}

/** A curling shoot with buds. */
function drawTendril(cloth: WaxCloth, {x, y, size, turn}: Place, random: Random): void {
  const [shoot, buds] = [new Path2D(), new Path2D()];
  const hand = random() < 0.5 ? -8 : 8;
  for (let step = 0; step <= 40; step++) {
    const reach = size * (step / 40) ** 0.8;
    const angle = turn + (step / 40) * hand;
    const [cos, sin] = [Math.cos(angle), Math.sin(angle)];
    shoot.lineTo(x + reach * cos, y + reach * sin);
    const out = reach + size * 0.16;
    if (step % 6 === 4) buds.addPath(ovalPath(x + out * cos, y + out * sin, 3.4));
  }
  cloth.bare(shoot, 4);
  cloth.bare(buds, 2);
  cloth.line('white', shoot, 2.6);
  cloth.fill('white', buds);
}

/** A leaf with its veins, white on brown or brown on white. */
function drawLeaf(cloth: WaxCloth, spot: Place, random: Random): void {
  const sides = Array.from({length: 10}, (_, index) => {
    const at = -0.75 + index * 0.16;
    return `M${at} 0 L${at + 0.2} -.3 M${at} 0 L${at + 0.2} .3`;
  });
  const veins = place(`M-1.2 0 H.95 ${sides.join(' ')}`, spot);
  const pale = random() < 0.45;
  cloth.reserve(pale ? 'white' : 'brown', place(LEAF, spot), 3);
  if (pale) cloth.scrapeLine('white', veins, 1.9);
  cloth.line(pale ? 'brown' : 'white', veins, 1.9);
}

/** A flower of three rings of petals with a wreath of dots around it. */
function drawBloom(cloth: WaxCloth, {x, y, size, turn}: Place, random: Random): void {
  cloth.bare(ovalPath(x, y, size * 0.95), 3);
  for (let dot = 0; dot < 40; dot++) {
    const [angle, reach] = [turn + (dot / 20) * Math.PI, size * (dot % 2 ? 1.08 : 1.02)];
    const [u, v] = [x + reach * Math.cos(angle), y + reach * Math.sin(angle)];
    cloth.reserve('white', ovalPath(u, v, between(random, 1.8, 3)), 2);
  }
  for (const {reach, count, draw} of [
    {reach: 1, count: 9, draw: drawOuterPetal},
    {reach: 0.7, count: 8, draw: drawMiddlePetal},
    {reach: 0.42, count: 7, draw: drawInnerPetal},
  ]) {
    for (let index = 0; index < count; index++) {
      const step = (index + between(random, -0.06, 0.06)) / count;
      draw(cloth, {x, y, size: size * reach, turn: turn + reach + step * 2 * Math.PI});
    }
  }
  cloth.reserve('brown', ovalPath(x, y, size * 0.15), 3);
  for (let seed = 0; seed < 16; seed++) {
    const [angle, reach] = [seed * 2.4, size * 0.032 * Math.sqrt(seed)];
    cloth.fill('white', ovalPath(x + reach * Math.cos(angle), y + reach * Math.sin(angle), 1.5));
  }
}

function drawOuterPetal(cloth: WaxCloth, spot: Place): void {
  const heart = place(PETAL.heart, spot);
  cloth.reserve('white', place(PETAL.edge, spot), 2.6);
  cloth.scrape('white', heart);
  cloth.fill('brown', heart);
  cloth.line('white', place(PETAL.veins, spot), 1.8);
}

function drawMiddlePetal(cloth: WaxCloth, spot: Place): void {
  cloth.reserve('brown', place(PETAL.edge, spot), 2.6);
  for (let at = 0.34; at < 0.9; at += 0.14) {
    for (const side of [-0.13, 0, 0.13]) cloth.fill('white', spotAt(spot, at, side, 0.035));
  }
}

function drawInnerPetal(cloth: WaxCloth, spot: Place): void {
  const heart = place('M.3 0 H.9', spot);
  cloth.reserve('white', place(PETAL.edge, spot), 2.6);
  cloth.scrapeLine('white', heart, 2);
  cloth.line('brown', heart, 2);
}

function drawBird(cloth: WaxCloth, spot: Place): void {
  for (const feather of BIRD.tail) cloth.reserve('white', place(feather, spot), 3.5);
  for (const [u, v] of [
    [-1.36, -0.72],
    [-1.6, -0.2],
    [-1.55, 0.42],
  ] as const) {
    cloth.reserve('brown', spotAt(spot, u, v, 0.12), 1);
  }
  cloth.reserve('white', place(BIRD.body, spot), 4);
  cloth.scrapeLine('white', place(BIRD.breast, spot), 2);
  cloth.reserve('brown', place(BIRD.wing, spot), 3);
  cloth.line('white', place(BIRD.quills, spot), 2);
  cloth.scrape('white', spotAt(spot, 0.76, -0.62, 0.06));
  cloth.fill('white', spotAt(spot, 0.76, -0.62, 0.025));
}

function scatter(random: Random, small: number, large: number): Place {
  return {
    x: between(random, 0, SIZE),
    y: between(random, 0, SIZE),
    size: between(random, small, large),
    turn: pick(random, [0.5, 2.1, 3.6, 5.2]) + between(random, -0.5, 0.5),
  };
}

/** A motif's path in its place. */
function place(path: string, {x, y, size, turn}: Place): Path2D {
  const [cos, sin] = [size * Math.cos(turn), size * Math.sin(turn)];
  const shape = new Path2D();
  shape.addPath(new Path2D(path), {a: cos, b: sin, c: -sin, d: cos, e: x, f: y});
  return shape;
}

/** A dot at (u, v) of a motif; `radius` in units of the motif. */
function spotAt({x, y, size, turn}: Place, u: number, v: number, radius: number): Path2D {
  const [cos, sin] = [size * Math.cos(turn), size * Math.sin(turn)];
  return ovalPath(x + u * cos - v * sin, y + u * sin + v * cos, radius * size);
}
