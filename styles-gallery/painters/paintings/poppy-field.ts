import {type Color, fromHex, lighten, mixColors} from '../color.ts';
import {createNoise, fractal, type Noise} from '../noise.ts';
import {type Painting, SIZE} from '../painting.ts';
import {between, gaussian, pick, type Random} from '../random.ts';
import {createThickPaint, type ThickPaint} from '../thick-paint.ts';

const HORIZON = 188;
const GROUND = fromHex('#b79ac4');
const BLUES = ['#3f97e6', '#6fb8f2', '#9bd2f6', '#5a86dc', '#a9a2ea'].map(fromHex);
const CLOUDS = ['#ffffff', '#fff4d6', '#ffe3df', '#e6dcf7'].map(fromHex);
const CLOUD_SHADES = ['#c3b7e8', '#a9a4dc', '#d9c4e4'].map(fromHex);
const GRASSES = ['#6fb02a', '#9fc83a', '#e0d84a', '#4a9a3f', '#d0b03f', '#7fcf6a'].map(fromHex);
const SHADOWS = ['#3a3a9a', '#5a3fa0', '#1f6b50', '#24448f', '#2f7a34'].map(fromHex);
const POPPIES = ['#e8202a', '#ff4326', '#ff6a3c', '#d3123f', '#f7304a'].map(fromHex);
const TREES = ['#2e6b4f', '#3f8a57', '#2c4f7c', '#5b57a6', '#6fa84f'].map(fromHex);
const [MILK, INK] = [fromHex('#fff6e6'), fromHex('#3a2a66')];
/** The sun stands high on the right: shadows fall to the left. */
const SHADOW_SIDE = -1;

/** Poppies in summer grass under a bright sky, in short broken strokes. */
export const painting: Painting = {
  id: 'poppy-field',
  title: 'Poppy Noon',
  note: 'Short broken touches of pure oil colour, red laid beside green and violet into every shadow, as painted out of doors.',
  seed: 7,
  paint(context, random) {
    const paint = createThickPaint(random, GROUND);
    const noise = fractal(createNoise(random), 3);
    paintSky(paint, random, noise);
    paintTrees(paint, random);
    paintField(paint, random, noise);
    for (const [x, y, size] of [
      [196, 300, 62],
      [236, 308, 42],
      [372, 226, 20],
    ] as const) {
      paintStroller(paint, random, x, y, size);
    }
    paintPoppies(paint, random, noise);
    paint.show(context, 0.75, 90);
  },
};

function paintSky(paint: ThickPaint, random: Random, noise: Noise): void {
  for (let index = 0; index < 2600; index++) {
    const [x, y] = [between(random, 0, SIZE), between(random, -6, HORIZON + 6)];
    const cloud = noise(x / 130 + 3, y / 62) + 0.25 * noise(x / 40, y / 30);
    const below = noise(x / 130 + 3, (y + 16) / 62);
    const palette = cloud < 0.02 ? BLUES : cloud > below ? CLOUDS : CLOUD_SHADES;
    const color = mixColors(pick(random, palette), MILK, (0.35 * y) / HORIZON);
    const angle = 0.5 * noise(x / 90, y / 50) + (cloud < 0.02 ? -0.25 : gaussian(random, 0, 0.7));
    paint.brush({...touch(random, x, y, 24, 8), angle, color, streak: lighten(color, 22), bend: 2});
  }
}

/** A wood along the horizon with poplars, their shaded sides blue and violet. */
function paintTrees(paint: ThickPaint, random: Random): void {
  const crowns: [number, number, number][] = [];
  for (let x = -10; x < SIZE + 10; x += 9) {
    crowns.push([x, 38 + 20 * Math.sin(x / 52 + 4) + 9 * Math.sin(x / 17), 16]);
  }
  for (const x of [60, 88, 112, 418, 452]) crowns.push([x, 118 + gaussian(random, 0, 20), 18]);
  for (const [middle, height, width] of crowns) {
    for (let index = 0; index < height * 0.9; index++) {
      const rise = random();
      const side = gaussian(random, 0, 0.5);
      const x = middle + side * width * (1.1 - rise);
      const lit = side * -SHADOW_SIDE + 0.4 * rise + gaussian(random, 0, 0.3) > 0.2;
      const color = lit
        ? pick(random, [...GRASSES.slice(0, 4), TREES[4] as Color])
        : pick(random, TREES);
      const angle = -Math.PI / 2 + gaussian(random, 0, 0.4);
      paint.brush({
        ...touch(random, x, HORIZON + 4 - rise * height, 12, 5),
        angle,
        color,
        streak: INK,
      });
    }
  }
  for (const [x, y, color] of [
    [300, 168, '#fff1d0'],
    [318, 168, '#b9a5dc'],
    [309, 154, '#f2703c'],
  ] as const) {
    paint.brush({x, y, angle: 0, length: 34, width: 15, color: fromHex(color), body: 0.9});
  }
}

function paintField(paint: ThickPaint, random: Random, noise: Noise): void {
  for (let index = 0; index < 9000; index++) {
    const near = (index / 9000) ** 1.2;
    const y = HORIZON + 4 + (SIZE - HORIZON) * near + gaussian(random, 0, 5);
    const x = between(random, -8, SIZE + 8);
    const scale = 0.3 + 0.9 * near;
    const furrow = noise(x / (170 * scale), (y - HORIZON) / (34 * scale));
    const shaded = furrow + gaussian(random, 0, 0.12) < -0.1;
    const hay = mixColors(pick(random, GRASSES), fromHex('#f6e08a'), 0.6 * (1 - near) * random());
    const color = shaded ? pick(random, SHADOWS) : hay;
    const angle = -Math.PI / 2 + 0.5 * noise(x / 70, y / 70 + 9) + gaussian(random, 0, 0.35);
    const flat = near < 0.14 ? Math.PI / 2 : 0;
    const size = touch(random, x, y, 9 + 20 * near, 3.5 + 3.5 * near);
    paint.brush({...size, angle: angle + flat, color, streak: lighten(color, 30), bend: 4 * near});
  }
}

/** A woman with a parasol: a pale dress, lit from the right, and her long shadow. */
function paintStroller(
  paint: ThickPaint,
  random: Random,
  x: number,
  y: number,
  size: number,
): void {
  const dab = (
    dx: number,
    dy: number,
    length: number,
    width: number,
    angle: number,
    color: Color,
  ) =>
    paint.brush({
      x: x + dx * size,
      y: y + dy * size,
      length: length * size,
      width: Math.max(3, width * size),
      angle,
      color,
      streak: lighten(color, gaussian(random, 0, 18)),
      body: 0.8,
    });
  for (let step = 1; step < 6; step++)
    dab(SHADOW_SIDE * 0.2 * step, 0.1, 0.4, 0.13, 0.1, pick(random, SHADOWS));
  for (const spread of [-0.2, -0.1, 0.02, 0.13, 0.22]) {
    dab(spread, -0.24, 0.72, 0.17, Math.PI / 2 - spread, spread < 0 ? fromHex('#a79be0') : MILK);
  }
  dab(0, -0.68, 0.4, 0.24, Math.PI / 2, MILK);
  dab(-0.06, -0.66, 0.36, 0.12, Math.PI / 2, fromHex('#8d86d6'));
  dab(0.02, -0.95, 0.26, 0.2, 0, fromHex('#e59a6a'));
  dab(0.2, -0.78, 0.5, 0.05, -1.1, INK);
  for (const tilt of [-0.5, -0.2, 0.1, 0.4]) {
    const color = tilt < 0 ? fromHex('#4f8fd0') : fromHex('#bfe6d8');
    dab(0.2 + tilt * 0.7, -1.16 + tilt * tilt * 0.5, 0.5, 0.17, tilt, color);
  }
}

/** Poppies gather in drifts, each a few touches with a dark heart. */
function paintPoppies(paint: ThickPaint, random: Random, noise: Noise): void {
  for (let index = 0; index < 1500; index++) {
    const near = (index / 1500) ** 1.5;
    const y = HORIZON + 10 + (SIZE - HORIZON) * near;
    const x = between(random, 0, SIZE);
    const drift = noise(x / (150 * (0.3 + near)) + 5, (y - HORIZON) / 50 + 40);
    if (drift + gaussian(random, 0, 0.12) < 0.04) continue;
    const size = 3 + 15 * near ** 1.3;
    const color = pick(random, POPPIES);
    for (let petal = 0; petal < 1 + 3 * near; petal++) {
      const angle = gaussian(random, 0, 0.9);
      const [px, py] = [gaussian(random, x, size / 3), gaussian(random, y, size / 4)];
      const tint = lighten(color, petal * 14 - 10);
      paint.brush({
        x: px,
        y: py,
        length: size * 1.5,
        width: size * 0.8,
        angle,
        color: tint,
        body: 0.9,
      });
    }
    if (near > 0.25)
      paint.brush({x, y, length: size * 0.62, width: size * 0.55, angle: 1, color: INK});
  }
}

function touch(random: Random, x: number, y: number, length: number, width: number) {
  const scale = between(random, 0.7, 1.3);
  return {x, y, length: length * scale, width: width * scale, body: between(random, 0.4, 0.8)};
}
