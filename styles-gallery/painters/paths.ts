import {Path2D} from '@napi-rs/canvas';
import type {Point} from './curve.ts';

/** The closed path through `points`. */
export function closedPath(points: readonly Point[]): Path2D {
  const path = new Path2D();
  for (const [x, y] of points) path.lineTo(x, y);
  path.closePath();
  return path;
}

/** An upright oval about (x, y); a circle when one radius is given. */
export function ovalPath(x: number, y: number, radiusX: number, radiusY = radiusX): Path2D {
  const path = new Path2D();
  path.ellipse(x, y, radiusX, radiusY, 0, 0, 2 * Math.PI);
  return path;
}

/** A piece of a ring about `center`, between two radii and, in radians, two angles. */
export function ringPath(
  center: Point,
  inner: number,
  outer: number,
  from = 0,
  to = 2 * Math.PI,
): Path2D {
  const path = new Path2D();
  path.arc(...center, outer, from, to);
  path.arc(...center, inner, to, from, true);
  path.closePath();
  return path;
}

/** An upright rectangle by its upper left corner and its size. */
export function boxPath(x: number, y: number, width: number, height: number): Path2D {
  const path = new Path2D();
  path.rect(x, y, width, height);
  return path;
}
