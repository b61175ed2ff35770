import {Path2D, type SKRSContext2D} from '@napi-rs/canvas';
import {type Color, css, fromHex, mixColors} from '../color.ts';
import {keepColors} from '../color-at.ts';
import type {Point} from '../curve.ts';
import {createLayer} from '../layer.ts';
import {createNeonTubes, type NeonTubes} from '../neon-tubes.ts';
import {type Painting, SIZE} from '../painting.ts';
import {closedPath, ovalPath} from '../paths.ts';
import {changePixels} from '../pixels.ts';
import {between, pick, type Random} from '../random.ts';
import {type Street, wetStreet} from '../wet-street.ts';

const STREET: Street = {x: 238, y: 268, curb: 0.62, far: 6};
const NIGHT = fromHex('#0a0620');
const WALLS = ['#7a1fa8', '#1b2a86'].map(fromHex);
const PINK_LIGHT = fromHex('#ffd9f2');
const TUBES = ['#ff2bd6', '#19f0ff', '#9b4dff', '#ff2bd6', '#19f0ff', '#3d6bff', '#ff5c8a'].map(
  fromHex,
);

/** Signs in a square from -1 to 1. */
const SIGNS = [
  'M-.7-.8 L.7-.8 L0 .1 Z M0 .1 V.85 M-.4 .85 H.4 M.1-.3 L.5-1',
  'M0 .8 C-1.4-.2-.7-1 0-.4 C.7-1 1.4-.2 0 .8 Z',
  'M.25-1 L-.5 .15 H.05 L-.25 1 L.55-.25 H0 Z',
  'M0-.9 L.25-.25 L.9-.25 L.4 .15 L.6 .8 L0 .42 L-.6 .8 L-.4 .15 L-.9-.25 L-.25-.25 Z',
  'M-.9 0 C-.4-.7 .3-.6 .6 0 C.3 .6-.4 .7-.9 0 Z M.6 0 L1-.4 V.4 Z M-.5-.1 L-.45-.05',
  'M-.9 .1 H.9 C.8 .7 .5 .9 0 .9 C-.5 .9-.8 .7-.9 .1 Z ' +
    'M-.4-.1 C-.6-.4-.2-.5-.4-.9 M.1-.1 C-.1-.4 .3-.5 .1-.9 M.5-.1 C.3-.4 .7-.5 .5-.9',
  'M0-.9 A.9 .9 0 1 0 .01-.9 Z M0-.55 A.55 .55 0 1 0 .01-.55 Z M0-.2 A.2 .2 0 1 0 .01-.2 Z',
  'M-.8-.3 L0 .4 L.8-.3 M-.8-.8 L0-.1 L.8-.8 M-.8 .2 L0 .9 L.8 .2',
  'M0 1 C.2 .4 .1 0 0-.3 C-.3-.7-.7-.6-.9-.2 M0-.3 C.3-.8 .7-.6 .9-.2 ' +
    'M0-.3 C-.1-.8-.5-1-.8-.8 M0-.3 C.2-.9 .5-1 .8-.8',
  'M-.8 .9 V-.2 C-.8-.6-.5-.8-.7-1 L-.3-.7 H.3 L.7-1 C.6-.8 .8-.6 .8-.2 C.8 .6-.4 .7-.4 .2 ' +
    'M-.35-.3 V-.2 M.35-.3 V-.2',
  'M.3-.9 A.95 .95 0 1 0 .3 .9 A1.2 1.2 0 0 1 .3-.9 Z',
];
/** Somebody in a coat, one unit tall, the feet at (0, 0). */
const WALKER =
  'M-.05-.88 A.08 .08 0 1 1-.04-.73 C.06-.72 .1-.64 .12-.5 L.17-.22 H.08 L.12-.02 H.02 L-.02-.22 ' +
  'L-.1-.02 H-.18 L-.11-.22 H-.22 L-.17-.55 C-.16-.68-.12-.72-.1-.74 C-.16-.78-.14-.88-.05-.88 Z';
/** Who is in the street: x, the feet's y and the height. */
const WALKERS = [
  [214, 318, 34],
  [262, 336, 48],
  [318, 392, 92],
  [176, 372, 74],
] as const;

/** A lane of glowing signs after the rain. */
export const painting: Painting = {
  id: 'neon',
  title: 'Lane after Rain',
  note: 'A photograph from a wet night: bent glass tubes glow magenta, cyan and violet and run down the street as light.',
  seed: 6,
  paint(context, random) {
    const houses = createLayer();
    const tubes = createNeonTubes();
    drawHaze(houses);
    for (const side of [-1, 1]) drawHouses(houses, tubes, side, random);
    drawCables(houses, random);
    hangLanterns(tubes, random);
    context.drawImage(houses.canvas, 0, 0);
    tubes.shine(context);
    wetStreet(context, STREET, random);
    for (const [x, feet, height] of WALKERS) drawWalker(context, x, feet, height, random);
    rain(context, random);
    expose(context, random);
  },
};

function drawHaze(houses: SKRSContext2D): void {
  const {x, y} = STREET;
  const haze = houses.createRadialGradient(x, y - 30, 4, x, y - 40, 330);
  haze.addColorStop(0, '#ff9fee');
  haze.addColorStop(0.12, '#b92fc0');
  haze.addColorStop(0.4, '#3d1280');
  haze.addColorStop(1, '#0c0a3a');
  houses.fillStyle = haze;
  houses.fillRect(0, 0, SIZE, SIZE);
}

/** One side of the street, from the far end to the viewer; `side` is -1 (left) or 1. */
function drawHouses(houses: SKRSContext2D, tubes: NeonTubes, side: number, random: Random): void {
  let far = 14;
  while (far < 330) {
    const near = far * between(random, 1.45, 1.75);
    drawHouse(houses, side, far, near, between(random, 1.9, 3.4), random);
    dressFront(tubes, side, far, near, random);
    for (let sign = 0; sign < 5; sign++) {
      const out = far + ((near - far) * (sign + random())) / 5;
      hangSign(houses, tubes, side, out, 0.36 + ((sign * 2) % 5) * 0.36, random);
    }
    far = near;
  }
}

/** A point of the house fronts: `out` pixels from the vanishing point, `height` in units of it. */
function frontPoint(side: number, out: number, height: number): Point {
  return [STREET.x + side * (out + STREET.far), STREET.y + out * (STREET.curb - height * 1.1)];
}

/** A piece of a house front between two depths and two heights. */
function frontPath(side: number, far: number, near: number, low: number, high: number): Path2D {
  const lower = [frontPoint(side, far, low), frontPoint(side, near, low)];
  return closedPath([...lower, frontPoint(side, near, high), frontPoint(side, far, high)]);
}

/** A wall with its courses of stone and its windows, a third of them lit. */
function drawHouse(
  houses: SKRSContext2D,
  side: number,
  far: number,
  near: number,
  rise: number,
  random: Random,
): void {
  const fill = (from: number, to: number, low: number, high: number, color: string) => {
    houses.fillStyle = color;
    houses.fill(frontPath(side, from, to, low, high));
  };
  const dusk = 0.45 + 0.5 * Math.min(1, far / 150);
  const wall = mixColors(mixColors(WALLS[0]!, WALLS[1]!, random()), NIGHT, dusk);
  fill(far, near, 0, rise, css(wall));
  for (let height = 0; height < rise; height += 0.03) {
    const tint: Color = random() < 0.5 ? [0, 0, 16] : [180, 108, 255];
    fill(far, near, height, height + 0.01, css(tint, between(random, 0.03, 0.16)));
  }
  for (let floor = 0.17; floor < rise - 0.1; floor += 0.17) {
    for (let column = 0; column < 3; column++) {
      const from = far + ((near - far) * (column + 0.22)) / 3;
      const to = far + ((near - far) * (column + 0.78)) / 3;
      const [low, high] = [floor + 0.025, floor + 0.125];
      const lamp = mixColors(pick(random, TUBES), PINK_LIGHT, 0.25);
      fill(
        from,
        to,
        low,
        high,
        random() < 0.3 ? css(lamp, between(random, 0.35, 0.95)) : '#05031a',
      );
      for (let bar = 1; bar < 4; bar++) {
        fill(from, to, low + bar * 0.025, low + bar * 0.025 + 0.008, '#05031acc');
      }
      fill(from, to, low - 0.014, low, css(mixColors(wall, PINK_LIGHT, 0.3)));
    }
  }
}

/** A board that stands out from the wall, with a tube frame and one or two signs. */
function hangSign(
  houses: SKRSContext2D,
  tubes: NeonTubes,
  side: number,
  out: number,
  height: number,
  random: Random,
): void {
  const size = Math.min(58, out * between(random, 0.15, 0.24));
  if (size < 3) return;
  const [foot, y] = frontPoint(side, out, height);
  const x = foot - side * size * 1.15;
  const tall = random() < 0.4 ? 1.7 : 1.1;
  const board = [x - size * 1.1, y - size * tall, size * 2.2, size * 2 * tall] as const;
  tubes.hide(...board);
  houses.fillStyle = '#07041c';
  houses.fillRect(...board);
  const inset = tall - 0.08;
  const frame = new Path2D();
  frame.roundRect(x - size * 1.02, y - size * inset, size * 2.04, size * 2 * inset, size * 0.2);
  tubes.bend(frame, pick(random, TUBES), Math.max(1, size / 16));
  const color = pick(random, TUBES);
  const scale = size * (tall > 1.5 ? 0.62 : 0.78);
  for (const offset of tall > 1.5 ? [-0.8, 0.8] : [0]) {
    const sign = placed(pick(random, SIGNS), x, y + offset * size, scale * side, scale);
    tubes.bend(sign, color, Math.max(1.2, size / 11));
  }
}

/** Straight tubes along the front of a house and around its door. */
function dressFront(
  tubes: NeonTubes,
  side: number,
  far: number,
  near: number,
  random: Random,
): void {
  for (const [low, high] of [
    [0.1, 0.2],
    [0.24, 0.36],
    [0.7, 1.1],
  ] as const) {
    const height = between(random, low, high);
    const line = closedPath([frontPoint(side, far, height), frontPoint(side, near * 0.97, height)]);
    tubes.bend(line, pick(random, TUBES), Math.max(1, near / 80));
  }
  const width = near - far;
  const door = frontPath(side, far + width * 0.3, far + width * 0.6, 0.02, 0.22);
  tubes.bend(door, pick(random, TUBES), Math.max(1, near / 70));
}

/** Strings of lanterns across the street. */
function hangLanterns(tubes: NeonTubes, random: Random): void {
  for (let row = 0; row < 5; row++) {
    const width = 40 * 1.6 ** row;
    const y = STREET.y - width * between(random, 0.75, 0.95);
    for (let step = -5; step <= 5; step++) {
      const sag = (25 - step * step) * width * 0.006;
      const bulb = ovalPath(STREET.x + (step * width) / 5, y + sag, width * 0.024, width * 0.034);
      tubes.bend(bulb, TUBES[(row + step + 10) % 2]!, Math.max(1, width / 120));
    }
  }
}

function drawCables(houses: SKRSContext2D, random: Random): void {
  houses.strokeStyle = '#05021acc';
  for (let left = 16; left > 0; left--) {
    const y = between(random, -60, 200);
    const end = y + between(random, -60, 60);
    houses.lineWidth = between(random, 0.7, 2.2);
    houses.beginPath();
    houses.moveTo(-10, y);
    houses.quadraticCurveTo(STREET.x, y + between(random, 20, 110), SIZE + 10, end);
    houses.stroke();
  }
}

/** Somebody under an umbrella, with a faint reflection. */
function drawWalker(
  context: SKRSContext2D,
  x: number,
  feet: number,
  height: number,
  random: Random,
): void {
  const top = feet - height * 0.96;
  const umbrella = new Path2D();
  const tilt = between(random, -0.15, 0.15);
  umbrella.ellipse(x, top, height * 0.36, height * 0.2, tilt, Math.PI, 2 * Math.PI);
  context.fillStyle = '#06031a';
  context.fill(umbrella);
  context.fillRect(x - 1, feet - height * 1.1, 2, height * 0.5);
  context.fill(placed(WALKER, x, feet, height, height));
  context.globalAlpha = 0.45;
  context.fill(placed(WALKER, x, feet, height, -height));
  context.globalAlpha = 1;
  context.strokeStyle = css(pick(random, TUBES), 0.9);
  context.lineWidth = Math.max(1, height / 44);
  context.stroke(umbrella);
}

function rain(context: SKRSContext2D, random: Random): void {
  context.globalCompositeOperation = 'lighter';
  for (let left = 520; left > 0; left--) {
    const [x, y] = [between(random, 0, SIZE), between(random, -30, SIZE)];
    const length = between(random, 8, 30);
    context.strokeStyle = css(pick(random, TUBES), between(random, 0.1, 0.4));
    context.lineWidth = between(random, 0.5, 1.2);
    context.beginPath();
    context.moveTo(x, y);
    context.lineTo(x - length * 0.16, y + length);
    context.stroke();
  }
  context.globalCompositeOperation = 'source-over';
}

/** The red fringe of a cheap lens, scan lines, and the grain of a fast film. */
function expose(context: SKRSContext2D, random: Random): void {
  const sharp = keepColors(context);
  changePixels(context, ([, green, blue], x, y) => {
    const scan = y % 3 === 0 ? 0.84 : 1.04;
    const vignette = 1.08 - 0.3 * Math.hypot(x / SIZE - 0.5, y / SIZE - 0.5) ** 2;
    const gain = scan * vignette;
    const grain = between(random, -16, 16);
    return [sharp(x + 2, y)[0] * gain + grain, green * gain + grain * 0.8, blue * gain + grain];
  });
}

/** A path moved to (x, y) and scaled. */
function placed(path: string, x: number, y: number, across: number, down: number): Path2D {
  const shape = new Path2D();
  shape.addPath(new Path2D(path), {a: across, b: 0, c: 0, d: down, e: x, f: y});
  return shape;
}
