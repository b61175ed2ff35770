import type {SKRSContext2D} from '@napi-rs/canvas';
import {type Color, css, lighten} from './color.ts';
import type {Point} from './curve.ts';
import {distanceTo} from './distance.ts';
import {type Field, valueAt} from './field.ts';
import {SIZE} from './painting.ts';
import {between, gaussian, type Random} from './random.ts';
import {pointsOf, polygon} from './sketch-shapes.ts';

/** Width of the joint between two stones, in pixels. */
const JOINT = 1.3;
/** The part of a stone's place that has to be free before it is set. */
const PRESSED = 0.72;
/** The least room about a gap, in pixels, for a splinter to be set there: large gaps first. */
const GAPS = [2.6, 1.8] as const;
const SPLINTER_TRIALS = 120_000;

/** Where a stone lies: its middle, the direction of its row, its size along and across it. */
type Bed = {at: Point; angle: number; length: number; width: number};

/**
 * Covers the square with small stones in rows along the contours of `depth`, as mosaic makers do,
 * and fills what is left with splinters.
 *
 * @param depth the distance to the nearest contour; rows are `pitch` pixels wide
 * @param stoneAt the colour of the stone at a place
 */
export function layTesserae(
  context: SKRSContext2D,
  random: Random,
  depth: Field,
  pitch: number,
  stoneAt: (at: Point) => Color,
): void {
  const taken = new Uint8Array(SIZE * SIZE);
  const lay = (bed: Bed) => {
    for (const index of pixelsUnder(bed, 1)) taken[index] = 1;
    setStone(context, random, bed, stoneAt(bed.at));
  };
  for (const start of rowStarts(depth, pitch)) {
    for (const way of [1, -1]) {
      let bed: Bed = {at: start, angle: alongRow(depth, start), length: pitch, width: pitch};
      while (isFree(taken, bed)) {
        lay(bed);
        bed = nextBed(depth, bed, way, pitch * between(random, 0.8, 1.25));
      }
    }
  }
  for (const gap of GAPS) {
    const room = distanceTo(SIZE, (x, y) => taken[y * SIZE + x] === 1);
    for (let trial = 0; trial < SPLINTER_TRIALS; trial++) {
      const at: Point = [between(random, 0, SIZE), between(random, 0, SIZE)];
      const side = Math.min(pitch, 1.7 * valueAt(room, ...at));
      const bed = {at, angle: alongRow(depth, at), length: side, width: side};
      if (side > 1.7 * gap && isFree(taken, bed)) lay(bed);
    }
  }
}

/** The pixels in the middle of a row, those of outer rows first. */
function rowStarts(depth: Field, pitch: number): Point[] {
  const places = Array.from(depth.values, (value, index) => ({value, index}))
    .filter(({value}) => Math.abs((value % pitch) - pitch / 2) < 0.5)
    .map(({value, index}) => ({row: Math.floor(value / pitch), index}));
  places.sort((a, b) => a.row - b.row || a.index - b.index);
  return places.map(({index}): Point => [index % SIZE, Math.floor(index / SIZE)]);
}

/** The direction in which the row at a place runs, in radians. */
function alongRow(depth: Field, [x, y]: Point): number {
  const slopeX = valueAt(depth, x + 2, y) - valueAt(depth, x - 2, y);
  const slopeY = valueAt(depth, x, y + 2) - valueAt(depth, x, y - 2);
  return Math.atan2(slopeX, -slopeY);
}

/** The place beside `bed` in its row, ahead (`way` 1) or behind (-1). */
function nextBed(depth: Field, {at, angle, length, width}: Bed, way: number, next: number): Bed {
  const step = (way * (length + next)) / 2;
  const place: Point = [at[0] + Math.cos(angle) * step, at[1] + Math.sin(angle) * step];
  const turned = alongRow(depth, place);
  const onward = Math.cos(turned - angle) < 0 ? turned + Math.PI : turned;
  return {at: place, angle: onward, length: next, width};
}

function isFree(taken: Uint8Array, bed: Bed): boolean {
  const [x, y] = bed.at;
  if (Math.min(x, y) < -4 || Math.max(x, y) > SIZE + 4) return false;
  return [...pixelsUnder(bed, PRESSED)].every((index) => !taken[index]);
}

/** The indices of the pixels that a stone covers when it is `scale` times as large. */
function* pixelsUnder({at, angle, length, width}: Bed, scale: number): Generator<number> {
  const [cos, sin] = [Math.cos(angle), Math.sin(angle)];
  const [halfLength, halfWidth] = [(scale * length) / 2, (scale * width) / 2];
  for (let along = -halfLength; along <= halfLength; along += 0.7) {
    for (let across = -halfWidth; across <= halfWidth; across += 0.7) {
      const column = Math.round(at[0] + along * cos - across * sin);
      const row = Math.round(at[1] + along * sin + across * cos);
      if (column >= 0 && row >= 0 && column < SIZE && row < SIZE) yield row * SIZE + column;
    }
  }
}

/** Sets one stone: a crooked square with lit and shaded edges, tilted a little in its bed. */
function setStone(
  context: SKRSContext2D,
  random: Random,
  {at, angle, length, width}: Bed,
  color: Color,
): void {
  const [cos, sin] = [Math.cos(angle), Math.sin(angle)];
  const corners = pointsOf(-1, -1, 1, -1, 1, 1, -1, 1).map(([along, across]): Point => {
    const dx = (along * (length - JOINT)) / 2 + gaussian(random, 0, 0.35);
    const dy = (across * (width - JOINT)) / 2 + gaussian(random, 0, 0.35);
    return [at[0] + dx * cos - dy * sin, at[1] + dx * sin + dy * cos];
  });
  const tilt = random() < 0.08 ? 34 : gaussian(random, 0, 11);
  polygon(context, corners, css(lighten(color, tilt)));
  context.lineWidth = 1.1;
  for (const [index, [fromX, fromY]] of corners.entries()) {
    const [toX, toY] = corners[(index + 1) % 4] as Point;
    const awayFromLight = (toY - fromY - (toX - fromX)) / Math.max(1, length);
    context.strokeStyle = css(lighten(color, tilt - 62 * awayFromLight), 0.75);
    context.beginPath();
    context.moveTo(fromX, fromY);
    context.lineTo(toX, toY);
    context.stroke();
  }
}
