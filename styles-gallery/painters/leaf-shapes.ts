import type {Point} from './curve.ts';
import {pointsOf} from './sketch-shapes.ts';

/** A rib of a leaf, from its root to its end. */
export type Rib = readonly [from: Point, to: Point];

/** A leaf about two units long with its tip up: its edge all the way round, and its ribs. */
export type LeafShape = {readonly edge: readonly Point[]; readonly ribs: readonly Rib[]};

/** Five lobes with sharp teeth. */
export const MAPLE = mirror(
  pointsOf(
    ...[0, -1, 0.12, -0.72, 0.26, -0.78, 0.19, -0.4, 0.46, -0.68, 0.54, -0.54, 0.86, -0.6],
    ...[0.72, -0.36, 0.94, -0.2, 0.56, -0.02, 0.4, 0.04, 0.64, 0.2, 0.58, 0.32, 0.2, 0.26, 0, 0.36],
  ),
  pointsOf(0, 0.32, 0, -0.95, 0, 0.28, 0.74, -0.48, 0, 0.3, 0.56, 0.24),
);

/** Rounded lobes. */
export const OAK = mirror(
  pointsOf(
    ...[0, -1, 0.2, -0.95, 0.27, -0.76, 0.13, -0.64, 0.38, -0.6, 0.46, -0.4, 0.2, -0.26],
    ...[0.5, -0.18, 0.5, 0.06, 0.2, 0.14, 0.36, 0.28, 0.3, 0.46, 0.1, 0.5, 0, 0.66],
  ),
  pointsOf(0, 0.66, 0, -0.95, 0, -0.3, 0.34, -0.5, 0, 0.1, 0.4, -0.08),
);

/** A plain pointed oval. */
export const BEECH = mirror(
  pointsOf(0, -1, 0.16, -0.76, 0.34, -0.48, 0.46, -0.12, 0.42, 0.2, 0.24, 0.5, 0, 0.66),
  pointsOf(0, 0.66, 0, -0.95, 0, -0.1, 0.3, -0.4, 0, 0.3, 0.34, 0),
);

/** How far the nearest rib is, on which side of it the point lies (-1 or 1), and its direction. */
export function nearestRib(ribs: readonly Rib[], [x, y]: Point) {
  let nearest = {distance: Infinity, side: 1, angle: 0};
  for (const [from, to] of ribs) {
    const [dx, dy] = [to[0] - from[0], to[1] - from[1]];
    const share = ((x - from[0]) * dx + (y - from[1]) * dy) / (dx * dx + dy * dy);
    const along = Math.min(1, Math.max(0, share));
    const distance = Math.hypot(x - from[0] - along * dx, y - from[1] - along * dy);
    if (distance >= nearest.distance) continue;
    const side = Math.sign(dx * (y - from[1]) - dy * (x - from[0])) || 1;
    nearest = {distance, side, angle: Math.atan2(dy, dx)};
  }
  return nearest;
}

/** A leaf from the right half of its edge, tip first, and its middle rib and right ribs. */
function mirror(half: Point[], ribEnds: Point[]): LeafShape {
  const flip = ([x, y]: Point): Point => [-x, y];
  const ribs: Rib[] = [];
  for (let end = 0; end < ribEnds.length; end += 2) {
    const [from, to] = [ribEnds[end]!, ribEnds[end + 1]!];
    ribs.push([from, to]);
    if (to[0] !== 0) ribs.push([flip(from), flip(to)]);
  }
  return {edge: [...half, ...half.slice(1, -1).reverse().map(flip)], ribs};
}
