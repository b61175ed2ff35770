import type {SKRSContext2D} from '@napi-rs/canvas';
import {type Color, css, lighten, mixColors} from './color.ts';
import {keepColors} from './color-at.ts';
import type {Point} from './curve.ts';
import {coverageAt, coverageOf, createLayer} from './layer.ts';
import {createNoise, fractal} from './noise.ts';
import {changePixels} from './pixels.ts';
import type {Random} from './random.ts';

const CONTOUR_WIDTH = 1.6;
/** How far the colour block lies off the key block, in pixels. */
const OFF_REGISTER = [1.6, -1.2] as const;

/** The blocks of one print: areas of colour, and the key block with the contours in `ink`. */
export type Blocks = {
  readonly color: SKRSContext2D;
  readonly key: SKRSContext2D;
  readonly ink: Color;
};

/** The middle and the radius of a disc, in pixels. */
export type Disc = readonly [x: number, y: number, radius: number];

/** Uncut blocks. */
export function createBlocks(ink: Color): Blocks {
  return {color: createLayer(), key: createLayer(), ink};
}

/** Cuts a shape with its contour; what lay behind it is gone from both blocks. */
export function cutShape({color, key, ink}: Blocks, outline: readonly Point[], fill: Color): void {
  for (const layer of [color, key]) {
    layer.beginPath();
    for (const [x, y] of outline) layer.lineTo(x, y);
    layer.closePath();
  }
  color.fillStyle = css(fill);
  color.fill();
  erase(key, () => key.fill());
  key.strokeStyle = css(ink);
  key.lineWidth = CONTOUR_WIDTH;
  key.stroke();
}

/** Cuts discs that show as one shape, with one contour `edge` pixels wide about them all. */
export function cutDiscs(
  {color, key, ink}: Blocks,
  discs: readonly Disc[],
  edge: number,
  fill: Color,
): void {
  for (const [x, y, radius] of discs) fillDisc(key, [x, y, radius + edge], ink);
  erase(key, () => {
    for (const disc of discs) fillDisc(key, disc, ink);
  });
  for (const [x, y, radius] of discs) fillDisc(color, [x, y, radius + edge / 2], fill);
}

/** Cuts a line on one block; `breadth` gives half its width in pixels at t (0…1) of its way. */
export function cutLine(
  block: SKRSContext2D,
  path: readonly Point[],
  breadth: (t: number) => number,
  color: Color,
): void {
  const last = path.length - 1;
  const edge = (side: 1 | -1) =>
    path.map(([x, y], step): Point => {
      const [aheadX, aheadY] = path[Math.min(last, step + 1)] as Point;
      const [behindX, behindY] = path[Math.max(0, step - 1)] as Point;
      const length = Math.hypot(aheadX - behindX, aheadY - behindY) || 1;
      const half = (side * breadth(step / last)) / length;
      return [x - (aheadY - behindY) * half, y + (aheadX - behindX) * half];
    });
  block.fillStyle = css(color);
  block.beginPath();
  for (const [x, y] of [...edge(1), ...edge(-1).reverse()]) block.lineTo(x, y);
  block.fill();
}

/** Fills a disc on one block. */
export function fillDisc(block: SKRSContext2D, [x, y, radius]: Disc, color: Color): void {
  block.fillStyle = css(color);
  block.beginPath();
  block.arc(x, y, radius, 0, 2 * Math.PI);
  block.fill();
}

/** Prints the blocks on `paper`: the grain of the plank thins the ink, and they lie a little apart. */
export function printBlocks(
  context: SKRSContext2D,
  {color, key, ink}: Blocks,
  paper: Color,
  random: Random,
): void {
  const colorAt = keepColors(color);
  const lines = coverageOf(key);
  const grain = fractal(createNoise(random), 3);
  const fibre = createNoise(random);
  changePixels(context, (_, x, y) => {
    const bow = y + 14 * grain(x / 210, y / 90);
    const rings = 0.5 + 0.5 * Math.sin(bow / 1.9 + 7 * grain(x / 300, bow / 40));
    const fleck = fibre(x / 9, y * 0.9);
    const thin = 0.27 * rings ** 2 + 0.16 * grain(x / 26, y / 20) + 0.13 * fleck;
    const printed = colorAt(x + OFF_REGISTER[0], y + OFF_REGISTER[1]);
    const inked = mixColors(printed, paper, Math.max(0, thin));
    const line = coverageAt(lines, x, y) * (0.96 - 0.3 * Math.max(0, fleck));
    return lighten(mixColors(inked, ink, line), 12 * fleck - 9 * rings);
  });
}

/** What `draw` draws on the block is taken away from it. */
function erase(block: SKRSContext2D, draw: () => void): void {
  block.globalCompositeOperation = 'destination-out';
  draw();
  block.globalCompositeOperation = 'source-over';
}
