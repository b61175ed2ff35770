import {createCanvas, type SKRSContext2D} from '@napi-rs/canvas';
import type {Color} from './color.ts';
import {createField, type Field} from './field.ts';
import {SIZE} from './painting.ts';
import {changePixels} from './pixels.ts';
import {between, gaussian, type Random} from './random.ts';
import {lightRelief} from './relief.ts';

/** Paint is laid at twice the picture's resolution, so that single bristles can be seen. */
const FINENESS = 2;
const FINE_SIZE = SIZE * FINENESS;
/** Distance between bristles, and between the points where they touch, in fine pixels. */
const BRISTLE_GAP = 0.9;

/** Wet oil paint: its colour (red, green, blue in turn) and how thick it lies. */
export type WetPaint = {readonly colors: Float32Array; readonly height: Field};

/** One pull of the brush; lengths in picture pixels. */
export type BristleStroke = {
  /** Where the middle of the brush passes. */
  path: readonly (readonly [number, number])[];
  width: number;
  color: Color;
  /** How much the bristles differ in colour, in units of 0…255. */
  variety: number;
  /** How thick the paint lies; 1 is generous. */
  thickness: number;
};

/** A square covered evenly with `ground`. */
export function createWetPaint(ground: Color): WetPaint {
  const colors = new Float32Array(FINE_SIZE * FINE_SIZE * 3);
  for (let index = 0; index < colors.length; index += 3) colors.set(ground, index);
  return {colors, height: createField(FINE_SIZE)};
}

/** Pulls a flat brush along a path: every bristle leaves a line of its own colour and height. */
export function layStroke(paint: WetPaint, stroke: BristleStroke, random: Random): void {
  const points = resample(stroke.path);
  const half = (stroke.width * FINENESS) / 2;
  for (let offset = -half; offset <= half; offset += BRISTLE_GAP) {
    const across = offset / half;
    const roundness = Math.sqrt(Math.max(0, 1 - across * across));
    const shift = gaussian(random, 0, stroke.variety);
    const color = stroke.color.map((channel) => channel + shift + gaussian(random, 0, 3)) as [
      number,
      number,
      number,
    ];
    const load = between(random, 0.55, 1) * (0.7 + 0.5 * across * across);
    const first = Math.floor((1 - roundness) * half * 0.6 + between(random, 0, half * 0.5));
    const last = points.length - Math.floor(between(random, 0, half + points.length * 0.12));
    for (let index = first; index < last; index++) {
      const point = points[index];
      if (!point) break;
      const along = index / points.length;
      const lip = along > 0.9 ? (along - 0.9) * 6 : 0;
      const height = stroke.thickness * load * (1 - 0.35 * along + lip);
      touch(paint, point.x - point.dy * offset, point.y + point.dx * offset, color, height);
    }
  }
}

/** Shows the paint on the context's canvas, lit from the upper left. */
export function showPaint(
  context: SKRSContext2D,
  {colors, height}: WetPaint,
  depth: number,
  gloss: number,
): void {
  const fine = createCanvas(FINE_SIZE, FINE_SIZE).getContext('2d');
  changePixels(fine, (_, x, y) => {
    const at = (y * FINE_SIZE + x) * 3;
    return [colors[at] as number, colors[at + 1] as number, colors[at + 2] as number];
  });
  lightRelief(fine, height, depth, gloss);
  context.imageSmoothingQuality = 'high';
  context.drawImage(fine.canvas, 0, 0, SIZE, SIZE);
}

type PathPoint = {x: number; y: number; dx: number; dy: number};

/** Points one bristle gap apart in fine pixels, each with the direction of the path. */
function resample(path: BristleStroke['path']): PathPoint[] {
  const points: PathPoint[] = [];
  for (let index = 1; index < path.length; index++) {
    const [fromX, fromY] = path[index - 1] as [number, number];
    const [toX, toY] = path[index] as [number, number];
    const length = Math.hypot(toX - fromX, toY - fromY) * FINENESS;
    if (length === 0) continue;
    const dx = ((toX - fromX) * FINENESS) / length;
    const dy = ((toY - fromY) * FINENESS) / length;
    for (let step = 0; step < length; step += BRISTLE_GAP) {
      points.push({x: fromX * FINENESS + dx * step, y: fromY * FINENESS + dy * step, dx, dy});
    }
  }
  return points;
}

/** Leaves paint on one fine pixel, mixed a little with what lies there. */
function touch(paint: WetPaint, x: number, y: number, color: Color, height: number): void {
  const column = Math.round(x);
  const row = Math.round(y);
  if (column < 0 || row < 0 || column >= FINE_SIZE || row >= FINE_SIZE) return;
  const index = row * FINE_SIZE + column;
  for (let channel = 0; channel < 3; channel++) {
    const at = index * 3 + channel;
    const before = paint.colors[at] as number;
    paint.colors[at] = before + 0.88 * ((color[channel] as number) - before);
  }
  const below = paint.height.values[index] as number;
  paint.height.values[index] = 0.45 * below + height;
}
