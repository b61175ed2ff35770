import {SIZE} from './painting.ts';

/** Where a broad stroke goes; lengths in pixels, angles in radians. */
export type BentStroke = {
  /** The middle of the stroke. */
  x: number;
  y: number;
  angle: number;
  length: number;
  width: number;
  /** How far the ends bend to the side. */
  bend?: number;
};

/**
 * Visits the pixels below a stroke, row by row.
 *
 * @param visit gets the pixel's column and row, and its place along and across the stroke, −1…1
 */
export function sweepStroke(
  {x, y, angle, length, width, bend = 0}: BentStroke,
  visit: (column: number, row: number, along: number, across: number) => void,
): void {
  const [cos, sin] = [Math.cos(angle), Math.sin(angle)];
  const reach = Math.hypot(length, width) / 2 + Math.abs(bend);
  const [top, bottom] = [Math.max(0, Math.ceil(y - reach)), Math.min(SIZE - 1, y + reach)];
  const [left, right] = [Math.max(0, Math.ceil(x - reach)), Math.min(SIZE - 1, x + reach)];
  for (let row = top; row <= bottom; row++) {
    for (let column = left; column <= right; column++) {
      const along = ((column - x) * cos + (row - y) * sin) / (length / 2);
      const drift = bend * along * along;
      const across = ((row - y) * cos - (column - x) * sin - drift) / (width / 2);
      if (Math.abs(along) <= 1 && Math.abs(across) <= 1) visit(column, row, along, across);
    }
  }
}
