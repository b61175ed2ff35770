import type {SKRSContext2D} from '@napi-rs/canvas';
import type {Point} from './curve.ts';
import {SIZE} from './painting.ts';

/** Fills an oval about (x, y), turned by `angle` radians; `color` is any CSS colour. */
export function oval(
  sketch: SKRSContext2D,
  x: number,
  y: number,
  radiusX: number,
  radiusY: number,
  color: string,
  angle = 0,
): void {
  sketch.fillStyle = color;
  sketch.beginPath();
  sketch.ellipse(x, y, radiusX, radiusY, angle, 0, 2 * Math.PI);
  sketch.fill();
}

/** Fills a polygon. */
export function polygon(sketch: SKRSContext2D, points: readonly Point[], color: string): void {
  sketch.fillStyle = color;
  sketch.beginPath();
  for (const [x, y] of points) sketch.lineTo(x, y);
  sketch.fill();
}

/** The points of a polygon whose x and y are listed in turn. */
export function pointsOf(...numbers: readonly number[]): Point[] {
  return Array.from({length: numbers.length / 2}, (_, index): Point => [
    numbers[2 * index] as number,
    numbers[2 * index + 1] as number,
  ]);
}

/** Fills the rows from `top` to `bottom` with a gradient through evenly spaced CSS colours. */
export function wash(
  sketch: SKRSContext2D,
  top: number,
  bottom: number,
  colors: readonly string[],
): void {
  const gradient = sketch.createLinearGradient(0, top, 0, bottom);
  for (const [index, color] of colors.entries()) {
    gradient.addColorStop(index / (colors.length - 1), color);
  }
  sketch.fillStyle = gradient;
  sketch.fillRect(0, top, SIZE, bottom - top);
}
