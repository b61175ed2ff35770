import type {SKRSContext2D} from '@napi-rs/canvas';
import {type Color, lighten, mixColors} from './color.ts';
import {coverageOf, createLayer} from './layer.ts';
import {SIZE} from './painting.ts';
import type {PastelPaper} from './pastel-stroke.ts';
import {between, pick, type Random} from './random.ts';

/** The layers of a part: size of the stick, pressure of the hand, share of the ground. */
const LAYERS = [
  {size: 1.6, pressure: 0.5, share: 1.5},
  {size: 1, pressure: 0.62, share: 1.2},
  {size: 0.7, pressure: 0.76, share: 0.7},
] as const;

type Measure = (x: number, y: number) => number;

/** A part of the picture: 1 where it is, row by row, and the indices of its pixels. */
export type Part = {mask: Uint8Array; pixels: readonly number[]};

/** How a part is rubbed in; lengths in pixels, angles in radians. */
export type Manner = {
  sticks: readonly Color[];
  /** Which stick to take at a place: 0 the first, 1 the last. */
  shade: Measure;
  angle: Measure;
  length: number;
  width: number;
  /** Whether strokes stop at the part's edge. */
  tight?: boolean;
};

/** The part where `inside` says so. */
export function partWhere(inside: (x: number, y: number) => boolean): Part {
  const mask = new Uint8Array(SIZE * SIZE);
  return partOf(mask.map((_, at) => (inside(at % SIZE, Math.floor(at / SIZE)) ? 1 : 0)));
}

/** The part that `draw` covers. */
export function partDrawn(draw: (layer: SKRSContext2D) => void): Part {
  const layer = createLayer();
  draw(layer);
  return partOf(Uint8Array.from(coverageOf(layer), (coverage) => (coverage > 0.5 ? 1 : 0)));
}

/** Rubs a part in three layers: broad and light-handed first, short and firm last. */
export function rubIn(paper: PastelPaper, part: Part, manner: Manner, random: Random): void {
  const {sticks, shade, angle, length, width, tight = false} = manner;
  const within = (x: number, y: number) => part.mask[y * SIZE + x] === 1;
  const coats = tight ? 4 : 2;
  for (const {size, pressure, share} of LAYERS) {
    const strokes = (part.pixels.length * share * coats) / (length * width * size * size);
    for (let left = strokes; left > 0; left--) {
      const pixel = pick(random, part.pixels);
      const [x, y] = [pixel % SIZE, Math.floor(pixel / SIZE)];
      const tone = shade(x, y) + between(random, -0.22, 0.22);
      const place = Math.min(sticks.length - 1, Math.max(0, Math.floor(tone * sticks.length)));
      const dusty = mixColors(sticks[place] as Color, pick(random, sticks), 0.14);
      paper.rub({
        x,
        y,
        angle: angle(x, y) + between(random, -0.2, 0.2),
        length: length * size * between(random, 0.6, 1.3),
        width: width * size * between(random, 0.6, 1.25),
        color: lighten(dusty, between(random, -12, 12)),
        pressure: pressure + between(random, -0.12, 0.12),
        bend: between(random, -2, 2),
        ...(tight && {within}),
      });
    }
  }
}

/** Draws the lower right edge of a part with broken touches of one stick. */
export function rubContour(paper: PastelPaper, part: Part, color: Color, random: Random): void {
  for (const pixel of part.pixels) {
    if (part.mask[pixel + 2 + SIZE] === 1 || random() < 0.5) continue;
    const [x, y] = [pixel % SIZE, Math.floor(pixel / SIZE)];
    const angle = part.mask[pixel + 3] === 1 ? 0.1 : 1.5;
    paper.rub({x, y, angle, length: 6, width: 2.4, color, pressure: 0.68});
  }
}

function partOf(mask: Uint8Array): Part {
  const pixels: number[] = [];
  for (const [index, inside] of mask.entries()) if (inside) pixels.push(index);
  return {mask, pixels};
}
