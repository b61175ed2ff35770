/**
 * A number in [−1, 1] for a point, the same in every run: `chance_at` in `models/training/palette.py` and
 * in `recolour.glsl` is the same.
 */
export function chanceAt(x: number, y: number): number {
  let mixed = Math.imul(x, 0x9e3779b1) ^ Math.imul(y, 0x85ebca77);
  mixed = Math.imul(mixed ^ (mixed >>> 15), 0x2c1b3c6d);
  mixed = Math.imul(mixed ^ (mixed >>> 12), 0x297a2d39);
  return ((mixed ^ (mixed >>> 15)) >>> 8) / 8388607.5 - 1;
}

/** Draws whole numbers from 0 to below `count`, one after the other: the same ones for the same number. */
export function drawsOf(number: number): (count: number) => number {
  let draws = 0;
  return (count) => Math.min(count - 1, Math.floor(((chanceAt(number, ++draws) + 1) / 2) * count));
}
