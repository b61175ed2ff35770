import type {Path2D, SKRSContext2D} from '@napi-rs/canvas';
import {createLayer, takeOut} from './layer.ts';
import {SIZE} from './painting.ts';
import {between, type Random} from './random.ts';

type Measure = (x: number, y: number) => number;

/** Gouge marks that fill a shape; lengths in pixels. */
export type Cut = {
  shape: Path2D;
  /** Which way the marks run, in radians. */
  angle: Measure;
  /** How broad they are, from 0 (no mark) to 1, where hardly a ridge is left. */
  tone: Measure;
  length: number;
  width: number;
};

/** A block of linoleum; what its layer covers will print. */
export type LinoBlock = {
  layer: SKRSContext2D;
  /** Leaves a shape standing. */
  leave(shape: Path2D): void;
  clear(shape: Path2D): void;
  /** Clears a line along a path, `width` pixels wide. */
  clearLine(path: Path2D, width: number): void;
  carve(cut: Cut): void;
  /** Leaves slivers standing in cleared ground, as a shallow gouge does. */
  chatter(cut: Cut): void;
};

/** A block nothing is cut from yet. */
export function createLinoBlock(random: Random): LinoBlock {
  const layer = createLayer();
  layer.fillRect(0, 0, SIZE, SIZE);

  /** One push of the tool: it enters sharp, widens, and lifts out blunt. */
  const gouge = (x: number, y: number, angle: number, length: number, width: number) => {
    const [tip, end] = [-length / 2, length / 2];
    layer.save();
    layer.translate(x, y);
    layer.rotate(angle);
    layer.beginPath();
    layer.moveTo(tip, 0);
    layer.bezierCurveTo(tip / 3, -width * 0.5, length / 3, -width * 0.62, end, -width * 0.3);
    layer.lineTo(end + width * 0.18, width * 0.12);
    layer.bezierCurveTo(length / 3, width * 0.66, tip / 3, width * 0.4, tip, 0);
    layer.fill();
    layer.restore();
  };

  /** Places marks all over a shape, each keeping off its neighbours. */
  const fill = ({shape, angle, tone, length, width}: Cut, tries: number) => {
    const marks: {x: number; y: number; cos: number; sin: number}[] = [];
    layer.save();
    layer.clip(shape);
    for (let left = tries; left > 0; left--) {
      const [x, y] = [between(random, -9, SIZE + 9), between(random, -9, SIZE + 9)];
      const breadth = Math.min(1, tone(x, y));
      if (breadth <= 0 || !layer.isPointInPath(shape, x, y)) continue;
      const crowded = marks.some((mark) => {
        const along = (mark.x - x) * mark.cos + (mark.y - y) * mark.sin;
        const across = (mark.y - y) * mark.cos - (mark.x - x) * mark.sin;
        return Math.abs(across) < width * 0.86 && Math.abs(along) < length * 0.75;
      });
      if (crowded) continue;
      const turn = angle(x, y) + between(random, -0.05, 0.05);
      marks.push({x, y, cos: Math.cos(turn), sin: Math.sin(turn)});
      const long = length * (0.55 + 0.5 * breadth) * between(random, 0.8, 1.25);
      const wide = width * (0.25 + 0.95 * breadth) * between(random, 0.85, 1.15);
      gouge(x, y, turn, long, wide);
    }
    layer.restore();
  };

  return {
    layer,
    leave: (shape) => layer.fill(shape),
    clear: (shape) => takeOut(layer, () => layer.fill(shape)),
    clearLine: (path, width) =>
      takeOut(layer, () => {
        layer.lineWidth = width;
        layer.stroke(path);
      }),
    carve: (cut) => takeOut(layer, () => fill(cut, (9 * SIZE * SIZE) / (cut.length * cut.width))),
    chatter: (cut) => fill(cut, (0.2 * SIZE * SIZE) / (cut.length * cut.width)),
  };
}
