import type {SKRSContext2D} from '@napi-rs/canvas';
import type {Color} from './color.ts';
import type {Point} from './curve.ts';
import {createField, type Field} from './field.ts';
import {createNoise, type Noise} from './noise.ts';
import {SIZE} from './painting.ts';
import {changePixels} from './pixels.ts';
import type {Random} from './random.ts';
import {lightRelief} from './relief.ts';

/** Paper that takes transparent colour: how much light each pixel swallows, and its tooth. */
export type WetPaper = {
  /** The optical density of red, green and blue in turn. */
  readonly density: Float32Array;
  /** Hills (1) and hollows (-1) of the paper's surface, 2 to 3 pixels wide. */
  readonly tooth: Field;
  readonly noise: Noise;
};

/** A transparent colour; a layer of amount 1 on white paper looks like `color`. */
export type Pigment = {
  readonly color: Color;
  /** How much it settles in the hollows of the paper, 0…1. */
  readonly granulation: number;
};

/** The edge of a puddle strays by up to about this many pixels. */
const RAGGED = 3;

/** Left, top, right and bottom of a part of the paper, in pixels. */
export type Box = readonly [left: number, top: number, right: number, bottom: number];

/** A dry, empty sheet of rough paper. */
export function createWetPaper(random: Random): WetPaper {
  const noise = createNoise(random);
  const tooth = createField(
    SIZE,
    (x, y) => 0.65 * noise(x / 2.6, y / 2.6) + 0.35 * noise(x / 1.3 + 90, y / 1.3),
  );
  return {density: new Float32Array(SIZE * SIZE * 3), tooth, noise};
}

/** Lays a transparent colour over part of the paper; `amountAt` gives how much of it, from 0 up. */
export function stain(
  {density, tooth}: WetPaper,
  {color, granulation}: Pigment,
  [left, top, right, bottom]: Box,
  amountAt: (x: number, y: number) => number,
): void {
  const absorbed = color.map((channel) => -Math.log(Math.max(channel, 4) / 255));
  for (let y = Math.max(0, Math.floor(top)); y < Math.min(SIZE, bottom); y++) {
    for (let x = Math.max(0, Math.floor(left)); x < Math.min(SIZE, right); x++) {
      const amount = amountAt(x, y);
      if (amount <= 0) continue;
      const index = y * SIZE + x;
      const settled = amount * (1 - granulation * (tooth.values[index] as number));
      for (let channel = 0; channel < 3; channel++) {
        const at = index * 3 + channel;
        density[at] = (density[at] as number) + settled * (absorbed[channel] as number);
      }
    }
  }
}

/**
 * Lays a puddle of colour that dries with a dark rim.
 *
 * @param insideAt how far inside the puddle a point is, in pixels; below 0 it is outside
 * @param soft over how many pixels it runs out into wet paper; about 1 is a crisp edge
 * @param rim how much more colour dries at the edge, 0 (wet in wet) … 2
 */
export function layPuddle(
  paper: WetPaper,
  pigment: Pigment,
  box: Box,
  insideAt: (x: number, y: number) => number,
  amount: number,
  soft: number,
  rim: number,
): void {
  const {noise} = paper;
  stain(paper, pigment, box, (x, y) => {
    const edge = insideAt(x, y);
    if (edge < -RAGGED) return 0;
    const inside = edge + 1.6 * noise(x / 7, y / 7) + 0.8 * noise(x / 2.6, y / 2.6);
    if (inside <= 0) return 0;
    const flow = 1 + 0.4 * noise(x / 38, y / 38) + 0.22 * noise(x / 13 + 40, y / 13);
    return amount * flow * Math.min(1, inside / soft) * (1 + rim * Math.exp(-inside / 2));
  });
}

/** Takes colour off the paper as a thirsty brush does; `keptAt` is how much stays, 0…1 or more. */
export function lift(
  {density}: WetPaper,
  [left, top, right, bottom]: Box,
  keptAt: (x: number, y: number) => number,
): void {
  for (let y = Math.max(0, Math.floor(top)); y < Math.min(SIZE, bottom); y++) {
    for (let x = Math.max(0, Math.floor(left)); x < Math.min(SIZE, right); x++) {
      const kept = keptAt(x, y);
      for (let at = (y * SIZE + x) * 3; at < (y * SIZE + x) * 3 + 3; at++) {
        density[at] = (density[at] as number) * kept;
      }
    }
  }
}

/** Pushes colour out of a ragged round spot to its rim, as a drop of water does on a damp wash. */
export function dropWater(paper: WetPaper, [x, y]: Point, radius: number): void {
  const {noise} = paper;
  const reach = radius * 1.7;
  lift(paper, [x - reach, y - reach, x + reach, y + reach], (px, py) => {
    const angle = Math.atan2(py - y, px - x);
    const [cos, sin] = [Math.cos(angle), Math.sin(angle)];
    const fringe = 0.3 * noise(x + cos * 2, y + sin * 2) + 0.2 * noise(x + cos * 7, y + sin * 7);
    const out = Math.hypot(px - x, py - y) / (radius * (1 + fringe));
    const crust = Math.exp(-(((out - 1) / 0.09) ** 2)) * (0.95 + 0.6 * noise(px / 3, py / 3));
    return (out < 1 ? 0.3 + 0.6 * out ** 3 : 1) + crust;
  });
}

/** Draws the dried paper, its tooth lit from the upper left; `white` is its own colour. */
export function showPaper(
  context: SKRSContext2D,
  {density, tooth, noise}: WetPaper,
  white: Color,
): void {
  changePixels(context, (_, x, y) => {
    const at = (y * SIZE + x) * 3;
    const fibre = 1 + 0.02 * noise(x / 60, y / 60) + 0.02 * noise(x / 3, y / 11);
    const through = (channel: 0 | 1 | 2) =>
      white[channel] * fibre * Math.exp(-(density[at + channel] as number));
    return [through(0), through(1), through(2)];
  });
  lightRelief(context, tooth, 0.17, 0);
}
