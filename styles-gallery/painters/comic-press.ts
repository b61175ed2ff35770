import type {Path2D, SKRSContext2D} from '@napi-rs/canvas';
import {fromHex} from './color.ts';
import type {Point} from './curve.ts';
import {halftone} from './halftone.ts';
import {coverageAt, coverageOf, createLayer, takeOut} from './layer.ts';
import {createNoise, fractal} from './noise.ts';
import {overprint} from './overprint.ts';
import {changePixels} from './pixels.ts';
import {between, type Random} from './random.ts';

const PAPER = fromHex('#fbf1d6');
const PULP = fromHex('#d6be96');
const BLACK = fromHex('#15121a');
/** The printing order: each ink with its screen and how far its plate slipped, in pixels. */
const INKS = [
  {ink: fromHex('#ffdf00'), screen: {pitch: 6.5, angle: 0}, slip: [0, 0]},
  {ink: fromHex('#f0283c'), screen: {pitch: 7, angle: 1.3}, slip: [1.8, -1.2]},
  {ink: fromHex('#00a4e4'), screen: {pitch: 7, angle: 0.27}, slip: [-1.4, 1.6]},
] as const;

/** How much of yellow, red and cyan, 0…1 each. */
export type Tones = readonly [number, number, number];

/** Three screened colour plates and a brushed black one. */
export type ComicPress = {
  /** The plates of yellow, red and cyan; how opaque they are is the tone. */
  colors: readonly SKRSContext2D[];
  black: SKRSContext2D;
  /** Gives a shape its tones and takes it out of the black plate. */
  fill(shape: Path2D, tones: Tones): void;
  /** Inks a line through points, its weight varying as the hand presses. */
  ink(points: readonly Point[], width: number): void;
  /** Inks a stroke that starts broad and runs out in a point. */
  flick(from: Point, to: Point, width: number): void;
  /** Prints the plates on pulp paper. */
  print(context: SKRSContext2D): void;
};

/** A press with empty plates. */
export function createComicPress(random: Random): ComicPress {
  const colors = INKS.map(createLayer);
  const black = createLayer();

  /** A stroke that is `start` wide at one end, `end` at the other and `swell` in between. */
  const stroke = (from: Point, to: Point, start: number, swell: number, end: number) => {
    const length = Math.hypot(to[0] - from[0], to[1] - from[1]) || 1;
    const [across, down] = [(from[1] - to[1]) / length / 2, (to[0] - from[0]) / length / 2];
    const [x, y] = [(from[0] + to[0]) / 2, (from[1] + to[1]) / 2];
    black.beginPath();
    for (const side of [1, -1]) {
      const [first, last, a, b] = side > 0 ? [from, to, start, end] : [to, from, end, start];
      black.lineTo(first[0] + across * a * side, first[1] + down * a * side);
      black.quadraticCurveTo(
        x + across * swell * side,
        y + down * swell * side,
        last[0] + across * b * side,
        last[1] + down * b * side,
      );
    }
    black.fill();
  };

  return {
    colors,
    black,
    fill: (shape, tones) => {
      for (const [index, plate] of [...colors, black].entries()) {
        takeOut(plate, () => plate.fill(shape));
        plate.globalAlpha = tones[index] ?? 0;
        plate.fill(shape);
        plate.globalAlpha = 1;
      }
    },
    ink: (points, width) => {
      for (let index = 1; index < points.length; index++) {
        const [from, to] = [points[index - 1]!, points[index]!];
        stroke(from, to, width * 0.56, width * between(random, 0.7, 1.5), width * 0.56);
        black.beginPath();
        black.arc(...to, width * 0.28, 0, 2 * Math.PI);
        black.fill();
      }
    },
    flick: (from, to, width) => stroke(from, to, width, width * between(random, 0.7, 1.5), 0.2),
    print: (context) => {
      const tones = colors.map(coverageOf);
      const contours = coverageOf(black);
      const pulp = fractal(createNoise(random), 3);
      changePixels(context, (_, x, y) => {
        const fibre = pulp(x / 7, y / 7);
        const dirt = Math.max(0, 0.25 * fibre + between(random, -0.1, 0.12));
        let color = overprint(PAPER, PULP, dirt);
        for (const [index, {ink, screen, slip}] of INKS.entries()) {
          const tone = coverageAt(tones[index]!, x + slip[0], y + slip[1]);
          const amount = 0.95 + 0.12 * fibre + between(random, -0.1, 0.05);
          color = overprint(color, ink, halftone(screen, tone, x, y) * amount);
        }
        const dry = pulp(x / 2.5 + 90, y / 2.5) > 0.55 ? 0.6 : 0.97;
        return overprint(color, BLACK, coverageAt(contours, x, y) * dry);
      });
    },
  };
}
