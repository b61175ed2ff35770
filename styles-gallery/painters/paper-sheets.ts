import {Path2D, type SKRSContext2D} from '@napi-rs/canvas';
import {type Color, css, lighten} from './color.ts';
import type {Point} from './curve.ts';
import {createField} from './field.ts';
import {createNoise, fractal} from './noise.ts';
import {SIZE} from './painting.ts';
import {closedPath} from './paths.ts';
import {between, gaussian, pick, type Random} from './random.ts';
import {lightRelief} from './relief.ts';

const SHADOW: Color = [18, 8, 40];
/** How many square pixels of paper hold one fibre. */
const AREA_OF_FIBRE = 55;
const EDGE_WIDTH = 1.6;

/** Where the knife goes: an SVG path, or the corners. */
export type Outline = string | readonly Point[];

/** A table on which cut paper is laid, sheet over sheet. */
export type PaperTable = {
  /** Lays a sheet that stands `lift` pixels off those below it. */
  cut(color: Color, outline: Outline, lift: number): void;
  /** Runs `lay` with the point (x, y) as origin, turned by radians and enlarged. */
  at(x: number, y: number, turn: number, size: number, lay: () => void): void;
  /** Brings out the tooth of the paper; once, at the end. */
  finish(): void;
};

/** An empty table. */
export function createPaperTable(context: SKRSContext2D, random: Random): PaperTable {
  return {
    cut(color, outline, lift) {
      const path = typeof outline === 'string' ? new Path2D(outline) : closedPath(outline);
      const tint = lighten(color, gaussian(random, 0, 7));
      castShadow(context, path, lift);
      context.save();
      context.clip(path);
      shadeSheet(context, path, tint);
      strewFibres(context, path, tint, random);
      context.translate(EDGE_WIDTH / 2, EDGE_WIDTH / 2);
      context.strokeStyle = css(lighten(tint, 75), 0.75);
      context.lineWidth = EDGE_WIDTH;
      context.stroke(path);
      context.restore();
    },
    at(x, y, turn, size, lay) {
      context.save();
      context.translate(x, y);
      context.rotate(turn);
      context.scale(size, size);
      lay();
      context.restore();
    },
    finish() {
      const noise = fractal(createNoise(random), 2);
      const tooth = (x: number, y: number) =>
        1.1 * noise(x / 1.9, y / 1.7) + 1.5 * noise(x / 9, y / 7);
      lightRelief(context, createField(SIZE, tooth), 0.34, 0);
    },
  };
}

function castShadow(context: SKRSContext2D, path: Path2D, lift: number): void {
  context.save();
  context.shadowColor = css(SHADOW, 0.75);
  context.shadowBlur = lift * 1.7;
  context.shadowOffsetX = lift * 0.8;
  context.shadowOffsetY = lift * 1.1;
  context.fillStyle = css(SHADOW);
  context.fill(path);
  context.restore();
}

/** No sheet lies quite flat: one corner catches the light, the other loses it. */
function shadeSheet(context: SKRSContext2D, path: Path2D, tint: Color): void {
  const sheen = context.createLinearGradient(...path.getBounds());
  sheen.addColorStop(0, css(lighten(tint, 38)));
  sheen.addColorStop(0.5, css(tint));
  sheen.addColorStop(1, css(lighten(tint, -34)));
  context.fillStyle = sheen;
  context.fill(path);
}

function strewFibres(context: SKRSContext2D, path: Path2D, tint: Color, random: Random): void {
  const [left, top, right, bottom] = path.getBounds();
  const bend = () => gaussian(random, 0, 4);
  const count = ((right - left) * (bottom - top)) / AREA_OF_FIBRE;
  for (let index = 0; index < count; index++) {
    const [x, y] = [between(random, left, right), between(random, top, bottom)];
    context.strokeStyle = css(lighten(tint, pick(random, [-80, -50, 50, 90])), 0.5);
    context.lineWidth = between(random, 0.6, 1.7);
    context.beginPath();
    context.moveTo(x, y);
    context.quadraticCurveTo(x + bend(), y + bend(), x + 2 * bend(), y + 2 * bend());
    context.stroke();
  }
}
