import {blend, type Point} from './curve.ts';
import {between, type Random} from './random.ts';
import {type Pigment, stain, type WetPaper} from './wet-paper.ts';

/** One pull of a soft pointed brush; lengths in pixels. */
export type InkStroke = {
  path: readonly Point[];
  /** Half the width of the line at t (0…1) of its way. */
  breadth: (t: number) => number;
  amount: number;
  /** 0 is a full brush; towards 1 the hairs part and the paper shows in streaks. */
  dryness: number;
};

/** Draws a stroke: the ink pools at its rims, and streaks along it where the brush runs dry. */
export function drawInk(
  paper: WetPaper,
  pigment: Pigment,
  {path, breadth, amount, dryness}: InkStroke,
  random: Random,
): void {
  const widest = Math.max(...[0, 0.25, 0.5, 0.75, 1].map(breadth)) + 1;
  const [xs, ys] = [path.map(([x]) => x), path.map(([, y]) => y)];
  const box = [
    Math.min(...xs) - widest,
    Math.min(...ys) - widest,
    Math.max(...xs) + widest,
    Math.max(...ys) + widest,
  ] as const;
  const hairs = between(random, 0, 250);
  stain(paper, pigment, box, (x, y) => {
    const {t, off} = nearestOnPath(path, [x, y]);
    const half = breadth(t) * (1 + 0.25 * paper.noise(x / 6, y / 6));
    const cover = Math.min(1, half - Math.abs(off) + 0.5);
    if (cover <= 0) return 0;
    const hair = paper.noise(hairs + off / 1.3, hairs + t * 3) + 0.5 * paper.noise(x / 2, y / 2);
    const streak = Math.min(
      1,
      Math.max(0, 0.5 + 2.5 * (hair + 0.75 - 1.5 * dryness * (0.6 + 0.6 * t))),
    );
    const rim = 0.75 + 0.35 * (Math.abs(off) / Math.max(0.5, half)) ** 3;
    return amount * cover * streak * rim;
  });
}

/** How far along a path (0…1) its point nearest to `place` is, and how far to the side that lies. */
function nearestOnPath(path: readonly Point[], place: Point): {t: number; off: number} {
  let nearest = {t: 0, off: Infinity};
  for (let step = 1; step < path.length; step++) {
    const [from, to] = [path[step - 1] as Point, path[step] as Point];
    const [dx, dy] = [to[0] - from[0], to[1] - from[1]];
    const [px, py] = [place[0] - from[0], place[1] - from[1]];
    const along = Math.min(1, Math.max(0, (px * dx + py * dy) / (dx * dx + dy * dy || 1)));
    const [x, y] = blend(from, to, along);
    const off = Math.hypot(place[0] - x, place[1] - y);
    if (off >= Math.abs(nearest.off)) continue;
    nearest = {t: (step - 1 + along) / (path.length - 1), off: dx * py > dy * px ? off : -off};
  }
  return nearest;
}
