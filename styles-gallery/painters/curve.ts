/** A place in the picture: x to the right, y down, in pixels. */
export type Point = readonly [number, number];

/** A cubic Bézier curve: x and y of its two ends and, between them, of its two handles. */
export type Curve = readonly [number, number, number, number, number, number, number, number];

/** The place `t` (0…1) of the way from `a` to `b`. */
export function blend(a: Point, b: Point, t: number): Point {
  return [a[0] + (b[0] - a[0]) * t, a[1] + (b[1] - a[1]) * t];
}

/** Points along curves that join, `count` a curve. */
export function trace(curves: readonly Curve[], count = 40): Point[] {
  return curves.flatMap(([ax, ay, bx, by, cx, cy, dx, dy]) =>
    Array.from({length: count}, (_, step): Point => {
      const t = step / count;
      const start = blend([ax, ay], [bx, by], t);
      const middle = blend([bx, by], [cx, cy], t);
      const end = blend([cx, cy], [dx, dy], t);
      return blend(blend(start, middle, t), blend(middle, end, t), t);
    }),
  );
}
