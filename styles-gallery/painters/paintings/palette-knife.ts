import type {SKRSContext2D} from '@napi-rs/canvas';
import {type Color, fromHex, lighten} from '../color.ts';
import {type ColorAt, keepColors} from '../color-at.ts';
import {type Painting, SIZE} from '../painting.ts';
import {between, gaussian, pick, type Random} from '../random.ts';
import {wash} from '../sketch-shapes.ts';
import {createThickPaint, type ThickPaint} from '../thick-paint.ts';

const HORIZON = 250;
const SUN = {x: 338, y: 196};
const GROUND = fromHex('#3b1f4a');
const SHADE = fromHex('#7a3566');
const ROOF = fromHex('#c8323c');
const EMBER = fromHex('#ff7a4f');
const SKY = ['#0b5f7d', '#1fa3a8', '#6fd0bd', '#ffc77a', '#ff8a5c', '#ff5a52', '#ffe08a'];
const WATER = ['#ffb066', '#f2605a', '#23a6a8', '#0d7285', '#0b4a66', '#14284f'];
const WALLS = ['#ff6f5b', '#ffd9a8', '#f7efe0', '#e6455a', '#ffb35c', '#7b4b94', '#2fb3ad'].map(
  fromHex,
);
const SAILS = ['#fff3dc', '#ffd27d', '#ff6a55', '#f4e4ff', '#ff9d6b'].map(fromHex);
const HULLS = ['#17244f', '#0f5b6b', '#c92f4b', '#2b1540'].map(fromHex);
const BOATS = [
  {x: 214, y: 276, size: 46},
  {x: 300, y: 290, size: 58},
  {x: 440, y: 300, size: 80},
  {x: 108, y: 352, size: 128},
  {x: 376, y: 410, size: 118},
];

/** A harbour at sunset, laid on with the palette knife. */
export const painting: Painting = {
  id: 'palette-knife',
  title: 'Coral Harbour',
  note: 'Slabs of thick oil pressed on with a knife, each ending in a ridge that catches the evening light.',
  seed: 41,
  paint(context, random) {
    sketch(context);
    const paint = createThickPaint(random, GROUND);
    layWash(paint, random, keepColors(context));
    laySun(paint, random);
    layTown(paint, random);
    for (const boat of BOATS) layBoat(paint, random, boat);
    paint.show(context, 1, 190);
  },
};

function sketch(context: SKRSContext2D): void {
  wash(context, 0, HORIZON, SKY);
  wash(context, HORIZON, SIZE, WATER);
  const glow = context.createRadialGradient(SUN.x, SUN.y, 20, SUN.x, SUN.y, 190);
  glow.addColorStop(0, '#fff0b0');
  glow.addColorStop(0.4, 'rgb(255 150 90 / 0.7)');
  glow.addColorStop(1, 'rgb(255 110 90 / 0)');
  context.fillStyle = glow;
  context.fillRect(0, 0, SIZE, HORIZON);
}

/** Sky and water: large slabs first, then smaller ones. */
function layWash(paint: ThickPaint, random: Random, colorAt: ColorAt): void {
  for (const [count, length] of [
    [300, 100],
    [330, 68],
    [260, 44],
  ] as const) {
    for (let index = 0; index < count; index++) {
      const [x, y] = [between(random, 0, SIZE), between(random, 0, SIZE)];
      const sky = y < HORIZON;
      const reach = sky ? 34 : 26;
      const color = colorAt(x, jitter(random, y, reach, sky));
      paint.knife({
        x,
        y,
        angle: sky ? -0.5 + gaussian(random, 0, 0.35) : gaussian(random, 0, 0.1),
        length: length * between(random, 0.7, 1.4),
        width: length * (sky ? 0.4 : 0.22) * between(random, 0.8, 1.2),
        color: lighten(color, gaussian(random, 0, 14)),
        streak: lighten(colorAt(x, jitter(random, y, 60, sky)), 16),
        body: between(random, 0.4, 1),
      });
    }
  }
}

/** A height near `y` on the same side of the horizon. */
function jitter(random: Random, y: number, reach: number, sky: boolean): number {
  const moved = gaussian(random, y, reach);
  return sky ? Math.min(HORIZON - 1, moved) : Math.max(HORIZON, moved);
}

function laySun(paint: ThickPaint, random: Random): void {
  const [core, rim] = [fromHex('#fffbd6'), fromHex('#ffd84a')];
  for (let index = 0; index < 26; index++) {
    const angle = between(random, 0, 7);
    const radius = between(random, 0, 20);
    const [x, y] = [SUN.x + radius * Math.cos(angle), SUN.y + radius * Math.sin(angle)];
    const slab = {length: 26, width: 13, color: core, streak: rim, body: 1};
    paint.knife({x, y, angle: angle + 1.6, ...slab});
  }
  for (let y = HORIZON + 6; y < SIZE; y += 7) {
    const x = gaussian(random, SUN.x, 8 + (y - HORIZON) * 0.12);
    const glint = {length: between(random, 20, 60), width: 8, color: rim, streak: EMBER, body: 1};
    paint.knife({x, y, angle: 0, ...glint});
  }
}

/** Houses climb the hill on the left and run out along the quay. */
function layTown(paint: ThickPaint, random: Random): void {
  for (let row = 0; row < 6; row++) {
    const end = 60 + row * row * 11;
    for (let x = -6; x < end; x += between(random, 20, 32)) {
      const y = HORIZON - 120 + row * 23 + (5 - row) * 0.12 * x + gaussian(random, 0, 4);
      const color = pick(random, WALLS);
      const upright = {angle: Math.PI / 2 + gaussian(random, 0, 0.05), y, body: 0.9};
      const height = between(random, 26, 40);
      paint.knife({...upright, x, length: height, width: 22, color, streak: lighten(color, 35)});
      paint.knife({...upright, x: x + 9, length: height, width: 9, color: SHADE, streak: GROUND});
      const pitch = pick(random, [-0.3, 0.2]);
      paint.knife({x, y: y - height / 2, angle: pitch, length: 28, width: 10, color: ROOF});
      if (random() < 0.6) paint.knife({...upright, x: x - 4, length: 9, width: 5, color: GROUND});
    }
  }
}

type Boat = (typeof BOATS)[number];

function layBoat(paint: ThickPaint, random: Random, {x, y, size}: Boat): void {
  const hull = pick(random, HULLS);
  const slab = (
    dx: number,
    dy: number,
    angle: number,
    length: number,
    width: number,
    color: Color,
  ) =>
    paint.knife({
      x: x + dx * size,
      y: y + dy * size,
      angle: angle + gaussian(random, 0, 0.03),
      length: length * size,
      width: Math.max(2.5, width * size),
      color,
      streak: lighten(color, pick(random, [-40, 35])),
      body: 0.95,
    });
  const cloth = pick(random, SAILS);
  const jib = pick(random, SAILS);
  for (let depth = 0.14; depth < 1; depth += 0.12) {
    const color = depth < 0.3 ? hull : pick(random, [cloth, jib, hull]);
    slab(gaussian(random, 0.05, 0.06), depth, 0, 0.85 - depth * 0.6, 0.1, lighten(color, -20));
  }
  for (const [sail, side, foot, top] of [
    [cloth, 1, 0.56, 1.16],
    [jib, -1, 0.4, 0.96],
  ] as const) {
    for (let spread = foot; spread > 0.05; spread -= 0.13) {
      const height = top * (1.12 - 0.5 * spread);
      const lean = Math.atan2(height, spread * 0.8) * -side + (side > 0 ? Math.PI : 0);
      const color = lighten(sail, gaussian(random, side * 8 - 10, 20));
      slab(side * (0.06 + spread * 0.55), -0.08 - height / 2, -lean, height, 0.17, color);
    }
  }
  slab(0.02, -0.62, Math.PI / 2, 1.35, 0.03, GROUND);
  slab(0, 0.02, 0.03, 0.95, 0.17, hull);
  slab(0, -0.05, 0.03, 1.02, 0.05, lighten(pick(random, WALLS), 20));
}
