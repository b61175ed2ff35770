import {blend, type Point} from './curve.ts';
import {between, gaussian, pick, type Random} from './random.ts';

/** The directions in which the picture likes to break, in radians. */
export const BREAKS = [0.3, 1.05, 1.5, 1.9, 2.75];
/** How often the whole is split at most. */
const DEEPEST_BREAK = 8;

/** A flat convex piece of a broken picture, its corners clockwise. */
export type Facet = readonly Point[];

/** Splits a facet again and again, `splits` being done already; the pieces are smaller near the middle of the picture. */
export function shatter(random: Random, facet: Facet, splits = 0): Facet[] {
  const [x, y] = middleOf(facet);
  const fineness = 1300 + 0.06 * ((x - 250) ** 2 + (y - 270) ** 2);
  const small = areaOf(facet) < fineness * between(random, 0.7, 1.8);
  if (splits >= DEEPEST_BREAK || (splits > 2 && small)) return [facet];
  const angle = pick(random, BREAKS) + gaussian(random, 0, 0.12);
  const through: Point = [x + gaussian(random, 0, 14), y + gaussian(random, 0, 14)];
  return [0, Math.PI].flatMap((turn) => {
    const half = cutOff(facet, through, angle + turn);
    return half.length < 3 ? [] : shatter(random, half, splits + 1);
  });
}

/** The part of a facet on the left of the line through a point. */
function cutOff(facet: Facet, [x, y]: Point, angle: number): Point[] {
  const side = ([px, py]: Point) => (px - x) * Math.sin(angle) - (py - y) * Math.cos(angle);
  return facet.flatMap((from, index) => {
    const to = facet[(index + 1) % facet.length] as Point;
    const [here, there] = [side(from), side(to)];
    const kept = here >= 0 ? [from] : [];
    return here * there < 0 ? [...kept, blend(from, to, here / (here - there))] : kept;
  });
}

/** The mean of a facet's corners. */
export function middleOf(facet: Facet): Point {
  const sum = facet.reduce(([x, y], [px, py]) => [x + px, y + py] as const, [0, 0] as const);
  return [sum[0] / facet.length, sum[1] / facet.length];
}

function areaOf(facet: Facet): number {
  return facet.reduce((sum, [x, y], index) => {
    const [nextX, nextY] = facet[(index + 1) % facet.length] as Point;
    return sum + (x * nextY - nextX * y) / 2;
  }, 0);
}
