import {Path2D, type SKRSContext2D} from '@napi-rs/canvas';
import {fromHex} from '../color.ts';
import {coverageAt, coverageOf} from '../layer.ts';
import {createLinoBlock, type LinoBlock} from '../lino-block.ts';
import {createNoise, fractal} from '../noise.ts';
import {overprint} from '../overprint.ts';
import {type Painting, SIZE} from '../painting.ts';
import {boxPath, ovalPath} from '../paths.ts';
import {changePixels} from '../pixels.ts';
import {between, type Random} from '../random.ts';

const PAPER = fromHex('#f6edd8');
const FIBRE = fromHex('#c8beaa');
const GREEN = fromHex('#58ad24');
const BLACK = fromHex('#1b1917');
const HORIZON = 322;
const MOON = {x: 330, y: 150, radius: 70};
/** How far the green block slipped against the black one, in pixels. */
const SLIP = {x: 2.5, y: -2};

const REEDS = [20, 46, 70, 98, 356, 388, 402, 430, 452, 476, 498];
const HERON = {
  body:
    'M162 106 C146 106 138 114 132 120 L60 138 L134 138 C150 140 168 142 172 158 ' +
    'C178 186 130 206 122 246 C116 284 116 330 152 360 C180 384 214 394 240 404 L296 440 L272 388 ' +
    'C284 346 250 300 214 288 C184 278 156 280 156 254 C158 222 204 200 204 154 C204 124 184 106 162 106 Z',
  wing:
    'M172 306 C156 344 204 378 252 402 L290 434 L266 386 C270 352 246 312 210 298 ' +
    'C194 292 178 294 172 306 Z',
  legs: 'M186 382 L180 452 L192 530 M212 392 L226 452 L214 530',
  plume: 'M146 116 C176 92 208 100 252 128 C216 116 196 116 178 126 Z',
  beak: 'M132 121 L66 137 L134 136 C150 134 160 122 150 114 Z',
};

type Measure = (x: number, y: number) => number;
type Blocks = {black: LinoBlock; green: LinoBlock; random: Random};

/** A heron in the reeds by moonlight, cut in linoleum and printed in green and black. */
export const painting: Painting = {
  id: 'linocut',
  title: 'Heron by Moonlight',
  note: 'Two blocks of linoleum: every light is a gouge mark, and the ridges the tool missed chatter in the cleared ground.',
  seed: 7,
  paint(context, random) {
    const blocks = {black: createLinoBlock(random), green: createLinoBlock(random), random};
    cutSky(blocks);
    cutHills(blocks);
    cutWater(blocks);
    for (const x of REEDS) cutReed(blocks, x);
    cutHeron(blocks);
    print(context, blocks);
  },
};

/** Rays from a moon that stands clear, and banks of cloud. */
function cutSky(blocks: Blocks): void {
  const {black, green} = blocks;
  const shape = boxPath(0, 0, SIZE, HORIZON);
  const moon = ovalPath(MOON.x, MOON.y, MOON.radius);
  const angle: Measure = (x, y) => Math.atan2(y - MOON.y, x - MOON.x);
  const distance: Measure = (x, y) => Math.hypot(x - MOON.x, y - MOON.y) - MOON.radius;
  const glow: Measure = (x, y) => 1.1 - distance(x, y) / 620;
  const halo: Measure = (x, y) => 1.1 - distance(x, y) / 110;
  black.carve({shape, angle, tone: glow, length: 34, width: 5.8});
  green.carve({shape, angle, tone: halo, length: 44, width: 13});
  for (const block of [black, green]) block.clear(moon);
  const round: Measure = (x, y) => angle(x, y) + Math.PI / 2;
  black.chatter({shape: moon, angle: round, tone: () => 0.4, length: 20, width: 4});
  cutCloud(blocks, 64, -20, 230);
  cutCloud(blocks, 206, 300, 560);
  cutCloud(blocks, 236, -40, 150);
}

function cutCloud({black, green, random}: Blocks, y: number, left: number, right: number): void {
  const shape = new Path2D();
  shape.moveTo(left, y + 12);
  let x = left;
  while (x < right) {
    const step = between(random, 26, 56);
    shape.quadraticCurveTo(x + step / 2, y - between(random, 16, 44), x + step, y + 6);
    x += step;
  }
  shape.quadraticCurveTo((left + right) / 2, y + 34, left, y + 12);
  const angle: Measure = (at) => 0.25 * Math.sin(at / 26);
  const tone: Measure = (_, at) => 1 - (at - y + 16) / 40;
  black.leave(shape);
  black.carve({shape, angle, tone, length: 26, width: 5.6});
  for (const block of [black, green]) block.clearLine(shape, 5);
}

/** Two ridges: the far one without green, so that it lies in the mist. */
function cutHills({black, green, random}: Blocks): void {
  const noise = fractal(createNoise(random), 3);
  for (const {base, height, pace, misty} of [
    {base: 272, height: 62, pace: 120, misty: true},
    {base: 300, height: 44, pace: 84, misty: false},
  ]) {
    const ridge = (x: number) => base + height * noise(x / pace, base);
    const rise = (x: number) => ridge(x + 12) - ridge(x - 12);
    const shape = new Path2D();
    shape.moveTo(0, HORIZON);
    for (let x = 0; x <= SIZE; x += 4) shape.lineTo(x, ridge(x));
    shape.lineTo(SIZE, HORIZON);
    black.leave(shape);
    if (misty) green.clear(shape);
    else green.leave(shape);
    const angle: Measure = (x) => (rise(x) < 0 ? 1.9 : 1.1);
    const tone: Measure = (x, y) => 0.55 - rise(x) / 26 - (y - ridge(x)) / 120;
    black.carve({shape, angle, tone, length: 26, width: 4.6});
    black.clearLine(shape, 4);
    green.clearLine(shape, 7);
  }
}

function cutWater({black, green}: Blocks): void {
  const shape = boxPath(0, HORIZON, SIZE, SIZE - HORIZON);
  for (const block of [black, green]) block.leave(shape);
  const angle: Measure = (x, y) => 0.16 * Math.sin(x / 30 + y / 9);
  const path: Measure = (x, y) => 1 - Math.abs(x - MOON.x) / (40 + (y - HORIZON) * 0.45);
  const swell: Measure = (x, y) => 0.6 + 0.3 * Math.sin(y / 13 + x / 70);
  const tone: Measure = (x, y) => Math.max(swell(x, y), path(x, y));
  black.carve({shape, angle, tone, length: 42, width: 5.4});
  green.carve({shape, angle, tone: path, length: 60, width: 15});
}

/** A blade or a cattail with a few veins of light. */
function cutReed({black, random}: Blocks, x: number): void {
  const top = between(random, 190, 330);
  const lean = between(random, -46, 46);
  const cattail = random() < 0.45;
  const half = cattail ? 2.4 : between(random, 5, 8);
  const blade = new Path2D();
  blade.moveTo(x - half, SIZE + 4);
  blade.quadraticCurveTo(x - half, (SIZE + top) / 2, x + lean, top);
  blade.quadraticCurveTo(x + half, (SIZE + top) / 2, x + half, SIZE + 4);
  black.clearLine(blade, 7);
  black.leave(blade);
  const angle: Measure = () => -Math.PI / 2 + lean / 260;
  if (!cattail) {
    black.carve({shape: blade, angle, tone: () => 0.25, length: 36, width: 3});
    return;
  }
  const head = new Path2D();
  head.ellipse(x + lean * 0.86, top + 26, 8.5, 30, lean / 260, 0, 2 * Math.PI);
  black.clearLine(head, 8);
  black.leave(head);
  black.carve({shape: head, angle, tone: () => 0.34, length: 9, width: 2.6});
}

function cutHeron(blocks: Blocks): void {
  const {black, green} = blocks;
  const [body, wing] = [new Path2D(HERON.body), new Path2D(HERON.wing)];
  const legs = new Path2D(HERON.legs);
  black.clearLine(legs, 17);
  black.layer.lineWidth = 6;
  black.layer.stroke(legs);
  standFree(blocks, body, 10);
  green.clear(body);
  const down: Measure = (x, y) => (y < 280 ? 1.57 + 0.5 * Math.sin(y / 34) : 0.72 + x / 900);
  const lit: Measure = (x, y) => 1.5 - (x - 110 - Math.max(0, y - 250) * 0.4) / 90;
  black.carve({shape: body, angle: down, tone: lit, length: 20, width: 5.2});
  standFree(blocks, wing, 4);
  const feather: Measure = (x, y) => 0.6 + (y - 300) / 260 - (x - 160) / 700;
  black.carve({shape: wing, angle: feather, tone: () => 0.7, length: 40, width: 6});
  standFree(blocks, new Path2D(HERON.plume), 4);
  black.clear(new Path2D(HERON.beak));
  black.leave(ovalPath(146, 124, 4));
}

/** Leaves a shape standing black with a margin of bare paper, half of `halo` pixels, around it. */
function standFree({black, green}: Blocks, shape: Path2D, halo: number): void {
  for (const block of [black, green]) block.clearLine(shape, halo);
  black.leave(shape);
}

/** Prints green, then black: ragged edges, specks that took no ink, the fibre of the paper. */
function print(context: SKRSContext2D, {black, green, random}: Blocks): void {
  const [blacks, greens] = [coverageOf(black.layer), coverageOf(green.layer)];
  const noise = createNoise(random);
  const uneven = fractal(noise, 3);
  changePixels(context, (_, x, y) => {
    const wobble = 1.1 * noise(x / 6, y / 6);
    const fibre = 0.05 * uneven(x / 5, y / 60) + between(random, -0.03, 0.03);
    const paper = overprint(PAPER, FIBRE, Math.max(0, fibre * 2));
    const thin = 0.3 * uneven(x / 40, y / 40) + 0.55 * noise(x / 1.7, y / 1.7);
    const salt = thin + between(random, -0.2, 0.2) > 0.6 ? 0.25 : 0.92 + 0.1 * thin;
    const starved = thin + between(random, -0.25, 0.25) > 0.78 ? 0.45 : 0.97 + 0.05 * thin;
    const first = edge(coverageAt(greens, x + SLIP.x + wobble, y + SLIP.y)) * salt;
    const second = edge(coverageAt(blacks, x + wobble, y - wobble)) * starved;
    return overprint(overprint(paper, GREEN, first), BLACK, second);
  });
}

/** Makes the soft edge of a drawn shape as sharp as a cut one. */
function edge(coverage: number): number {
  return Math.min(1, Math.max(0, (coverage - 0.3) * 2.5));
}
