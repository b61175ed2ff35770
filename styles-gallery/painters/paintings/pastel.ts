import {Path2D} from '@napi-rs/canvas';
import {type Color, fromHex} from '../color.ts';
import {createNoise, type Noise} from '../noise.ts';
import type {Painting} from '../painting.ts';
import {type Part, partDrawn, partWhere, rubContour, rubIn} from '../pastel-part.ts';
import {createPastelPaper, type PastelPaper} from '../pastel-stroke.ts';
import {between, type Random} from '../random.ts';

const PAPER = fromHex('#6b5163');
const SKY = ['#fff0dc', '#d3ecf6', '#9fd6f2', '#74b9e6', '#c9b6ea', '#5a8fd0'].map(fromHex);
const LEAVES = ['#163f4e', '#1d5560', '#2f7f86', '#58a99a', '#9ed8b4'].map(fromHex);
const BLOSSOM = ['#fff2a8', '#ff9fbc', '#ff7f6e', '#fff3ee'].map(fromHex);
const FLOOR = ['#f6b48c', '#ef9a7c', '#fbd3ad', '#d98aa0', '#b87a9e'].map(fromHex);
const SHADOW = ['#7a4a7d', '#563863', '#9a5f86'].map(fromHex);
const TULLE = ['#ffd0dc', '#ff9fbc', '#fff3ee', '#f77fa6', '#c9b8f0'].map(fromHex);
const SATIN = ['#f2608f', '#d63e78', '#ff97b6', '#8f2a63'].map(fromHex);
const SKIN = ['#ffd9bd', '#f7b592', '#e08f74', '#a85a5c'].map(fromHex);
const STOCKING = ['#ffd0dc', '#ff9fbc', '#ffd9bd', '#f7b592', '#e08f74'].map(fromHex);
const HAIR = ['#3a1d2b', '#5d2b2a', '#8a4632'].map(fromHex);
const RIBBON = ['#ffe9f0', '#7cc4ec', '#4f86c6'].map(fromHex);
const CONTOUR = fromHex('#2d1730');

/** Where the scenery meets the floor, in pixels. */
const FLOOR_LINE = 318;
/** The middle of the stage. */
const STAGE = 250;

/** A dancer one unit tall, from behind, her waist at (0, 0). */
const FIGURE = {
  shadow: 'M-.2 .575 H.26',
  bentLeg: 'M-.02 .2 C-.12 .27-.18 .32-.19 .37 C-.15 .41-.06 .43-.005 .44',
  leg: 'M-.012 .2 L.048 .2 C.05 .36 .03 .42 .026 .55 L-.004 .55 C-.006 .42-.016 .34-.012 .2 Z',
  shoe: 'M.012 .5 L.012 .575',
  skirt:
    'M-.05-.01 C-.22-.05-.44 .02-.48 .12 C-.43 .2-.34 .18-.28 .25 C-.18 .22-.08 .3 .03 .26 ' +
    'C.13 .3 .2 .22 .3 .24 C.36 .17 .46 .16 .46 .07 C.4-.02 .2-.05 .06-.01 Z',
  folds:
    'M0 .02 C-.2 .06-.36 .1-.4 .16 M.02 .02 C.02 .1 .02 .18 .03 .24 M.03 .02 C.2 .03 .34 .08 .38 .13 ' +
    'M0 .03 C-.12 .1-.2 .16-.22 .22',
  raisedArm: 'M-.08-.205 C-.17-.25-.2-.36-.15-.43 C-.13-.47-.1-.5-.06-.52',
  arm: 'M.083-.205 C.17-.17 .25-.16 .3-.19 C.34-.22 .37-.24 .4-.25',
  back: 'M-.022-.34 H.024 C.022-.25 .05-.235 .092-.215 L.092-.1 H-.09 L-.09-.215 C-.05-.235-.022-.25-.022-.34 Z',
  bodice:
    'M-.097-.17 C-.05-.09 .05-.09 .098-.17 C.09-.1 .058-.06 .068 .03 C.02 .055-.03 .05-.062 .03 ' +
    'C-.055-.06-.092-.1-.097-.17 Z',
  bow:
    'M0 .01 C-.06-.04-.1-.02-.09 .03 C-.06 .05-.02 .03 0 .01 C.03-.04 .1-.03 .09 .02 ' +
    'C.07 .05 .03 .03 0 .01 M0 .01 L-.05 .13 L-.02 .13 L0 .03 L.04 .14 L.06 .12 Z',
  hair: 'M-.048-.36 C-.055-.44 .055-.44 .05-.36 C.048-.31 .025-.3 0-.3 C-.025-.3-.045-.31-.048-.36 Z',
  bun: 'M-.03-.43 A.032 .03 0 1 1 .034-.43 A.032 .03 0 1 1-.03-.43 Z',
  band: 'M-.035-.415 C-.01-.4 .02-.4 .038-.415',
};

type Measure = (x: number, y: number) => number;
/** Where a dancer's waist is, how tall she is, and which way she turns (-1 or 1). */
type Dancer = {x: number; y: number; height: number; turn: number};

const DANCERS: readonly Dancer[] = [
  {x: 432, y: 226, height: 230, turn: -1},
  {x: 64, y: 250, height: 290, turn: 1},
  {x: 236, y: 276, height: 440, turn: 1},
];

/** Dancers in the light of the stage, seen from the wings behind them. */
export const painting: Painting = {
  id: 'pastel',
  title: 'In the Wings',
  note: 'Soft pastel on plum paper: layer over layer of rubbed sticks, and the tooth of the sheet breathing through.',
  seed: 19,
  paint(context, random) {
    const paper = createPastelPaper(random, PAPER);
    const noise = createNoise(random);
    rubScenery(paper, noise, random);
    rubFloor(paper, noise, random);
    for (const dancer of DANCERS) rubDancer(paper, dancer, noise, random);
    paper.show(context);
  },
};

/** A beam of light between painted trees in blossom. */
function rubScenery(paper: PastelPaper, noise: Noise, random: Random): void {
  const foliage: Measure = (x, y) =>
    noise(x / 90, y / 120) + 0.6 * noise(x / 34, y / 40) + (Math.abs(x - STAGE) - 150) / 240;
  const above = (x: number, y: number) => y < floorLine(x, noise);
  const back = partWhere(above);
  const leaves = partWhere((x, y) => above(x, y) && foliage(x, y) > 0);
  const blossom = partWhere(
    (x, y) => above(x, y) && foliage(x, y) > 0.1 && noise(x / 13, y / 13) > 0.42,
  );
  const beam: Measure = (x, y) =>
    0.2 + Math.hypot(x - STAGE, (y - 150) * 0.8) / 300 + 0.5 * noise(x / 50, y / 50);
  const cloud: Measure = (x, y) => 0.45 + 0.8 * noise(x / 44, y / 44);
  const drift: Measure = (x, y) => -0.9 + 0.5 * noise(x / 120, y / 120);
  const sprig: Measure = (x, y) => -1.2 + 2.2 * noise(x / 50, y / 50);
  rubIn(paper, back, {sticks: SKY, shade: beam, angle: drift, length: 40, width: 10}, random);
  rubIn(paper, leaves, {sticks: LEAVES, shade: cloud, angle: sprig, length: 21, width: 7}, random);
  rubIn(
    paper,
    blossom,
    {sticks: BLOSSOM, shade: random, angle: sprig, length: 9, width: 6.5},
    random,
  );
}

/** Boards in warm light, with pools of shadow. */
function rubFloor(paper: PastelPaper, noise: Noise, random: Random): void {
  const boards = partWhere((x, y) => y >= floorLine(x, noise));
  const pools = partWhere((x, y) => y >= floorLine(x, noise) + 8 && noise(x / 70, y / 16) > 0.28);
  const angle: Measure = (x, y) => 0.12 + 0.25 * noise(x / 100, y / 50);
  const glow: Measure = (x, y) =>
    0.15 + 0.5 * Math.hypot((x - STAGE) / 400, (y - 450) / 190) + 0.4 * noise(x / 50, y / 18);
  rubIn(paper, boards, {sticks: FLOOR, shade: glow, angle, length: 44, width: 9}, random);
  rubIn(paper, pools, {sticks: SHADOW, shade: random, angle, length: 26, width: 6}, random);
}

function rubDancer(paper: PastelPaper, dancer: Dancer, noise: Noise, random: Random): void {
  const {x, y, height, turn} = dancer;
  const width = Math.max(2.6, height / 95);
  const upright: Measure = () => 1.5 + between(random, -0.2, 0.2);
  const level: Measure = () => 0.3;
  const outward: Measure = (u, v) => Math.atan2(v - y + 0.08 * height, u - x);
  const fromShoulder: Measure = (u, v) => outward(u, v + 0.2 * height);
  const light: Measure = (u, v) =>
    0.42 + ((u - x) / height) * 3 * turn + 0.25 * noise(u / 9, v / 9);
  const fold: Measure = (u, v) =>
    0.3 + 0.55 * noise(outward(u, v) * 8, x) + (0.9 * (v - y) + 0.7 * (u - x) * turn) / height;

  /** A form of the figure: filled, or a stroke as wide as `stroke` in units of the figure. */
  const part = (path: string, stroke = 0): Part =>
    partDrawn((layer) => {
      layer.translate(x, y);
      layer.scale(height * turn, height);
      layer.lineCap = 'round';
      layer.lineWidth = stroke;
      if (stroke > 0) layer.stroke(new Path2D(path));
      else layer.fill(new Path2D(path));
    });
  const model = (form: Part, sticks: readonly Color[], angle: Measure) => {
    const manner = {sticks, shade: light, angle, length: width * 3.4, width, tight: true};
    rubIn(paper, form, manner, random);
    rubContour(paper, form, CONTOUR, random);
  };
  /** Rubs loosely, without an edge. */
  const brush = (
    form: Part,
    sticks: readonly Color[],
    shade: Measure,
    angle: Measure,
    size: number,
  ) => rubIn(paper, form, {sticks, shade, angle, length: size * 4, width: size}, random);

  brush(part(FIGURE.shadow, 0.04), SHADOW, random, () => 0.05, 9);
  model(part(FIGURE.bentLeg, 0.046), STOCKING, upright);
  model(part(FIGURE.leg), STOCKING, upright);
  model(part(FIGURE.shoe, 0.032), SATIN, upright);
  brush(part(FIGURE.skirt), TULLE, fold, outward, width * 1.5);
  brush(part(FIGURE.folds, 0.006), SATIN, random, outward, 3);
  model(part(FIGURE.raisedArm, 0.031), SKIN, fromShoulder);
  model(part(FIGURE.arm, 0.031), SKIN, fromShoulder);
  model(part(FIGURE.back), SKIN, upright);
  model(part(FIGURE.bodice), SATIN, upright);
  model(part(FIGURE.bow), RIBBON, upright);
  model(part(FIGURE.hair), HAIR, () => 0.9);
  model(part(FIGURE.bun), HAIR, level);
  model(part(FIGURE.band, 0.012), RIBBON, level);
}

function floorLine(x: number, noise: Noise): number {
  return FLOOR_LINE + 12 * noise(x / 60, 3);
}
