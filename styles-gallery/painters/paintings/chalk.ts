import {type Chalk, createChalkboard} from '../chalkboard.ts';
import {fromHex, lighten, mixColors} from '../color.ts';
import type {Point} from '../curve.ts';
import {type Painting, SIZE} from '../painting.ts';
import {boxPath, closedPath, ovalPath} from '../paths.ts';
import {between, gaussian, pick, type Random} from '../random.ts';

const SLATE = fromHex('#16231f');
const WHITE = fromHex('#fffdf2');
const LEMON = fromHex('#ffec6e');
const PINK = fromHex('#ff8fb8');
const SKY = fromHex('#7fd0ff');
const MINT = fromHex('#8df0b4');
const ORANGE = fromHex('#ffa857');
const LILAC = fromHex('#c9a2ff');
const RED = fromHex('#ff5d5d');
const BLUE = fromHex('#2c62c8');
const BRIGHT = [WHITE, LEMON, PINK, SKY, MINT, ORANGE, LILAC, RED];
const HUB = {x: 330, y: 206, radius: 152};
const GROUND = 396;

/** A fair at night, drawn on the blackboard. */
export const painting: Painting = {
  id: 'chalk',
  title: 'Chalk Fair',
  note: 'Soft sticks of colour dragged over slate: dusty, broken strokes, wiped passages and the grain of the board.',
  seed: 99,
  paint(context, random) {
    const board = createChalkboard(context, SLATE, random);
    board.draw((chalk) => hatchSky(chalk));
    board.draw((chalk) => drawMoon(chalk));
    board.draw((chalk) => drawWheel(chalk, random));
    board.draw((chalk) => drawFireworks(chalk, random));
    board.draw((chalk) => hatchGround(chalk, random));
    board.draw((chalk) => drawTents(chalk));
    board.draw((chalk) => drawBalloons(chalk, random));
    board.draw((chalk) => drawCrowd(chalk, random));
  },
};

/** Points along an arc, for a line to follow. */
function ring(x: number, y: number, radius: number, from = 0, to = 2 * Math.PI): Point[] {
  const count = Math.ceil((radius * (to - from)) / 12) + 3;
  return Array.from({length: count + 1}, (_, index) => {
    const angle = from + ((to - from) * index) / count;
    return [x + radius * Math.cos(angle), y + radius * Math.sin(angle)] as const;
  });
}

/** The sky, rubbed on with the side of the stick: from blue to the last orange. */
function hatchSky({hatch}: Chalk): void {
  const bands = [
    [0, 130, '#2f6fd0', 0.6],
    [90, 240, '#1fa5c0', 0.56],
    [200, 330, '#52c48a', 0.55],
    [300, 410, '#ff8f5e', 0.62],
  ] as const;
  for (const [top, bottom, color, pressure] of bands) {
    hatch(fromHex(color), -0.62, 11, pressure, boxPath(0, top, SIZE, bottom - top));
  }
}

function drawMoon({line, hatch}: Chalk): void {
  hatch(LEMON, 0.7, 4.5, 0.95, ovalPath(84, 84, 42));
  hatch(fromHex('#ffb84a'), 0.7, 6, 0.6, ovalPath(104, 98, 34));
  line(WHITE, 4, 1, ...ring(84, 84, 43, 2, 5));
  for (const radius of [60, 78]) line(LEMON, 5, 0.5, ...ring(84, 84, radius, 0.2, 5.8));
}

function drawWheel({line, hatch}: Chalk, random: Random): void {
  const {x, y, radius} = HUB;
  for (const side of [-1, 1]) line(WHITE, 9, 0.95, [x, y], [x + side * 74, GROUND + 8]);
  for (let spoke = 0; spoke < 16; spoke++) {
    const angle = (spoke / 16) * 2 * Math.PI;
    const tip: Point = [x + radius * Math.cos(angle), y + radius * Math.sin(angle)];
    line(BRIGHT[spoke % 8]!, 4, 0.85, [x, y], tip);
  }
  for (const [share, color] of [
    [1, LEMON],
    [0.93, PINK],
    [0.62, SKY],
    [0.3, MINT],
  ] as const) {
    line(color, 5, 0.95, ...ring(x, y, radius * share));
  }
  for (let cabin = 0; cabin < 16; cabin++) {
    const angle = (cabin / 16) * 2 * Math.PI;
    const [cx, cy] = [x + radius * Math.cos(angle), y + radius * Math.sin(angle) + 9];
    const color = BRIGHT[(cabin * 3) % 8]!;
    hatch(color, between(random, 0, 3), 3, 1, closedPath(ring(cx, cy + 4, 16, 0, Math.PI)));
    line(WHITE, 3, 1, [cx - 15, cy + 4], [cx, cy - 12], [cx + 15, cy + 4]);
  }
  hatch(ORANGE, 1, 4, 1, ovalPath(x, y, 17));
}

function drawFireworks({line}: Chalk, random: Random): void {
  for (const [x, y, size, color] of [
    [196, 70, 58, PINK],
    [468, 60, 50, MINT],
    [70, 214, 62, ORANGE],
    [146, 160, 34, SKY],
  ] as const) {
    for (let ray = 0; ray < 22; ray++) {
      const angle = (ray / 22) * 2 * Math.PI + gaussian(random, 0, 0.06);
      const reach = size * between(random, 0.7, 1.15);
      const at = (share: number): Point => [
        x + Math.cos(angle) * reach * share,
        y + Math.sin(angle) * reach * share + 12 * share * share,
      ];
      line(lighten(color, gaussian(random, 0, 20)), 4, 0.95, at(0.2), at(0.65), at(1));
      line(WHITE, 5, 1, at(1), at(1.07));
    }
  }
}

function hatchGround({hatch}: Chalk, random: Random): void {
  hatch(BLUE, 0.03, 10, 0.55, boxPath(0, GROUND, SIZE, SIZE));
  hatch(fromHex('#2fae8c'), 0.12, 12, 0.5, boxPath(0, GROUND + 34, SIZE, SIZE));
  for (let light = 0; light < 34; light++) {
    const [x, y] = [between(random, 0, SIZE), between(random, GROUND + 10, SIZE)];
    hatch(pick(random, BRIGHT), 0.02, 5, 0.75, ovalPath(x, y, 30, 5));
  }
}

/** Striped tents with pennants, a chain of lamps between them. */
function drawTents({line, hatch}: Chalk): void {
  for (const [x, width, height, color] of [
    [58, 104, 120, RED],
    [176, 84, 90, MINT],
    [452, 112, 128, PINK],
  ] as const) {
    const [top, eaves] = [GROUND - height, GROUND - height * 0.5];
    for (let stripe = 0; stripe < 8; stripe++) {
      const edge = (index: number) => x - width / 2 + (index * width) / 8;
      const tint = stripe % 2 ? WHITE : color;
      const gore = closedPath([
        [x, top],
        [edge(stripe), eaves],
        [edge(stripe) * 0.92 + x * 0.08, GROUND + 16],
        [edge(stripe + 1) * 0.92 + x * 0.08, GROUND + 16],
        [edge(stripe + 1), eaves],
      ]);
      const shaded = stripe < 5 ? tint : mixColors(tint, BLUE, 0.35);
      hatch(shaded, 1.5 + (stripe - 4) * 0.06, 5, 0.95, gore);
      line(LEMON, 5, 1, ...ring(edge(stripe) + width / 16, eaves, width / 16, 0, Math.PI));
    }
    line(WHITE, 4, 1, [x, top - 26], [x, top], [x - width / 2, eaves]);
    hatch(ORANGE, 0.2, 4, 1, boxPath(x, top - 26, 24, 12));
  }
  for (let lamp = 0; lamp < 34; lamp++) {
    const x = lamp * 16;
    const y = 316 + 26 * Math.abs(Math.sin(x / 82));
    line(BRIGHT[lamp % 6]!, 7, 1, [x - 3, y], [x + 4, y + 1]);
    line(WHITE, 2, 0.7, [x, y - 4], [x + 16, 312 + 26 * Math.abs(Math.sin((x + 16) / 82))]);
  }
}

function drawBalloons({line, hatch}: Chalk, random: Random): void {
  for (let index = 0; index < 11; index++) {
    const [x, y] = [gaussian(random, 250, 26), gaussian(random, 330, 26)];
    line(WHITE, 2, 0.8, [x, y + 18], [250, 436]);
    const rubber = BRIGHT[(index + 1) % 8]!;
    hatch(rubber, 0.9, 3, 1, ovalPath(x, y, 15, 19));
    line(lighten(rubber, -60), 2.5, 0.9, ...ring(x, y, 16, -0.8, 2.4));
    line(WHITE, 4, 1, ...ring(x, y, 8, 3.3, 4.4));
  }
}

/** People seen from behind, each a few strokes. */
function drawCrowd({line, hatch}: Chalk, random: Random): void {
  for (let index = 0; index < 19; index++) {
    const near = index / 18;
    const [x, y] = [((index * 197) % 520) - 4, 424 + 78 * near];
    const size = 20 + 24 * near;
    const coat = BRIGHT[(index * 5) % 8]!;
    const body = closedPath([
      [x - size * 0.2, y - size],
      [x + size * 0.2, y - size],
      [x + size * 0.42, y + 6],
      [x - size * 0.42, y + 6],
    ]);
    hatch(mixColors(coat, BLUE, 0.25), 1.4, 5, 0.95, body);
    const hat = pick(random, [ORANGE, LEMON, LILAC, PINK]);
    hatch(hat, 0.5, 3, 1, ovalPath(x, y - size * 1.2, size * 0.24));
    line(WHITE, 3, 0.95, [x - size * 0.22, y - size], [x - size * 0.44, y + 6]);
    line(SLATE, 3, 1, [x + size * 0.2, y - size * 0.9], [x + size * 0.42, y + 6]);
  }
}
