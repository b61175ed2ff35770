import type {SKRSContext2D} from '@napi-rs/canvas';
import {SIZE} from './painting.ts';
import {oval, pointsOf, polygon, wash} from './sketch-shapes.ts';

/** Sketches a table top in broad colours: a guitar, a bottle, a glass, a bowl of fruit, a folded paper. */
export function sketchStillLife(sketch: SKRSContext2D): void {
  wash(sketch, 0, 300, ['#24405c', '#52759a', '#a8a068', '#64641f']);
  wash(sketch, 300, SIZE, ['#a83a1a', '#cc8426', '#6b2d1c']);
  polygon(sketch, pointsOf(0, 0, 120, 0, 70, 330, 0, 360), '#64641f');
  polygon(sketch, pointsOf(400, 0, 512, 0, 512, 300, 430, 320), '#bb4420');
  polygon(sketch, pointsOf(20, 360, 330, 300, 512, 350, 470, 512, 60, 512), '#6a6248');
  polygon(sketch, pointsOf(40, 420, 190, 372, 240, 470, 90, 512), '#f3e3b8');
  for (let line = 0; line < 9; line++) {
    polygon(sketch, pointsOf(60 + line * 6, 424 + line * 9, 190 + line * 6, 384 + line * 9, 190 + line * 6, 387 + line * 9, 60 + line * 6, 428 + line * 9), '#39342e'); // prettier-ignore
  }
  oval(sketch, 286, 372, 104, 84, '#8a4a1e', -0.9);
  oval(sketch, 282, 368, 96, 76, '#f0ae2c', -0.9);
  oval(sketch, 336, 264, 74, 60, '#8a4a1e', -0.9);
  oval(sketch, 332, 261, 67, 53, '#f8c650', -0.9);
  oval(sketch, 308, 318, 30, 30, '#f3e3b8');
  oval(sketch, 308, 318, 25, 25, '#17120f');
  polygon(sketch, pointsOf(318, 298, 432, 46, 458, 58, 346, 312), '#5a2f1a');
  polygon(sketch, pointsOf(424, 60, 440, 8, 486, 30, 462, 76), '#241f1c');
  for (let string = 0; string < 5; string++) {
    polygon(sketch, pointsOf(250 + string * 5, 410 + string * 3, 434 + string * 4, 50 + string * 2, 436 + string * 4, 51 + string * 2, 252 + string * 5, 411 + string * 3), '#f8e9c0'); // prettier-ignore
  }
  polygon(sketch, pointsOf(226, 400, 266, 424, 256, 440, 216, 416), '#241f1c');
  polygon(sketch, pointsOf(120, 130, 164, 130, 168, 200, 196, 236, 196, 396, 88, 396, 88, 236, 116, 200), '#234a78'); // prettier-ignore
  polygon(sketch, pointsOf(96, 240, 120, 210, 120, 390, 96, 390), '#8ab4cc');
  polygon(sketch, pointsOf(88, 286, 196, 286, 196, 346, 88, 346), '#ead9ab');
  polygon(sketch, pointsOf(118, 112, 166, 112, 166, 134, 118, 134), '#d44a20');
  polygon(sketch, pointsOf(400, 330, 480, 330, 466, 450, 416, 450), '#9cc4c4');
  oval(sketch, 440, 330, 40, 13, '#e8ead8');
  oval(sketch, 440, 332, 33, 9, '#5a6878');
  oval(sketch, 372, 462, 36, 31, '#a83a1a');
  oval(sketch, 362, 452, 14, 11, '#e08a4a');
  oval(sketch, 318, 480, 30, 27, '#8e8c2a');
  oval(sketch, 310, 472, 12, 9, '#c8c062');
}

/** Draws the outlines of the things on that table; `color` is any CSS colour. */
export function drawContours(context: SKRSContext2D, color: string): void {
  context.strokeStyle = color;
  context.lineWidth = 2.2;
  const ovals = [
    [284, 370, 98, 78, -0.9],
    [334, 262, 68, 54, -0.9],
    [308, 318, 27, 27, 0],
    [308, 318, 33, 33, 0],
    [440, 330, 38, 12, 0],
    [372, 462, 36, 31, 0],
    [318, 480, 30, 27, 0],
  ] as const;
  for (const [x, y, radiusX, radiusY, angle] of ovals) {
    context.beginPath();
    context.ellipse(x, y, radiusX, radiusY, angle, 0, 2 * Math.PI);
    context.stroke();
  }
  for (const points of [
    pointsOf(318, 298, 432, 46, 440, 8, 486, 30, 458, 58, 346, 312),
    pointsOf(120, 112, 120, 200, 88, 236, 88, 396, 196, 396, 196, 236, 166, 200, 166, 112),
    pointsOf(400, 330, 416, 450, 466, 450, 480, 330),
    pointsOf(40, 420, 190, 372, 240, 470, 90, 512),
    pointsOf(250, 410, 436, 50),
    pointsOf(262, 416, 446, 54),
    pointsOf(274, 422, 456, 58),
  ]) {
    context.beginPath();
    for (const point of points) context.lineTo(...point);
    context.stroke();
  }
}
