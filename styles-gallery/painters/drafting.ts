import type {Path2D, SKRSContext2D} from '@napi-rs/canvas';
import type {Point} from './curve.ts';
import {createLayer, takeOut} from './layer.ts';
import {SIZE} from './painting.ts';
import {ovalPath} from './paths.ts';
import {between, type Random} from './random.ts';

/** A line that is heavier than this is an edge, and is drawn a little past its corners. */
const EDGE_WEIGHT = 1.2;
const OVERSHOOT = 3;
/** Length and opening of an arrowhead, in pixels and radians. */
const ARROW = {length: 10, opening: 0.22};
/** Which washes lie below a form. */
type Wash = 'dark' | 'light';

/** A sheet with lines on top of two washes; lengths and line weights in pixels. */
export type Sheet = {
  lines: SKRSContext2D;
  dark: SKRSContext2D;
  light: SKRSContext2D;
  rule(x1: number, y1: number, x2: number, y2: number, weight: number): void;
  outline(shape: Path2D, weight: number): void;
  /** Circles about one centre, each given as its radius and its weight. */
  rings(x: number, y: number, rings: readonly Point[]): void;
  dashedRing(x: number, y: number, radius: number): void;
  /** Dash and dot. */
  centreline(x1: number, y1: number, x2: number, y2: number): void;
  /** A dimension line with its arrowheads and witness lines. */
  dimension(x1: number, y1: number, x2: number, y2: number): void;
  /** Fills a shape with parallel lines, `gap` apart. */
  hatch(shape: Path2D, angle: number, gap: number): void;
  /** Clears a shape of lines and lays a wash below it. */
  form(shape: Path2D, wash: Wash): void;
};

/** An empty sheet. */
export function createSheet(random: Random): Sheet {
  const [lines, dark, light] = [createLayer(), createLayer(), createLayer()];
  const rule: Sheet['rule'] = (x1, y1, x2, y2, weight) => {
    const length = Math.hypot(x2 - x1, y2 - y1) || 1;
    const past = weight > EDGE_WEIGHT ? OVERSHOOT / length : 0;
    lines.lineWidth = weight;
    lines.beginPath();
    lines.moveTo(x1 - (x2 - x1) * past, y1 - (y2 - y1) * past);
    lines.lineTo(x2 + (x2 - x1) * past, y2 + (y2 - y1) * past);
    lines.stroke();
  };
  const outline: Sheet['outline'] = (shape, weight) => {
    lines.lineWidth = weight;
    lines.stroke(shape);
  };
  const dashed = (dashes: number[], draw: () => void) => {
    lines.setLineDash(dashes);
    draw();
    lines.setLineDash([]);
  };
  /** An arrowhead that points against `angle`, and the witness line at its tip. */
  const arrow = (x: number, y: number, angle: number) => {
    lines.beginPath();
    lines.moveTo(x, y);
    for (const turn of [angle + ARROW.opening, angle - ARROW.opening]) {
      lines.lineTo(x + ARROW.length * Math.cos(turn), y + ARROW.length * Math.sin(turn));
    }
    lines.fill();
    const [across, down] = [-12 * Math.sin(angle), 12 * Math.cos(angle)];
    rule(x - across, y - down, x + across, y + down, 1.1);
  };
  return {
    lines,
    dark,
    light,
    rule,
    outline,
    rings: (x, y, rings) => {
      for (const [radius, weight] of rings) outline(ovalPath(x, y, radius), weight);
    },
    dashedRing: (x, y, radius) => dashed([7, 4], () => outline(ovalPath(x, y, radius), 1.1)),
    centreline: (x1, y1, x2, y2) => dashed([16, 4, 3, 4], () => rule(x1, y1, x2, y2, 1.1)),
    dimension: (x1, y1, x2, y2) => {
      const angle = Math.atan2(y2 - y1, x2 - x1);
      rule(x1, y1, x2, y2, 1.1);
      arrow(x1, y1, angle);
      arrow(x2, y2, angle + Math.PI);
    },
    hatch: (shape, angle, gap) => {
      lines.save();
      lines.clip(shape);
      lines.translate(SIZE / 2, SIZE / 2);
      lines.rotate(angle);
      for (let y = -SIZE; y < SIZE; y += gap * between(random, 0.85, 1.15)) {
        rule(-SIZE, y, SIZE, y + between(random, -2, 2), between(random, 0.8, 1.5));
      }
      lines.restore();
    },
    form: (shape, wash) => {
      takeOut(lines, () => lines.fill(shape));
      takeOut(wash === 'dark' ? light : dark, () => (wash === 'dark' ? light : dark).fill(shape));
      (wash === 'dark' ? dark : light).fill(shape);
    },
  };
}
