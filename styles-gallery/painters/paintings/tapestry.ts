import type {SKRSContext2D} from '@napi-rs/canvas';
import {fromHex} from '../color.ts';
import {type Painting, SIZE} from '../painting.ts';
import {between, gaussian, pick, type Random} from '../random.ts';
import {oval} from '../sketch-shapes.ts';
import {weave} from '../tapestry-loom.ts';

const REDS = ['#6f0f22', '#96182b', '#a01c2e', '#b8323a', '#d9635a', '#ecaa84'] as const;
const GOLDS = ['#46301f', '#7c5424', '#b9822a', '#e5b95c', '#f6e8c4'] as const;
const GREENS = ['#1f4a26', '#457a30', '#7ea043', '#c2bf63', '#b2cfa6'] as const;
const TEALS = ['#141c28', '#0d2f44', '#125368', '#2b7f86', '#66a99c'] as const;
const BLUES = ['#24368a', '#4a6bb8', '#8fb0d6'] as const;
const WOOLS = [...REDS, ...GOLDS, ...GREENS, ...TEALS, ...BLUES].map(fromHex);
const [CLARET, , MADDER, CRIMSON, ROSE, PEACH] = REDS;
const [BARK, , OCHRE, STRAW, IVORY] = GOLDS;
const [HOLLY, MOSS, LEAF, LIME, SAGE] = GREENS;
const [NIGHT, MEADOW, , TEAL, MIST] = TEALS;
const [, BLUE, SKY] = BLUES;
const PETALS = [IVORY, PEACH, STRAW, SKY, ROSE, BLUE];
const LEAVES = [MOSS, LEAF, TEAL, MIST, HOLLY];

/** A white hind among a thousand flowers, woven in wool. */
export const painting: Painting = {
  id: 'tapestry',
  title: 'Thousand Flowers',
  note: 'Dyed wool beaten down over linen warps: a garden of a thousand flowers, its tones joined by fine interlocking teeth.',
  seed: 1490,
  paint(context, random) {
    drawCartoon(context, random);
    weave(context, WOOLS, random);
  },
};

/** The weaver's drawing, which lies under the warps. */
function drawCartoon(context: SKRSContext2D, random: Random): void {
  context.fillStyle = MADDER;
  context.fillRect(0, 0, SIZE, SIZE);
  strew(context, random, 64, 24, 400);
  oval(context, 256, 470, 330, 132, LEAF);
  oval(context, 256, 478, 330, 132, MEADOW);
  strew(context, random, 54, 380, SIZE + 20);
  drawTree(context, random, 104, ROSE);
  drawTree(context, random, 418, STRAW);
  drawHind(context);
  strew(context, random, 60, 470, SIZE + 40);
}

/** Flowering plants all over, from `top` to `bottom`. */
function strew(
  context: SKRSContext2D,
  random: Random,
  spacing: number,
  top: number,
  bottom: number,
) {
  for (let y = top; y < bottom; y += spacing * 0.8) {
    const offset = between(random, 0, spacing);
    for (let x = -offset; x < SIZE + spacing; x += spacing) {
      drawPlant(context, random, gaussian(random, x, 5), gaussian(random, y, 5), spacing * 0.5);
    }
  }
}

function drawPlant(
  context: SKRSContext2D,
  random: Random,
  x: number,
  y: number,
  size: number,
): void {
  const petal = pick(random, PETALS);
  const leaf = pick(random, LEAVES);
  for (let stem = -1; stem <= 1; stem++) {
    const lean = stem * 0.55 + gaussian(random, 0, 0.1);
    const height = size * between(random, 0.7, 1.1);
    const [tipX, tipY] = [x + Math.sin(lean) * height, y - Math.cos(lean) * height];
    line(context, leaf, 3, x, y + size * 0.3, tipX, tipY);
    for (const share of [0.1, 0.4]) {
      const [midX, midY] = [x + (tipX - x) * share, y + (tipY - y) * share];
      oval(context, midX + 9, midY, 10, 4.4, leaf, -0.5 + lean);
      oval(context, midX - 9, midY, 10, 4.4, pick(random, LEAVES), 0.5 + lean);
    }
    drawBloom(context, tipX, tipY, size * 0.32, petal);
  }
}

function drawBloom(
  context: SKRSContext2D,
  x: number,
  y: number,
  size: number,
  color: string,
): void {
  oval(context, x, y, size * 1.35, size * 1.35, NIGHT);
  for (let petal = 0; petal < 5; petal++) {
    const angle = petal * 1.2566 - 1.57;
    const [px, py] = [x + Math.cos(angle) * size * 0.7, y + Math.sin(angle) * size * 0.7];
    oval(context, px, py, size * 0.62, size * 0.45, color, angle);
  }
  oval(context, x, y, size * 0.36, size * 0.36, color === STRAW ? CLARET : OCHRE);
}

/** A trained tree with round fruit. */
function drawTree(context: SKRSContext2D, random: Random, x: number, fruit: string): void {
  line(context, BARK, 15, x, 440, x, 190);
  line(context, OCHRE, 5, x - 3, 436, x - 3, 200);
  for (const side of [-1, 1]) line(context, BARK, 8, x, 260, x + side * 50, 150);
  for (let index = 0; index < 150; index++) {
    const angle = between(random, 0, 7);
    const [along, up] = [Math.cos(angle), Math.sin(angle)];
    const radius = 88 * Math.sqrt(random());
    const [px, py] = [x + along * radius, 130 + up * radius * 1.15];
    const shaded = px - x + (py - 130) > gaussian(random, 20, 30);
    const color = shaded
      ? pick(random, [HOLLY, MEADOW, NIGHT])
      : pick(random, [LEAF, MOSS, LIME, MIST]);
    oval(context, px, py, 19, 8.5, color, angle);
    line(context, LIME, 1.5, px - 9 * along, py - 9 * up, px + 9 * along, py + 9 * up);
    if (index % 9 === 5) {
      oval(context, px + 2, py + 2, 15, 15, CLARET);
      oval(context, px, py, 12, 12, fruit);
      oval(context, px - 4, py - 4, 4, 4, IVORY);
    }
  }
}

/** A white hind at rest, her head turned up; drawn twice for a dark contour. */
function drawHind(context: SKRSContext2D): void {
  for (const [contour, coat, shade] of [
    [11, NIGHT, NIGHT],
    [0, IVORY, SAGE],
  ] as const) {
    const legs = [
      [206, 462, -10, shade],
      [228, 470, 4, coat],
      [300, 464, 6, coat],
      [318, 458, 18, shade],
    ] as const;
    for (const [x, foot, lean, color] of legs) {
      line(context, color, 11 + contour, x, 400, x + lean, 430);
      line(context, color, 7 + contour, x + lean, 430, x, foot);
    }
    oval(context, 262, 380, 72 + contour / 2, 34 + contour / 2, coat, -0.06);
    oval(context, 310, 382, 34 + contour / 2, 37 + contour / 2, coat, 0.3);
    line(context, coat, 34 + contour, 206, 372, 190, 316);
    oval(context, 186, 296, 19 + contour / 2, 15 + contour / 2, coat, 0.2);
    line(context, coat, 13 + contour, 178, 300, 152, 310);
    line(context, coat, 9 + contour, 190, 288, 212, 262);
    line(context, coat, 9 + contour, 190, 288, 178, 258);
    line(context, coat, 10 + contour, 336, 366, 352, 350);
    if (contour === 0) {
      oval(context, 266, 404, 58, 9, SKY, -0.05);
      oval(context, 282, 356, 48, 5, STRAW, -0.02);
      line(context, CRIMSON, 11, 186, 338, 216, 330);
      oval(context, 180, 294, 4, 4, NIGHT);
      oval(context, 152, 309, 4, 4, NIGHT);
    }
  }
}

/** Draws a round-ended stroke of `width` pixels. */
function line(
  context: SKRSContext2D,
  color: string,
  width: number,
  x1: number,
  y1: number,
  x2: number,
  y2: number,
) {
  context.strokeStyle = color;
  context.lineWidth = width;
  context.lineCap = 'round';
  context.beginPath();
  context.moveTo(x1, y1);
  context.lineTo(x2, y2);
  context.stroke();
}
