import type {SKRSContext2D} from '@napi-rs/canvas';
import {type Color, lighten, mixColors} from './color.ts';
import {createField, valueAt} from './field.ts';
import {createNoise} from './noise.ts';
import {SIZE} from './painting.ts';
import {changePixels} from './pixels.ts';
import {between, type Random} from './random.ts';
import {lightRelief} from './relief.ts';

/** How finely the furrows are sampled across their width. */
const FURROW_STEPS = 8;
/** How far a furrow runs before it changes, in pixels. */
const FURROW_LENGTH = 60;

/** One touch of the brush or the knife; lengths in pixels, angles in radians. */
export type Touch = {
  /** The middle of the touch. */
  x: number;
  y: number;
  /** The direction in which the tool is drawn. */
  angle: number;
  length: number;
  width: number;
  color: Color;
  /** A second colour on the tool, which shows in streaks. */
  streak?: Color;
  /** How far the ends bend to the side. */
  bend?: number;
  /** How much paint is on the tool: 0 is a stain, 1 stands up in ridges. */
  body?: number;
  /** Where the touch may leave paint; everywhere if not given. */
  within?: (x: number, y: number) => boolean;
};

/** A canvas on which paint has a thickness that catches the light. */
export type ThickPaint = {
  /** A brush: ragged ends, a furrow for every bristle. */
  brush(touch: Touch): void;
  /** A palette knife: a flat slab with a ridge where the paint was pushed to. */
  knife(touch: Touch): void;
  /** Draws the paint in relief; `depth` and `gloss` are those of `lightRelief`. */
  show(context: SKRSContext2D, depth: number, gloss: number): void;
};

/** A stretched canvas in the colour of its ground. */
export function createThickPaint(random: Random, ground: Color): ThickPaint {
  const colors: Color[] = Array.from({length: SIZE * SIZE}, () => ground);
  const noise = createNoise(random);
  const grits = createField(SIZE, (x, y) => noise(x * 0.45, y * 0.45));
  const furrows = createField(SIZE, (x, y) => noise(x / FURROW_STEPS, y / FURROW_STEPS));
  const heights = createField(SIZE, weave);

  const lay = (touch: Touch, tool: Tool) => {
    const {x, y, angle, length, width, color, streak = color, bend = 0, body = 0.6} = touch;
    const reach = Math.hypot(length, width) / 2 + Math.abs(bend);
    const phase = between(random, 0.2, 0.8) * SIZE;
    const [cos, sin] = [Math.cos(angle), Math.sin(angle)];
    const [left, right] = [Math.max(0, Math.ceil(x - reach)), Math.min(SIZE, x + reach)];
    const [top, bottom] = [Math.max(0, Math.ceil(y - reach)), Math.min(SIZE, y + reach)];
    for (let row = top; row < bottom; row++) {
      for (let column = left; column < right; column++) {
        const along = ((column - x) * cos + (row - y) * sin) / (length / 2);
        const drift = bend * along * along;
        const across = ((row - y) * cos - (column - x) * sin - drift) / (width / 2);
        if (Math.abs(along) > 1 || Math.abs(across) > 1) continue;
        if (touch.within && !touch.within(column, row)) continue;
        const index = row * SIZE + column;
        const furrow = valueAt(
          furrows,
          phase + (across * width * FURROW_STEPS) / tool.furrow,
          phase + (along * length * FURROW_STEPS) / FURROW_LENGTH,
        );
        const grit = grits.values[index] as number;
        const {end, load, height} = tool.mark(along, across, furrow, grit);
        const rim = Math.min(
          ((end - Math.abs(along)) * length) / 2,
          ((1 - Math.abs(across)) * width) / 2,
        );
        const amount = Math.min(1, rim, 5 * load);
        if (amount <= 0) continue;
        const mixed = mixColors(color, streak, Math.min(1, Math.max(0, 0.35 + furrow)));
        colors[index] = mixColors(colors[index] as Color, lighten(mixed, 9 * furrow), amount);
        const below = heights.values[index] as number;
        heights.values[index] = below + (body * height + 0.25 * below - below) * amount;
      }
    }
  };

  return {
    brush: (touch) => lay(touch, BRUSH),
    knife: (touch) => lay(touch, KNIFE),
    show: (context, depth, gloss) => {
      changePixels(context, (_, x, y) => colors[y * SIZE + x] as Color);
      lightRelief(context, heights, depth, gloss);
    },
  };
}

/** What a tool leaves behind; `along` and `across` the touch run from -1 to 1. */
type Tool = {
  /** The width of a furrow in pixels. */
  furrow: number;
  /** Where along the touch the paint ends, how much of it is there, and how high it stands. */
  mark(
    along: number,
    across: number,
    furrow: number,
    grit: number,
  ): {end: number; load: number; height: number};
};

const BRUSH: Tool = {
  furrow: 4,
  mark: (along, across, furrow, grit) => ({
    end: 1 - 0.3 * Math.abs(furrow) - 0.35 * across * across,
    load: 0.75 + grit - 0.6 * Math.max(0, along),
    height: 0.5 + 0.6 * furrow + 0.5 * Math.abs(across) ** 3 + 0.5 * Math.max(0, along) ** 4,
  }),
};

const KNIFE: Tool = {
  furrow: 9,
  mark: (along, across, furrow, grit) => ({
    end: 1 - Math.max(0, 0.22 * furrow + 0.12 * grit),
    load: 0.9 + grit - 0.55 * Math.max(0, along) + 0.3 * furrow,
    height: 0.5 + 0.12 * furrow + Math.max(0, across) ** 8 + 1.1 * Math.max(0, along) ** 12,
  }),
};

/** The threads of the bare canvas. */
function weave(x: number, y: number): number {
  return 0.12 * Math.sin(x * 1.6) * Math.sin(y * 1.6);
}
