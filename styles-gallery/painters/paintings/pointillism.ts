import type {SKRSContext2D} from '@napi-rs/canvas';
import {type Color, css, fromHex, lighten} from '../color.ts';
import {type ColorAt, keepColors} from '../color-at.ts';
import type {Point} from '../curve.ts';
import {createLayer} from '../layer.ts';
import {type Painting, SIZE} from '../painting.ts';
import {between, gaussian, pick, type Random} from '../random.ts';
import {oval, pointsOf, polygon, wash} from '../sketch-shapes.ts';

/** The tubes on the palette; every dot is one of them, unmixed. */
const PIGMENTS = [
  ...['#fff7dc', '#ffe36e', '#ffc21f', '#f98a1e', '#e8452c', '#f08fa0', '#c23a7a', '#7a3f9d'],
  ...['#43308f', '#2447ad', '#3f86d6', '#8cc6e8', '#1d8f8a', '#1f7a3f', '#5fae3a', '#b5d34a'],
  ...['#1b1f4f', '#f7c9a0', '#a8552c', '#b9a8dc'],
].map(fromHex);
/** Radius of the dots and distance between them, in pixels, from the first layer to the last. */
const LAYERS = [
  [4.6, 5.4],
  [3.2, 4.2],
  [2.3, 3.3],
  [1.7, 3.4],
] as const;
/** The eye mixes dots over squares of this many pixels. */
const MIXING = 9;
/** How far a dot may stray from the colour it stands for, in units of 0…255. */
const LIVELINESS = 26;
/** The share of dots set in the complement of their surroundings, to make these glow. */
const COMPLEMENTS = 0.09;

/** Dots of pure colour that only mix in the eye: a Sunday by the river. */
export const painting: Painting = {
  id: 'pointillism',
  title: 'Sunday by the River',
  note: 'Dots of unmixed colour, each beside its opposite, that turn to light only in the eye.',
  seed: 1886,
  paint(context, random) {
    const sketch = createLayer();
    sketchRiver(sketch, random);
    const colorAt = keepColors(sketch);
    context.fillStyle = '#cfc09a';
    context.fillRect(0, 0, SIZE, SIZE);
    for (const [radius, gap] of LAYERS) setDots(context, random, colorAt, radius, gap);
  },
};

/** Sets one layer of dots; what a dot gets wrong, the next ones near it make good. */
function setDots(
  context: SKRSContext2D,
  random: Random,
  colorAt: ColorAt,
  radius: number,
  gap: number,
): void {
  const columns = Math.ceil(SIZE / MIXING) + 2;
  const debts = new Float32Array(columns * columns * 3);
  for (let index = 0; index < (SIZE / gap) ** 2; index++) {
    const [x, y] = [between(random, 0, SIZE), between(random, 0, SIZE)];
    const cell = (Math.floor(y / MIXING) * columns + Math.floor(x / MIXING)) * 3;
    const wanted = colorAt(x, y);
    const target = wanted.map((channel, i) => channel + 0.8 * (debts[cell + i] as number));
    const grey = (Math.max(...target) + Math.min(...target)) / 2;
    const aim = (random() < COMPLEMENTS ? target.map((channel) => 2 * grey - channel) : target).map(
      (channel) => channel + gaussian(random, 0, LIVELINESS),
    );
    const pigment = nearestPigment(aim);
    for (let channel = 0; channel < 3; channel++) {
      const owed = (target[channel] as number) - (pigment[channel] as number);
      debts[cell + channel] = Math.min(90, Math.max(-90, 0.8 * owed));
    }
    setDot(context, random, x, y, radius * between(random, 0.75, 1.15), pigment);
  }
}

function nearestPigment(aim: readonly number[]): Color {
  const distance = (pigment: Color) =>
    pigment.reduce((sum, channel, i) => sum + (channel - (aim[i] as number)) ** 2, 0);
  return PIGMENTS.reduce((best, next) => (distance(next) < distance(best) ? next : best));
}

/** A touch of the tip of the brush: a little oval, with a dark rim below and a light on top. */
function setDot(
  context: SKRSContext2D,
  random: Random,
  x: number,
  y: number,
  radius: number,
  pigment: Color,
): void {
  const angle = between(random, 0, Math.PI);
  const color = lighten(pigment, gaussian(random, 0, 7));
  const parts = [
    [0.7, 1, css(lighten(color, -80), 0.4)],
    [0, 0.95, css(color, 0.96)],
    [-0.7, 0.4, css(lighten(color, 34), 0.6)],
  ] as const;
  for (const [shift, scale, fill] of parts) {
    context.fillStyle = fill;
    context.beginPath();
    context.ellipse(x + shift, y + shift, radius * scale, radius * 0.8 * scale, angle, 0, 7);
    context.fill();
  }
}

/** The motif in broad colours: sky, far bank, water with sails, the bank, trees and people. */
function sketchRiver(sketch: SKRSContext2D, random: Random): void {
  wash(sketch, 0, 170, ['#3f86d6', '#7cb8e6', '#f7dc8e', '#f5a877']);
  for (let index = 0; index < 16; index++) {
    const [x, y] = [between(random, 150, 520), between(random, 20, 120)];
    oval(sketch, x, y, between(random, 24, 54), between(random, 5, 11), '#fff1c4');
    oval(sketch, x + 6, y + 8, between(random, 20, 44), 6, '#d59ac0');
  }
  for (let x = -10; x < 530; x += 13) {
    const height = between(random, 14, 44) * (x > 300 ? 1.25 : 0.85);
    oval(sketch, x, 168, 20, height, pick(random, ['#4f7fb0', '#3c8f86', '#6a9a4a', '#5b62a8']));
    oval(sketch, x - 6, 168 - height * 0.45, 12, height * 0.4, '#a9c64e');
  }
  for (const x of [228, 262, 330, 408]) {
    polygon(sketch, pointsOf(x, 172, x, 150, x + 28, 150, x + 28, 172), '#fbe3b8');
    polygon(sketch, pointsOf(x - 3, 151, x + 14, 138, x + 31, 151), '#e2592f');
  }
  wash(sketch, 172, 420, ['#f7c982', '#7fbbe2', '#3276cc', '#2858b4', '#223f96']);
  for (let index = 0; index < 420; index++) {
    const y = between(random, 174, 400);
    const color = pick(random, ['#f8e9b0', '#a6d3ea', '#2b58b0', '#3f9f96', '#f4b183']);
    oval(sketch, between(random, 0, 512), y, between(random, 4, 5 + (y - 160) / 9), 1.7, color);
  }
  for (const [x, y, size] of [
    [300, 214, 62],
    [402, 240, 92],
    [206, 196, 36],
  ] as const) {
    sketchBoat(sketch, x, y, size);
  }
  polygon(sketch, pointsOf(0, 300, 130, 318, 300, 368, 512, 402, 512, 512, 0, 512), '#8fbf3f');
  for (let index = 0; index < 320; index++) {
    const [x, y] = [between(random, 0, 512), between(random, 322, 512)];
    if (y < 312 + x * 0.2) continue;
    const shaded = Math.sin(y / 17 + x / 90) > 0.1;
    const color = pick(random, shaded ? ['#27684f', '#3a3f8f', '#2f7f3a'] : ['#c9d94a', '#f2d84e']);
    oval(sketch, x, y, between(random, 14, 44), between(random, 3, 7), color);
  }
  sketchTree(sketch, random, 66, 372, 150);
  sketchTree(sketch, random, 470, 420, 84);
  for (const [x, y, size, dress, parasol] of [
    [206, 392, 84, '#b02a6a', '#f6a11f'],
    [290, 424, 96, '#2b3aa0', '#e8412f'],
    [356, 446, 76, '#f3e6c4', '#7a3f9d'],
    [420, 496, 136, '#d8452c', '#fff2cf'],
    [104, 500, 150, '#2a2668', '#e8608c'],
  ] as const) {
    sketchFigure(sketch, x, y, size, dress, parasol);
  }
}

function sketchBoat(sketch: SKRSContext2D, x: number, y: number, size: number): void {
  const sail = pointsOf(x, y - 4, x + 2, y - size, x + size * 0.42, y - 6);
  polygon(sketch, sail, '#fff4d6');
  polygon(sketch, pointsOf(x - 3, y - 6, x, y - size * 0.86, x - size * 0.26, y - 6), '#f7bd6c');
  oval(sketch, x + 3, y, size * 0.4, size * 0.07, '#a03a24');
  polygon(sketch, pointsOf(x - 8, y + 5, x + size * 0.3, y + 5, x + 8, y + size * 0.8), '#e9e3cc');
}

/** A tree whose foot is at (x, y): its shadow, its trunk, a crown lit from the right. */
function sketchTree(
  sketch: SKRSContext2D,
  random: Random,
  x: number,
  y: number,
  size: number,
): void {
  oval(sketch, x + size * 0.5, y + 8, size * 0.95, size * 0.12, '#3b2f86');
  const [foot, fork] = [size / 10, size / 20];
  const trunk = pointsOf(x - foot, y, x - fork, y - size, x + fork, y - size, x + foot, y);
  polygon(sketch, trunk, '#5b2f5e');
  for (let index = 0; index < size * 1.1; index++) {
    const [angle, reach] = [between(random, 0, 6.3), Math.sqrt(random())];
    const [dx, dy] = [reach * Math.cos(angle), reach * Math.sin(angle)];
    const light = dx * 0.5 - dy * 0.8 + gaussian(random, 0, 0.45);
    const color =
      light > 0.5 ? '#dbe04c' : light > 0 ? '#5fae3a' : light > -0.5 ? '#1f7a4f' : '#27357f';
    oval(sketch, x + dx * size * 0.8, y - size * 1.5 + dy * size * 0.8, size / 9, size / 14, color);
  }
}

/** A stroller `size` pixels tall under a parasol, with a long violet shadow. */
function sketchFigure(
  sketch: SKRSContext2D,
  x: number,
  y: number,
  size: number,
  dress: string,
  parasol: string,
): void {
  const at = (...numbers: readonly number[]) =>
    pointsOf(...numbers).map(([across, up]): Point => [x + across * size, y - up * size]);
  oval(sketch, x + size * 0.5, y + 1, size * 0.62, size * 0.07, '#33307f');
  polygon(sketch, at(-0.25, 0, -0.1, 0.5, 0.1, 0.5, 0.28, 0), dress);
  polygon(sketch, at(0.08, 0, 0.03, 0.48, 0.1, 0.5, 0.28, 0), '#ffd9a0');
  polygon(sketch, at(-0.1, 0.48, -0.12, 0.74, 0.1, 0.74, 0.1, 0.48), '#1f2462');
  oval(sketch, x, y - size * 0.83, size * 0.08, size * 0.1, '#f3b184');
  polygon(sketch, at(0.08, 0.5, 0.2, 1.05, 0.23, 1.05, 0.12, 0.5), '#5b2f2e');
  polygon(sketch, at(-0.22, 0.92, -0.05, 1.12, 0.2, 1.2, 0.46, 1.1, 0.6, 0.9, 0.2, 0.98), parasol);
  polygon(sketch, at(0.24, 0.97, 0.2, 1.2, 0.46, 1.1, 0.6, 0.9), '#fff0b8');
}
