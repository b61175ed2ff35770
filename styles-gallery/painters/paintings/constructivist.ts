import {Path2D} from '@napi-rs/canvas';
import type {Point} from '../curve.ts';
import {createLithoStones, type Ink, type LithoStones} from '../litho-stones.ts';
import type {Painting} from '../painting.ts';
import {boxPath, closedPath, ovalPath} from '../paths.ts';
import {between, pick, type Random} from '../random.ts';
import {pointsOf} from '../sketch-shapes.ts';

/** Everything stands on this slope. */
const SLOPE = -0.56;
/** Half of what a square turned by `SLOPE` needs to fill the picture. */
const REACH = 370;
const DISC = {u: 62, v: -62, radius: 138};
/** Where the sheds stand, and the gap between them that the disc fills. */
const FLOOR = 96;
const GAP = {from: -90, to: 150};

/** A works seen through wedges, discs and girders. */
export const painting: Painting = {
  id: 'constructivist',
  title: 'Works and Wedge',
  note: 'A lithographed poster in two inks: sprayed gradients, ruled screens and blocks that drive uphill.',
  seed: 17,
  paint(context, random) {
    const stones = createLithoStones(random, SLOPE);
    layBands(stones, random);
    drawDisc(stones, random);
    for (let u = -REACH; u < REACH;) u += drawShed(stones, u, random);
    drawGear(stones, 'black', -214, 130, 92, 18);
    drawGear(stones, 'red', -84, 214, 66, 14);
    drawWedge(stones);
    drawGirder(stones, 168, 34, random);
    drawGirder(stones, -322, 22, random);
    drawStairs(stones);
    drawRules(stones, random);
    stones.print(context);
  },
};

/** The ground: sloping bands, each with its own screen, and a fan of rays. */
function layBands({spray, fill, wipe}: LithoStones, random: Random): void {
  const band = (v: number, height: number) => boxPath(-REACH, v, 2 * REACH, height);
  spray('black', band(-REACH, 170), 1, 0.55, [-REACH, 0, REACH, 0]);
  spray('red', band(-200, 130), 0.9, 0.05, [0, -200, 0, -70]);
  spray('red', band(96, 66), 1, 0.8, [-REACH, 0, REACH, 0]);
  spray('black', band(162, 210), 0.6, 1, [0, 162, 0, 330]);
  for (let v = -70; v < 96; v += 5.5) fill('black', band(v, between(random, 0.9, 1.7)));
  for (let v = 100; v < 162; v += 9) fill('black', band(v, (v - 96) / 16));
  for (let ray = 0; ray < 26; ray++) {
    const edge = (turn: number) => -REACH + (turn / 26) * 2 * REACH;
    const fan = closedPath(pointsOf(60, -60, edge(ray), -REACH, edge(ray + 0.5), -REACH));
    wipe(fan, 0.8, 'black');
    if (ray % 3 === 0) spray('red', fan, 0.95, 0.3, [60, -60, 60, -REACH]);
  }
  for (let row = 0; row < 15; row++) {
    for (let u = -REACH; u < REACH; u += 13) {
      wipe(ovalPath(u + (row % 2) * 6, 176 + row * 13, 1.1 + row * 0.22), 0.95, 'black');
    }
  }
}

/** The great disc with its rings, sprayed round like a ball. */
function drawDisc({spray, fill, line, wipe}: LithoStones, random: Random): void {
  const {u, v, radius} = DISC;
  const ball = ovalPath(u, v, radius);
  wipe(ovalPath(u, v, radius + 40));
  for (let ring = radius + 40; ring > radius + 8; ring -= between(random, 4, 9)) {
    line('black', ovalPath(u, v, ring), between(random, 1, 4));
  }
  spray('red', ball, 1, 0.72, [u - radius, v, u + radius, v]);
  spray('black', ball, 0, 0.85, [u - 40, v - 70, u + 90, v + 120]);
  for (let ring = 26; ring < radius; ring += 14) {
    const groove = new Path2D();
    groove.arc(u, v, ring, -0.4, 1.9);
    line('black', groove, 2.4);
  }
  const eye = ovalPath(u + 36, v - 34, 46);
  const pupil = ovalPath(u + 36, v - 34, 16);
  wipe(eye);
  spray('black', eye, 0.95, 0.02, [u, v, u + 60, v - 70]);
  wipe(pupil, 1, 'black');
  fill('red', pupil);
}

/** A shed with a saw-tooth roof, its chimney and smoke; gives its width. */
function drawShed({spray, wipe}: LithoStones, u: number, random: Random): number {
  const [width, height] = [between(random, 30, 70), between(random, 34, 112)];
  if (u > GAP.from && u < GAP.to) return width;
  const top = FLOOR - height;
  const ink: Ink = random() < 0.4 ? 'red' : 'black';
  const wall = boxPath(u, top, width, height);
  wipe(wall);
  spray(ink, wall, 1, 0.5, [u, 0, u + width, 0]);
  for (let y = top + 8; y < FLOOR - 8; y += 12) {
    for (let x = u + 6; x < u + width - 8; x += 11) wipe(boxPath(x, y, 6.5, 7), 1, ink);
  }
  const saw = closedPath(pointsOf(u, top, u, top - 22, u + width, top));
  spray('black', saw, 0.95, 0.4, [u, 0, u + width, 0]);
  const flue = u + width * 0.62;
  const chimney = boxPath(flue, top - 92, 11, 96);
  wipe(chimney);
  spray('black', chimney, 1, 0.15, [flue, 0, flue + 11, 0]);
  for (let puff = 0; puff < 5; puff++) {
    const [x, y, size] = [flue + 5 + puff * 15, top - 104 - puff * 11, 9 + puff * 3.5];
    const ball = ovalPath(x, y, size);
    wipe(ball);
    spray('black', ball, 0.02, 0.95, [x - size, y - size, x + size, y + size]);
  }
  return width;
}

function drawGear(
  stones: LithoStones,
  ink: Ink,
  u: number,
  v: number,
  radius: number,
  teeth: number,
) {
  const {spray, line, wipe} = stones;
  const around = (angle: number, reach: number): Point => [
    u + radius * reach * Math.cos(angle),
    v + radius * reach * Math.sin(angle),
  ];
  const rim = closedPath(
    Array.from({length: teeth * 4}, (_, step) =>
      around(((step + 0.5) / (teeth * 2)) * Math.PI, step % 4 < 2 ? 1 : 0.84),
    ),
  );
  const shade = [u - radius, v - radius, u + radius, v + radius] as const;
  wipe(rim);
  if (ink === 'red') spray('red', rim, 1, 0.85, shade);
  spray('black', rim, ink === 'red' ? 0 : 1, ink === 'red' ? 0.8 : 0.15, shade);
  for (let hole = 0; hole < 6; hole++) {
    const place = around((hole / 3) * Math.PI, 0.55);
    wipe(ovalPath(...place, radius * 0.15));
    spray(ink === 'red' ? 'black' : 'red', ovalPath(...place, radius * 0.09), 1, 0.6, shade);
  }
  wipe(ovalPath(u, v, radius * 0.27));
  for (const ring of [0.68, 0.2, 0.12, 0.05]) line('black', ovalPath(u, v, radius * ring), 3);
}

/** The wedge that strikes the disc, with its echoes. */
function drawWedge({spray, wipe}: LithoStones): void {
  const above = closedPath(pointsOf(-REACH, -88, 14, -67, -REACH, -42));
  const below = closedPath(pointsOf(-REACH, 20, 14, -13, -REACH, 66));
  const wedge = closedPath(pointsOf(-REACH, -66, 84, -40, -REACH, 58));
  const ridge = closedPath(pointsOf(-REACH, -66, 84, -40, -REACH, -12));
  spray('black', above, 0.5, 0.05, [-REACH, 0, 20, 0]);
  spray('black', below, 0.7, 0.05, [-REACH, 0, 20, 0]);
  wipe(wedge);
  spray('black', wedge, 0.75, 1, [-REACH, 0, 80, 0]);
  wipe(ridge, 0.9, 'black');
  spray('red', ridge, 1, 0.6, [-REACH, 0, 80, 0]);
  spray('black', ridge, 0, 0.9, [-140, -60, 40, -30]);
}

/** A riveted lattice beam across the slope. */
function drawGirder(stones: LithoStones, u: number, width: number, random: Random): void {
  const {spray, line, wipe} = stones;
  for (const edge of [u, u + width]) {
    wipe(boxPath(edge - 6, -REACH, 12, 2 * REACH), 1, 'black');
    spray('black', boxPath(edge - 4, -REACH, 8, 2 * REACH), 1, 0.85, [0, -REACH, 0, REACH]);
  }
  for (let v = -REACH; v < REACH; v += width) {
    const [right, low] = [u + width, v + width];
    const cross = new Path2D(`M${u} ${v} L${right} ${low} M${right} ${v} L${u} ${low}`);
    line('black', cross, between(random, 3, 4.5));
    for (const edge of [u, right]) wipe(ovalPath(edge, v, 2), 1, 'black');
  }
}

function drawStairs({spray, wipe}: LithoStones): void {
  for (let step = 0; step < 8; step++) {
    const [u, v] = [26 + step * 17, 180 - step * 11];
    wipe(boxPath(u, v, 17, 100));
    spray('red', boxPath(u, v, 17, 100), step % 2 ? 1 : 0.25, 0.9, [0, 80, 0, 260]);
    spray('black', boxPath(u, v, 5, 100), 1, 0.6, [0, 80, 0, 260]);
  }
}

/** Printer's rules, chevrons and chips, wherever the slope has room. */
function drawRules({spray, fill, wipe}: LithoStones, random: Random): void {
  let v = 108;
  for (let rule = 0; rule < 9; rule++) {
    const bar = boxPath(222 - rule * 8, v, 190, 15 - rule * 1.5);
    wipe(bar);
    spray(rule % 3 === 1 ? 'red' : 'black', bar, 1, 0.6, [220, 0, 400, 0]);
    v += 21 - rule * 1.5;
  }
  for (let u = -330; u < -130; u += 30) {
    const chevron = closedPath(
      pointsOf(u, -190, u + 18, -170, u, -150, u + 12, -150, u + 30, -170, u + 12, -190),
    );
    wipe(chevron);
    spray('black', chevron, -(u + 30) / 300, 0.8, [0, -190, 0, -150]);
  }
  for (let left = 40; left > 0; left--) {
    const size = between(random, 2, 6);
    const place = [between(random, -REACH, REACH), between(random, -REACH, REACH)] as const;
    fill(pick(random, ['red', 'black']), boxPath(...place, size * 4, size));
  }
}
