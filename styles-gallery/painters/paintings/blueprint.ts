import {Path2D} from '@napi-rs/canvas';
import {printBlue} from '../blue-paper.ts';
import type {Point} from '../curve.ts';
import {createSheet, type Sheet} from '../drafting.ts';
import {type Painting, SIZE} from '../painting.ts';
import {boxPath, closedPath, ovalPath} from '../paths.ts';

/** Height of the driving axles, and where they are. */
const AXLE = 352;
const DRIVERS = [176, 274, 372] as const;
/** The boiler's plates. */
const BOILER = {left: 78, right: 392, top: 216, bottom: 300};

/** A locomotive in elevation and section, with its details around it. */
export const painting: Painting = {
  id: 'blueprint',
  title: 'Engine No. 7',
  note: 'A cyanotype from the drawing office: ruled and hatched white lines on blue paper that was folded, carried and stained.',
  seed: 23,
  paint(context, random) {
    const sheet = createSheet(random);
    ruleGrid(sheet);
    draftBoiler(sheet);
    draftCab(sheet);
    draftRunningGear(sheet);
    draftBoilerEnd(sheet, 72, 70, 62);
    draftPiston(sheet, 206, 62);
    draftGear(sheet, 424, 84, 76, 26);
    draftGear(sheet, 318, 58, 42, 15);
    draftCrank(sheet);
    draftSpring(sheet);
    for (const x of [146, 274, 362]) draftBolt(sheet, x, 138);
    draftBolt(sheet, 264, 426);
    printBlue(context, sheet, random);
  },
};

function ruleGrid({lines, rule}: Sheet): void {
  for (let at = 8; at < SIZE; at += 12) {
    lines.globalAlpha = at % 60 === 8 ? 0.34 : 0.15;
    rule(at, 0, at, SIZE, 1);
    rule(0, at, SIZE, at, 1);
  }
  lines.globalAlpha = 1;
}

/** The boiler, cut open along its length: tubes, hatched plates, rivets, chimney and domes. */
function draftBoiler(sheet: Sheet): void {
  const {left, right, top, bottom} = BOILER;
  const [length, height] = [right - left, bottom - top];
  part(sheet, boxPath(left, top, length, height), 'dark', 2.6);
  sheet.hatch(boxPath(left, top, length, 9), 0.8, 4);
  sheet.hatch(boxPath(left, bottom - 9, length, 9), -0.8, 4);
  for (let y = top + 15; y < bottom - 12; y += 5.5) {
    sheet.rule(left + 46, y, right - 66, y, y % 3 > 1 ? 1 : 1.8);
  }
  for (const x of [left + 44, left + 128, left + 210, right - 66]) {
    part(sheet, boxPath(x, top - 3, 7, height + 6), 'light', 1.8);
    for (let y = top + 4; y < bottom; y += 8) sheet.rings(x + 3.5, y, [[1.3, 1.2]]);
  }
  part(sheet, boxPath(left - 18, top - 8, 58, height + 16), 'light', 2.8, Math.PI / 4, 6);
  part(sheet, boxPath(right - 58, top + 14, 54, 92), 'dark', 2.2, -Math.PI / 4, 4.5);
  sheet.hatch(boxPath(right - 58, top + 60, 54, 46), Math.PI / 4, 4.5);
  const chimney = new Path2D('M72 208 L78 152 L68 144 H112 L102 152 L106 208 Z');
  const dome = new Path2D('M194 216 C190 176 206 168 222 168 C238 168 254 176 250 216 Z');
  const box = new Path2D('M296 216 C294 190 304 184 316 184 C328 184 338 190 336 216 Z');
  part(sheet, chimney, 'dark', 2.6, 1.2, 4.2);
  part(sheet, dome, 'dark', 2.6, 0.6, 4.2);
  part(sheet, box, 'dark', 2.6, -0.7, 4.2);
  sheet.centreline(10, (top + bottom) / 2, SIZE - 10, (top + bottom) / 2);
  sheet.dimension(left, 132, right, 132);
  for (const x of [90, 222, 316]) sheet.centreline(x, 130, x, 316);
}

function draftCab(sheet: Sheet): void {
  const cab = new Path2D('M392 312 V196 C392 176 400 172 420 170 H486 V180 H478 V312 Z');
  part(sheet, cab, 'light', 3, Math.PI / 2, 7);
  for (const x of [404, 440]) part(sheet, boxPath(x, 198, 28, 36), 'dark', 2.2, -0.9, 9);
  for (let y = 246; y < 306; y += 9) for (const x of [398, 472]) sheet.rings(x, y, [[1.6, 1.3]]);
  sheet.dimension(500, 170, 500, 312);
  part(sheet, boxPath(44, 312, 452, 16), 'dark', 2.6, 1, 5);
}

/** Wheels, cylinder, rods and the rail they stand on. */
function draftRunningGear(sheet: Sheet): void {
  for (const [index, x] of DRIVERS.entries()) draftWheel(sheet, x, AXLE, 47, 16, index * 0.2);
  for (const x of [56, 110]) draftWheel(sheet, x, AXLE + 23, 23, 10, 0.1);
  draftWheel(sheet, 452, AXLE + 17, 30, 12, 0.3);
  part(sheet, boxPath(64, 322, 66, 34), 'light', 2.8, Math.PI / 4, 3.6);
  part(sheet, new Path2D('M130 336 L250 346 V354 L130 344 Z'), 'dark', 2.2);
  part(sheet, new Path2D('M196 362 H392 V370 H196 Z'), 'dark', 2.2);
  part(sheet, new Path2D('M150 326 L274 332 V340 L150 334 Z'), 'dark', 2.2);
  for (const x of DRIVERS) {
    sheet.rings(x + 20, AXLE + 14, [
      [7, 2.4],
      [3, 2],
    ]);
    sheet.centreline(x, 296, x, 430);
  }
  sheet.rule(0, 400, SIZE, 400, 2.6);
  sheet.rule(0, 405, SIZE, 405, 1.4);
  sheet.hatch(boxPath(0, 405, SIZE, 9), 0.8, 5);
  sheet.centreline(20, AXLE, SIZE - 20, AXLE);
  sheet.dimension(DRIVERS[0], 424, DRIVERS[1], 424);
  sheet.dimension(DRIVERS[1], 424, DRIVERS[2], 424);
}

/** A spoked wheel with its counterweight; `turn` is how far it has rolled. */
function draftWheel(
  sheet: Sheet,
  x: number,
  y: number,
  radius: number,
  spokes: number,
  turn: number,
) {
  part(sheet, ovalPath(x, y, radius), 'dark', 3);
  sheet.rings(x, y, scaled(radius, [0.93, 1.4, 0.84, 2.2, 0.3, 2.4, 0.16, 1.8, 0.07, 1.8]));
  for (let spoke = 0; spoke < spokes; spoke++) {
    const angle = turn + (spoke / spokes) * 2 * Math.PI;
    for (const side of [-0.06, 0.06]) {
      const hub = around(x, y, radius * 0.3, angle + side * 2.4);
      sheet.rule(...hub, ...around(x, y, radius * 0.84, angle + side), 1.5);
    }
  }
  const weight = new Path2D();
  weight.arc(x, y, radius * 0.84, turn + 2.2, turn + 3.9);
  weight.closePath();
  part(sheet, weight, 'light', 2, turn + 0.7, 3.6);
}

/** The boiler seen from the front: a plate full of tubes, bolts around it. */
function draftBoilerEnd(sheet: Sheet, x: number, y: number, radius: number): void {
  part(sheet, ovalPath(x, y, radius), 'dark', 3);
  sheet.rings(x, y, scaled(radius, [0.92, 1.4, 0.8, 2.2]));
  for (let bolt = 0; bolt < 28; bolt++) {
    sheet.rings(...around(x, y, radius * 0.86, (bolt / 14) * Math.PI), [[2.3, 1.3]]);
  }
  const pitch = 11.5;
  for (let row = -5; row <= 5; row++) {
    for (let column = -5; column <= 5; column++) {
      const [u, v] = [(column + (row % 2 ? 0.5 : 0)) * pitch, row * pitch * 0.87];
      if (Math.hypot(u, v) > radius * 0.72) continue;
      if (u > 0) part(sheet, ovalPath(x + u, y + v, 4.2), 'light', 1.5, 0.8, 2.6);
      else sheet.rings(x + u, y + v, [[4.2, 1.5]]);
    }
  }
  sheet.centreline(x, 0, x, y + radius + 20);
  sheet.centreline(0, y, x + radius + 20, y);
}

/** A toothed wheel with a sector cut away. */
function draftGear(sheet: Sheet, x: number, y: number, radius: number, teeth: number): void {
  const rim = Array.from({length: teeth * 4}, (_, step) => {
    const reach = step % 4 < 2 ? radius : radius * 0.88;
    return around(x, y, reach, ((step + 0.5) / (teeth * 2)) * Math.PI);
  });
  part(sheet, closedPath(rim), 'dark', 2.4);
  const sector = new Path2D();
  sector.moveTo(x, y);
  sector.arc(x, y, radius * 0.86, -0.3, 1.9);
  part(sheet, sector, 'light', 0.5, Math.PI / 4, 4.4);
  sheet.rings(x, y, scaled(radius, [0.8, 1.8, 0.36, 2.4, 0.2, 2]));
  for (let hole = 0; hole < 6; hole++) {
    const angle = (hole / 3) * Math.PI + 0.3;
    part(sheet, ovalPath(...around(x, y, radius * 0.58, angle), radius * 0.14), 'dark', 2);
    sheet.rule(x, y, ...around(x, y, radius * 1.15, angle), 0.8);
  }
  for (const share of [0.94, 1.16]) sheet.dashedRing(x, y, radius * share);
  sheet.centreline(x - radius * 1.3, y, x + radius * 1.3, y);
  sheet.centreline(x, y - radius * 1.3, x, y + radius * 1.3);
}

/** A crank with the circles that constructed it. */
function draftCrank(sheet: Sheet): void {
  const arm = new Path2D(
    'M48 446 C84 436 120 452 176 456 L232 462 V478 L176 482 C120 490 84 498 48 484 Z',
  );
  part(sheet, arm, 'dark', 2.6, 0.9, 5);
  for (const [x, radius] of [
    [66, 30],
    [232, 20],
  ] as const) {
    part(sheet, ovalPath(x, 468, radius), 'light', 2.2, -0.8, 3.6);
    part(sheet, ovalPath(x, 468, radius * 0.62), 'dark', 2.2);
    sheet.rings(x, 468, scaled(radius, [0.5, 2.2]));
    sheet.dashedRing(x, 468, radius * 1.35);
    sheet.centreline(x, 420, x, SIZE);
  }
  sheet.centreline(0, 468, 270, 468);
  sheet.dimension(66, 504, 232, 504);
  sheet.rings(66, 468, scaled(1, [110, 0.7, 150, 0.7, 190, 0.7]));
}

/** A spring of eight leaves in its clamp. */
function draftSpring(sheet: Sheet): void {
  for (let leaf = 0; leaf < 8; leaf++) {
    const [half, y] = [92 - leaf * 9, 442 + leaf * 7];
    const upper = `M${392 - half} ${y} Q392 ${y + 20} ${392 + half} ${y}`;
    const strip = new Path2D(`${upper} V${y + 6} Q392 ${y + 26} ${392 - half} ${y + 6} Z`);
    part(sheet, strip, leaf % 2 ? 'light' : 'dark', 1.8, leaf % 2 ? 0.8 : -0.8, 5);
  }
  part(sheet, boxPath(378, 444, 28, 62), 'light', 2.6, 0.3, 4);
  for (const x of [298, 486]) sheet.rings(x, 444, scaled(1, [12, 2.2, 6, 2.2]));
  sheet.dimension(300, 430, 484, 430);
  sheet.centreline(392, 418, 392, SIZE);
}

/** A piston in its cylinder, cut open. */
function draftPiston(sheet: Sheet, x: number, y: number): void {
  part(sheet, boxPath(x - 54, y - 44, 108, 88), 'light', 2.8, Math.PI / 4, 4);
  part(sheet, boxPath(x - 54, y - 28, 108, 56), 'dark', 2.2);
  part(sheet, boxPath(x - 6, y - 28, 26, 56), 'light', 2.2, -Math.PI / 4, 4);
  for (const at of [-3, 5, 13]) sheet.rule(x + at, y - 28, x + at, y + 28, 1.6);
  for (const side of [-5, 5]) sheet.rule(x + 20, y + side, x + 72, y + side, 2.4);
  for (let at = -46; at < 50; at += 18) {
    for (const side of [-36, 36]) sheet.rings(x + at, y + side, [[3.4, 1.6]]);
  }
  sheet.centreline(x - 74, y, x + 84, y);
  sheet.dimension(x - 54, y - 54, x + 54, y - 54);
  sheet.dimension(x - 54, y + 58, x - 6, y + 58);
}

/** A bolt, head up, its thread in fine slanting lines. */
function draftBolt(sheet: Sheet, x: number, y: number): void {
  part(sheet, boxPath(x - 12, y, 24, 13), 'light', 2.4);
  part(sheet, boxPath(x - 7, y + 13, 14, 42), 'dark', 2.2);
  for (const at of [-5, 5]) sheet.rule(x + at, y, x + at, y + 13, 1.4);
  for (let at = 24; at < 53; at += 4) sheet.rule(x - 7, y + at, x + 7, y + at + 3, 1.6);
  sheet.centreline(x, y - 8, x, y + 64);
}

/** A part on its wash, hatched where an angle is given, outlined last. */
function part(
  sheet: Sheet,
  shape: Path2D,
  wash: 'dark' | 'light',
  weight: number,
  angle?: number,
  gap = 5,
): void {
  sheet.form(shape, wash);
  if (angle !== undefined) sheet.hatch(shape, angle, gap);
  sheet.outline(shape, weight);
}

/** Rings whose radii are shares of `radius`; shares and line weights in turn. */
function scaled(radius: number, rings: readonly number[]): Point[] {
  return rings.flatMap((share, index): Point[] =>
    index % 2 ? [] : [[share * radius, rings[index + 1] ?? 1]],
  );
}

function around(x: number, y: number, radius: number, angle: number): Point {
  return [x + radius * Math.cos(angle), y + radius * Math.sin(angle)];
}
