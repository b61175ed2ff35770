import {Path2D, type SKRSContext2D} from '@napi-rs/canvas';
import {type Color, css, fromHex} from './color.ts';
import type {Point} from './curve.ts';
import {gaussian, pick, type Random} from './random.ts';

/** Earths, coppers, soot and lime: what stands up to wet plaster. */
export const PIGMENTS = {
  red: fromHex('#b23a22'),
  ochre: fromHex('#d68a2a'),
  gold: fromHex('#eab65a'),
  verdigris: fromHex('#3f9e88'),
  malachite: fromHex('#1f6f66'),
  umber: fromHex('#6b3020'),
  soot: fromHex('#241a18'),
  lime: fromHex('#f2e3c2'),
};
const {red, ochre, gold, verdigris, malachite, soot, lime} = PIGMENTS;

/** Draws an SVG path with a round brush of `width` pixels. */
export function brushLine(context: SKRSContext2D, color: Color, width: number, path: string): void {
  context.strokeStyle = css(color, 0.9);
  context.lineWidth = width;
  context.lineCap = 'round';
  context.lineJoin = 'round';
  context.stroke(new Path2D(path));
}

/** Fills a shape and draws its contour. */
function fill(context: SKRSContext2D, color: Color, path: string): void {
  context.fillStyle = css(color);
  context.fill(new Path2D(path));
  brushLine(context, soot, 2.6, path);
}

/** Runs `draw` with (x, y) as origin, turned, and enlarged to the right and downward. */
function at(
  context: SKRSContext2D,
  [x, y]: Point,
  turn: number,
  [right, down]: Point,
  draw: () => void,
): void {
  context.save();
  context.translate(x, y);
  context.rotate(turn);
  context.scale(right, down);
  draw();
  context.restore();
}

/** Three white lilies on a stem about 190 high, standing on (x, y). */
export function paintLily(
  context: SKRSContext2D,
  random: Random,
  x: number,
  y: number,
  size: number,
): void {
  at(context, [x, y], gaussian(random, 0, 0.04), [size, size], () => {
    for (const side of [-1, 1]) {
      for (const reach of [20, 29, 38]) {
        const rise = 2.4 * reach - 10;
        const tip = `q${4 * side} ${-rise} ${reach * side} ${-rise}`;
        const leaf = `M0 0 ${tip} q${-8 * side} ${0.3 * rise} ${(7 - reach) * side} ${rise}Z`;
        fill(context, pick(random, [verdigris, malachite]), leaf);
      }
    }
    brushLine(
      context,
      malachite,
      4,
      'M0 0 q4 -90 2 -180 M2 -108 Q-17 -112 -17 -138 M2 -98 Q20 -100 20 -124',
    );
    const blossoms: [Point, number][] = [
      [[2, -186], 1],
      [[-17, -146], 0.85],
      [[20, -132], 0.85],
    ];
    for (const [place, scale] of blossoms) {
      for (const side of [-1, 1]) {
        at(context, place, 0, [scale * side, scale], () => {
          fill(context, lime, 'M0 11 q6 -19 19 -21 q8 4 2 8 q-11 9 -21 13Z');
        });
      }
      at(context, place, 0, [scale, scale], () => {
        fill(context, gold, 'M0 11 q-10 -19 0 -30 q10 11 0 30Z');
        brushLine(context, red, 2, 'M0 -8 l-5 -20 M0 -8 l0 -20 M0 -8 l5 -20');
      });
    }
  });
}

/** A swallow about 110 long, flying to the right when not turned (radians). */
export function paintSwallow(
  context: SKRSContext2D,
  x: number,
  y: number,
  size: number,
  turn: number,
): void {
  at(context, [x, y], turn, [size, size], () => {
    fill(context, soot, 'M-6 -2 C-20 -30 -44 -34 -62 -30 C-40 -22 -30 -8 -14 6Z');
    fill(context, malachite, 'M2 -4 C6 -34 26 -50 46 -54 C34 -38 26 -14 12 6Z');
    const tail = 'L-66 6 L-42 12 L-60 26 L-24 14';
    fill(context, lime, `M34 -4 C20 -16 -8 -10 -26 4 ${tail} C0 18 24 12 34 -4Z`);
    fill(context, red, 'M34 -4 C28 -12 18 -11 14 -6 C18 2 26 4 34 -4Z');
    brushLine(context, soot, 3, 'M34 -4 l10 0 M-20 8 q18 6 34 -2');
  });
}

/** A heron about 200 long; `facing` is 1 to the right, -1 to the left. */
export function paintHeron(
  context: SKRSContext2D,
  x: number,
  y: number,
  facing: number,
  coat: Color,
  wing: Color,
): void {
  const neck = 'C40 -112 26 -96 34 -76 C42 -54 20 -40 -4 -34';
  const back = 'C-44 -26 -74 0 -92 34 C-54 40 10 44 36 14';
  at(context, [x, y], 0, [facing, 1], () => {
    brushLine(
      context,
      soot,
      5,
      'M-8 30 L-16 84 L-30 96 M-16 84 L2 94 M16 28 L14 82 L0 94 M14 82 L32 92',
    );
    fill(context, coat, `M58 -104 ${neck} ${back} C62 -14 40 -44 54 -70 C60 -80 64 -86 62 -94Z`);
    fill(context, wing, 'M16 -22 C-26 -26 -58 0 -88 32 C-50 34 10 30 24 2Z');
    for (let plume = 0; plume < 6; plume++) {
      const start = `M${14 - plume * 10} ${-14 + plume * 5}`;
      brushLine(context, plume % 2 ? gold : soot, 3, `${start} q-14 20 -34 ${30 - plume * 2}`);
    }
    fill(context, ochre, 'M58 -104 L106 -92 L60 -92Z');
    brushLine(context, soot, 4, 'M54 -100 q-30 -16 -52 2 M50 -97 l2 1');
  });
}
