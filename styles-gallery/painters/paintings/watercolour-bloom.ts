import {type Color, fromHex} from '../color.ts';
import type {Point} from '../curve.ts';
import {type Painting, SIZE} from '../painting.ts';
import {between, gaussian, pick, type Random} from '../random.ts';
import {
  type Box,
  createWetPaper,
  dropWater,
  layPuddle,
  lift,
  type Pigment,
  showPaper,
  stain,
  type WetPaper,
} from '../wet-paper.ts';

const pigment = (hex: string, granulation: number): Pigment => ({color: fromHex(hex), granulation});
/** Any number of pixels that is well outside a shape. */
const OUTSIDE = -99;
const WHITE: Color = fromHex('#fdfaf2');
const ROSES = [pigment('#f06a9a', 0.1), pigment('#e8306e', 0.15), pigment('#f58a78', 0.1)];
const CARMINE = pigment('#b00e4e', 0.2);
const VIRIDIANS = [pigment('#2aa68a', 0.25), pigment('#7fc06a', 0.2), pigment('#1f7f86', 0.35)];
const SHADOWS = [pigment('#3b55c8', 0.5), pigment('#6a4cc0', 0.45), pigment('#2a8fb8', 0.35)];
const YELLOW = pigment('#fbc32a', 0.1);
const INDIGO = pigment('#1f2a6a', 0.4);
const GRAPHITE = pigment('#6f6a72', 0.6);

const FLOWERS: readonly (readonly [x: number, y: number, reach: number])[] = [
  [188, 190, 128],
  [392, 128, 92],
  [352, 336, 116],
  [102, 396, 98],
  [498, 452, 84],
  [30, 84, 74],
  [246, 494, 66],
];

/** Wet-in-wet roses on rough paper, with back-runs, granulation and splashes. */
export const painting: Painting = {
  id: 'watercolour-bloom',
  title: 'Roses in the Rain',
  note: 'Colour let go on wet paper: it blooms, dries with dark rims and settles as grain in the hollows.',
  seed: 1819,
  paint(context, random) {
    const paper = createWetPaper(random);
    washGround(paper, random);
    for (let index = 0; index < 46; index++) paintLeaf(paper, random, pick(random, FLOWERS));
    for (const flower of [...FLOWERS].reverse()) paintFlower(paper, random, flower);
    for (let index = 0; index < 30; index++) {
      const spot: Point = [between(random, 0, SIZE), between(random, 0, SIZE)];
      dropWater(paper, spot, 6 + 26 * random() ** 2);
    }
    splash(paper, random);
    showPaper(context, paper, WHITE);
  },
};

/** How far a place is outside the hearts of the flowers, in pixels. */
function clearOf(x: number, y: number): number {
  return Math.min(...FLOWERS.map(([fx, fy, reach]) => Math.hypot(x - fx, y - fy) - 0.5 * reach));
}

/** Blue, violet and green puddles that run into each other between the flowers. */
function washGround(paper: WetPaper, random: Random): void {
  for (let index = 0; index < 52; index++) {
    const [x, y] = [between(random, -20, 532), between(random, -20, 532)];
    const reach = between(random, 40, 110);
    const paint = pick(random, index % 3 ? SHADOWS : VIRIDIANS);
    const [soft, rim] = random() < 0.5 ? ([16, 0.1] as const) : ([2, 0.9] as const);
    const puddle = blob(paper, x, y, reach);
    const insideAt = (px: number, py: number) => Math.min(puddle(px, py), clearOf(px, py));
    const box = boxAbout(x, y, 1.6 * reach);
    layPuddle(paper, paint, box, insideAt, between(random, 0.2, 0.62), soft, rim);
  }
}

/** How far inside an uneven round puddle a point is, in pixels. */
function blob({noise}: WetPaper, x: number, y: number, reach: number) {
  return (px: number, py: number) => {
    const out = Math.hypot(px - x, py - y);
    if (out > 1.6 * reach) return OUTSIDE;
    const angle = Math.atan2(py - y, px - x);
    const [cos, sin] = [Math.cos(angle), Math.sin(angle)];
    const lobes = 0.4 * noise(x + cos, y + sin) + 0.15 * noise(x + cos * 4, y + sin * 4);
    return reach * (1 + lobes) - out;
  };
}

/** A petal or leaf from (x, y): `reach` long, `half` wide at its widest, bent by `bend`. */
function petal(x: number, y: number, angle: number, reach: number, half: number, bend: number) {
  const [cos, sin] = [Math.cos(angle), Math.sin(angle)];
  return (px: number, py: number) => {
    const along = ((px - x) * cos + (py - y) * sin) / reach;
    if (along < 0 || along > 1) return OUTSIDE;
    const across = (py - y) * cos - (px - x) * sin - bend * reach * along * along;
    return half * Math.sqrt(Math.sin(Math.PI * along ** 0.8)) - Math.abs(across);
  };
}

function boxAbout(x: number, y: number, reach: number): Box {
  return [x - reach, y - reach, x + reach, y + reach] as const;
}

/** How much of the colour below stays where a shape is left out, softly at its edge. */
function keptUnder(inside: number, least: number): number {
  return 1 - (1 - least) * Math.min(1, Math.max(0, inside + 0.5));
}

function petalBox(x: number, y: number, angle: number, reach: number): Box {
  const [middleX, middleY] = [x + 0.5 * reach * Math.cos(angle), y + 0.5 * reach * Math.sin(angle)];
  return boxAbout(middleX, middleY, 0.64 * reach);
}

function paintLeaf(
  paper: WetPaper,
  random: Random,
  [fx, fy, reach]: (typeof FLOWERS)[number],
): void {
  const angle = between(random, 0, 2 * Math.PI);
  const [x, y] = [fx + 0.6 * reach * Math.cos(angle), fy + 0.6 * reach * Math.sin(angle)];
  const length = reach * between(random, 0.5, 1);
  const turn = angle + gaussian(random, 0, 0.4);
  const bend = between(random, -0.3, 0.3);
  const insideAt = petal(x, y, turn, length, length * between(random, 0.14, 0.24), bend);
  const box = petalBox(x, y, turn, length);
  lift(paper, box, (px, py) => keptUnder(insideAt(px, py), 0.3));
  layPuddle(paper, pick(random, VIRIDIANS), box, insideAt, between(random, 0.6, 1.2), 2, 0.9);
  const half = petal(x, y, turn, length, length * 0.1, bend + 0.06);
  layPuddle(paper, pick(random, [INDIGO, VIRIDIANS[2]!]), box, half, 0.55, 3, 0.3);
  drawVein(paper, x, y, turn, length, bend, INDIGO);
}

/** Rings of petals from the outermost in, dark drops run into the heart, a yellow eye. */
function paintFlower(
  paper: WetPaper,
  random: Random,
  [x, y, reach]: (typeof FLOWERS)[number],
): void {
  const tilt = between(random, 0, 6);
  for (let ring = 0; ring < 4; ring++) {
    const petals = 8 - ring;
    for (let index = 0; index < petals; index++) {
      const angle =
        tilt + ring * 0.5 + ((index + between(random, -0.2, 0.2)) / petals) * 2 * Math.PI;
      const length = reach * (1 - 0.2 * ring) * between(random, 0.85, 1.1);
      const width = length * between(random, 0.3, 0.42);
      const bend = gaussian(random, 0, 0.12);
      const insideAt = petal(x, y, angle, length, width, bend);
      const box = petalBox(x, y, angle, length);
      lift(paper, box, (px, py) => keptUnder(insideAt(px, py), 0.1));
      const strength = between(random, 0.14, 0.75);
      layPuddle(paper, pick(random, ROSES), box, insideAt, strength, 1.6, 1.6);
      const inner = petal(x, y, angle, length * 0.62, width * 0.7, bend);
      layPuddle(
        paper,
        pick(random, [CARMINE, ROSES[1]!]),
        box,
        inner,
        between(random, 0.3, 0.8),
        12,
        0,
      );
      for (let vein = -2; vein <= 2; vein++) {
        drawVein(paper, x, y, angle + vein * 0.11, length * 0.86, bend, CARMINE);
      }
      outline(paper, insideAt, box);
    }
  }
  const heart = blob(paper, x, y, reach * 0.2);
  layPuddle(paper, CARMINE, boxAbout(x, y, reach), heart, 0.7, 12, 0);
  layPuddle(
    paper,
    INDIGO,
    boxAbout(x, y, reach),
    blob(paper, x + 3, y + 4, reach * 0.12),
    0.7,
    6,
    0.4,
  );
  for (let index = 0; index < 26; index++) {
    const [sx, sy] = [gaussian(random, x, reach * 0.13), gaussian(random, y, reach * 0.13)];
    const insideAt = (px: number, py: number) => 2.6 - Math.hypot(px - sx, py - sy);
    layPuddle(paper, index % 3 ? YELLOW : INDIGO, boxAbout(sx, sy, 5), insideAt, 1.3, 1, 0.6);
  }
}

/** A hair-thin stroke along a petal. */
function drawVein(
  paper: WetPaper,
  x: number,
  y: number,
  angle: number,
  length: number,
  bend: number,
  paint: Pigment,
): void {
  const insideAt = petal(x, y, angle, length, 0.9, bend);
  stain(paper, paint, petalBox(x, y, angle, length), (px, py) => (insideAt(px, py) > 0 ? 0.26 : 0));
}

/** A pencil line along the edge, which the colour does not quite keep to. */
function outline(paper: WetPaper, insideAt: (x: number, y: number) => number, box: Box): void {
  stain(paper, GRAPHITE, box, (x, y) => {
    const inside = insideAt(x + 2, y - 1);
    const off = Math.abs(inside - 1.2 + paper.noise(x / 30, y / 30));
    return inside > 0 && off < 0.8 ? 0.8 : 0;
  });
}

/** Drops flicked from a loaded brush, large ones with a rim. */
function splash(paper: WetPaper, random: Random): void {
  for (let index = 0; index < 420; index++) {
    const [x, y] = [between(random, 0, SIZE), between(random, 0, SIZE)];
    const radius = 0.8 + 7 * random() ** 5;
    const paint = pick(random, [...ROSES, ...SHADOWS, CARMINE, VIRIDIANS[0]!, INDIGO]);
    const insideAt = (px: number, py: number) => radius - Math.hypot(px - x, py - y);
    layPuddle(paper, paint, boxAbout(x, y, radius + 4), insideAt, between(random, 0.5, 1.1), 1, 1);
  }
}
