import {type ComicPress, createComicPress, type Tones} from '../comic-press.ts';
import type {Point} from '../curve.ts';
import {type Painting, SIZE} from '../painting.ts';
import {boxPath, closedPath} from '../paths.ts';
import {between, pick, type Random} from '../random.ts';
import {pointsOf} from '../sketch-shapes.ts';

const BLAST = {x: 286, y: 172};

const WHITE: Tones = [0, 0, 0];
const YELLOW: Tones = [1, 0, 0];
const GOLD: Tones = [1, 0.3, 0];
const ORANGE: Tones = [1, 0.7, 0.1];
const RED: Tones = [1, 1, 0];
const PINK: Tones = [0, 0.25, 0];
const SALMON: Tones = [0.5, 0.6, 0];
const SKY: Tones = [0, 0, 0.6];
const LIME: Tones = [1, 0, 0.25];
const GREY: Tones = [0.3, 0.3, 0.5];
const FACES = [GOLD, SALMON, RED, SKY, LIME, GREY] as const;

/** Rows of towers from far to near: how many, where they stand, how high they rise. */
const ROWS = [
  {count: 9, base: 330, height: 140},
  {count: 7, base: 440, height: 210},
  {count: 5, base: 540, height: 230},
] as const;

/** A blast over a city, in three screened colours and brushed black. */
export const painting: Painting = {
  id: 'comic-halftone',
  title: 'Blast over Midtown',
  note: 'A comic page on pulp: brushed black contours over dots of red, cyan and yellow that never quite meet.',
  seed: 12,
  paint(context, random) {
    const press = createComicPress(random);
    drawSky(press, random);
    drawBlast(press, random);
    for (const {count, base, height} of ROWS) {
      for (let index = 0; index <= count; index++) {
        const width = (SIZE / count) * between(random, 0.7, 1.05);
        const x = ((index - 0.5 + between(random, -0.25, 0.25)) * SIZE) / count;
        const hollow = 0.55 + 0.6 * Math.min(1, Math.abs(x + width / 2 - BLAST.x) / 240);
        drawTower(press, x, width, base, height * hollow * between(random, 0.8, 1.2), random);
      }
    }
    for (let left = 26; left > 0; left--) drawRubble(press, random);
    drawRoof(press, random);
    press.print(context);
  },
};

/** Rays over a sky that darkens outwards, and lines that rush to the blast. */
function drawSky({colors, fill, flick}: ComicPress, random: Random): void {
  const cyan = colors[2]!;
  const shade = cyan.createRadialGradient(BLAST.x, BLAST.y, 90, BLAST.x, BLAST.y, 400);
  shade.addColorStop(0, 'rgb(0 0 0 / 0.12)');
  shade.addColorStop(1, 'rgb(0 0 0 / 0.95)');
  cyan.fillStyle = shade;
  cyan.fillRect(0, 0, SIZE, SIZE);
  cyan.fillStyle = 'black';
  for (let angle = 0; angle < 2 * Math.PI; angle += between(random, 0.16, 0.34)) {
    const half = between(random, 0.05, 0.11);
    const ray = [radial(angle, 60), radial(angle + half, 640), radial(angle - half, 640)];
    fill(closedPath(ray), pick(random, [YELLOW, GOLD, WHITE, PINK]));
  }
  for (let left = 150; left > 0; left--) {
    const angle = between(random, 0, 2 * Math.PI);
    const near = between(random, 150, 330);
    const far = near + between(random, 60, 240);
    flick(radial(angle, near), radial(angle, far), between(random, 1.5, 4.5));
  }
}

function drawBlast(press: ComicPress, random: Random): void {
  const stars = [
    {reach: 186, tones: RED},
    {reach: 146, tones: GOLD},
    {reach: 104, tones: YELLOW},
    {reach: 62, tones: WHITE},
  ];
  for (const {reach, tones} of stars) {
    const points = Array.from({length: 32}, (_, spike) => {
      const long = spike % 2 === 0 ? between(random, 0.85, 1.25) : between(random, 0.6, 0.72);
      return radial((spike / 32) * 2 * Math.PI, reach * long);
    });
    press.fill(closedPath(points), tones);
    press.ink([...points, points[0]!], reach > 100 ? 4 : 2.5);
  }
  for (let angle = 0; angle < 2 * Math.PI; angle += between(random, 0.05, 0.12)) {
    const near = between(random, 22, 90);
    const far = near + between(random, 14, 60);
    press.flick(radial(angle, far), radial(angle, near), between(random, 2, 4.5));
  }
  for (let left = 56; left > 0; left--) {
    const [x, y] = radial(between(random, -0.25, Math.PI + 0.5), between(random, 96, 190));
    drawPuff(press, x, y + 24, between(random, 16, 38), random);
  }
}

/** A ball of smoke: lit from the blast, feathered with short strokes on the far side. */
function drawPuff(press: ComicPress, x: number, y: number, radius: number, random: Random): void {
  const at = (angle: number, reach: number): Point => [
    x + radius * reach * Math.cos(angle),
    y + radius * reach * Math.sin(angle),
  ];
  const ring = Array.from({length: 22}, (_, step) => at(step * 0.3, between(random, 0.94, 1.06)));
  press.fill(closedPath(ring), pick(random, [GOLD, [0.5, 0, 0], ORANGE, [0, 0.2, 0.15]] as const));
  press.ink(ring, 3.4);
  const away = Math.atan2(y - BLAST.y, x - BLAST.x);
  for (let angle = away - 0.9; angle < away + 0.9; angle += 0.19) {
    press.flick(at(angle, 1), at(angle - 0.2, between(random, 0.4, 0.75)), 3.6);
  }
}

/** A tower of two walls that leans away from the blast; the wall towards it is lit. */
function drawTower(
  press: ComicPress,
  x: number,
  width: number,
  base: number,
  height: number,
  random: Random,
): void {
  const top = base - height;
  const middle = x + width / 2;
  const lean = (middle - BLAST.x) * 0.16;
  const litLeft = middle > BLAST.x;
  const split = x + width * (litLeft ? 0.66 : 0.34);
  const leaning = (at: number, y: number): Point => [at + (lean * (base - y)) / height, y];
  const tones = pick(random, FACES);
  for (const [left, right] of [
    [x, split],
    [split, x + width],
  ] as const) {
    const isLeft = left === x;
    const face = [
      leaning(left, top + (isLeft ? 9 : 0)),
      leaning(right, top + (isLeft ? 0 : 9)),
      leaning(right, SIZE + 40),
      leaning(left, SIZE + 40),
    ];
    press.fill(closedPath(face), isLeft === litLeft ? tones : [tones[0] * 0.4, tones[1] * 0.8, 1]);
    const columns = Math.max(2, Math.round((right - left) / 12));
    const pitch = (right - left) / columns;
    for (let y = top + 18; y < base + 20; y += 15) {
      for (let column = 0; column < columns; column++) {
        const pane = leaning(left + pitch * (column + 0.28), y);
        const shape = boxPath(...pane, pitch * 0.5, between(random, 7.5, 9.5));
        const lamp = random();
        if (lamp < 0.3) press.fill(shape, lamp < 0.22 ? YELLOW : WHITE);
        else press.black.fill(shape);
      }
    }
    press.ink([...face, face[0]!], 4);
  }
  const mast = leaning(split, top);
  if (random() < 0.6) press.flick(mast, [mast[0] + lean * 0.1, top - between(random, 18, 46)], 4.5);
}

/** A lump of masonry in flight, with the lines of its haste. */
function drawRubble(press: ComicPress, random: Random): void {
  const angle = between(random, 0, 2 * Math.PI);
  const distance = between(random, 120, 300);
  const [x, y] = radial(angle, distance);
  const size = between(random, 4, 15);
  const points: Point[] = [];
  for (let turn = 0; turn < 6.2; turn += between(random, 0.8, 1.4)) {
    const reach = size * between(random, 0.6, 1.2);
    points.push([x + reach * Math.cos(turn), y + reach * Math.sin(turn)]);
  }
  press.fill(closedPath(points), pick(random, [GOLD, SKY, SALMON]));
  press.ink([...points, points[0]!], 3.4);
  for (const side of [-0.5, 0, 0.5]) {
    const turn = angle + (side * size * 1.4) / distance;
    const tail = distance - size * between(random, 3, 5);
    press.flick(radial(turn, distance - size * 1.3), radial(turn, tail), 2.8);
  }
}

/** The near roof with its water tower, spotted with black away from the blast. */
function drawRoof({fill, ink, flick}: ComicPress, random: Random): void {
  fill(closedPath(pointsOf(26, 290, 84, 252, 146, 288, 142, 386, 30, 388)), ORANGE);
  for (let x = 32; x < 144; x += 9) {
    const width = x < 92 ? 9 - (x - 32) / 12 : 2.6;
    ink(pointsOf(x, 292 + between(random, -2, 2), x + between(random, -1, 1), 386), width);
  }
  for (const y of [308, 344, 374]) ink(pointsOf(28, y, 86, y + 4, 144, y - 1), 4);
  ink(pointsOf(36, 386, 22, 470), 8);
  ink(pointsOf(70, 386, 70, 470), 8);
  ink(pointsOf(104, 386, 108, 470), 8);
  ink(pointsOf(138, 386, 152, 470), 8);
  ink(pointsOf(34, 400, 144, 462), 4);
  ink(pointsOf(142, 400, 28, 462), 4);
  ink(pointsOf(18, 296, 84, 250, 154, 294), 8);
  fill(closedPath(pointsOf(0, 462, 270, 470, 330, 512, 0, 512)), GREY);
  ink(pointsOf(0, 462, 270, 470, 334, 514), 7);
  for (let x = -10; x < 310; x += 7) flick([x, 514], [x + 16, between(random, 478, 496)], 5.5);
}

function radial(angle: number, distance: number): Point {
  return [BLAST.x + distance * Math.cos(angle), BLAST.y + distance * Math.sin(angle)];
}
