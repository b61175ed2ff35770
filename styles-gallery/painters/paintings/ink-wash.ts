import {fromHex} from '../color.ts';
import {blend, type Point} from '../curve.ts';
import {drawInk} from '../ink-stroke.ts';
import {fractal} from '../noise.ts';
import {type Painting, SIZE} from '../painting.ts';
import {between, gaussian, type Random} from '../random.ts';
import {
  createWetPaper,
  layPuddle,
  lift,
  type Pigment,
  showPaper,
  stain,
  type WetPaper,
} from '../wet-paper.ts';

const PAPER = fromHex('#f3ead8');
/** Pine soot: bluish when thin. */
const INK: Pigment = {color: fromHex('#2f343a'), granulation: 0.3};
const CINNABAR: Pigment = {color: fromHex('#d22c1a'), granulation: 0.2};
const OCHRE: Pigment = {color: fromHex('#c79c5c'), granulation: 0.3};
const WHOLE = [0, 0, SIZE, SIZE] as const;

/** A range of mountains: its peaks as (x, y, half width), how dark it is, how many strokes. */
type Range = {peaks: readonly (readonly [number, number, number])[]; ink: number; strokes: number};

const RANGES: readonly Range[] = [
  {
    peaks: [[60, 96, 60], [200, 62, 44], [300, 128, 50], [452, 88, 56], [520, 130, 40]], // prettier-ignore
    ink: 0.34,
    strokes: 260,
  },
  {
    peaks: [[128, 150, 46], [246, 96, 52], [322, 196, 44], [500, 164, 52], [10, 210, 50]], // prettier-ignore
    ink: 0.6,
    strokes: 620,
  },
  {
    peaks: [[20, 300, 70], [178, 268, 48], [398, 226, 62], [290, 330, 50], [510, 320, 50]], // prettier-ignore
    ink: 0.85,
    strokes: 720,
  },
  {
    peaks: [[40, 440, 70], [250, 424, 70], [340, 456, 60], [486, 412, 70], [150, 470, 60]], // prettier-ignore
    ink: 1.15,
    strokes: 620,
  },
];

/** Black ink on warm paper: pines before mountains that stand in the mist. */
export const painting: Painting = {
  id: 'ink-wash',
  title: 'Pines in the Mist',
  note: 'Soot ink and water on soft paper: wet bleeding, dry streaks of the brush, one breath of cinnabar.',
  seed: 1506,
  paint(context, random) {
    const paper = createWetPaper(random);
    washSky(paper);
    hangSun(paper);
    for (const [index, range] of RANGES.entries()) {
      paintRange(paper, random, range);
      if (index === 1) for (let bird = 0; bird < 11; bird++) paintBird(paper, random, bird);
      if (index === 2) for (let grove = 0; grove < 11; grove++) paintMaple(paper, random, grove);
    }
    growPine(paper, random, [84, 530], [116, 206], 15);
    growPine(paper, random, [478, 530], [430, 316], 12);
    growPine(paper, random, [4, 470], [26, 300], 10);
    spatter(paper, random);
    stampSeal(paper, [478, 30]);
    ageSheet(paper);
    showPaper(context, paper, PAPER);
  },
};

/** A pale wash of sky in wet streaks. */
function washSky(paper: WetPaper): void {
  const cloud = fractal(paper.noise, 3);
  stain(paper, INK, WHOLE, (x, y) => {
    const streak = cloud(x / 130, y / 22) + 0.5 * cloud(x / 40, y / 5);
    return Math.max(0, 0.6 * streak + 0.14 - y / 1400);
  });
}

/** Unevenly browned paper with long fibres. */
function ageSheet(paper: WetPaper): void {
  const cloud = fractal(paper.noise, 3);
  stain(paper, OCHRE, WHOLE, (x, y) => {
    return 0.12 + 0.3 * cloud(x / 150, y / 110) + 0.2 * cloud(x / 40, y / 5);
  });
}

function hangSun(paper: WetPaper): void {
  const insideAt = (x: number, y: number) => 46 - Math.hypot(x - 374, y - 96);
  layPuddle(paper, CINNABAR, [320, 40, 430, 150], insideAt, 0.85, 2, 0.35);
}

/** A wash from the crest down into the mist, then dry strokes down the slopes, then moss. */
function paintRange(paper: WetPaper, random: Random, range: Range): void {
  const {ink, strokes} = range;
  const line = crestLine(paper, range);
  const crest = (x: number) => line[Math.min(SIZE - 1, Math.max(0, Math.round(x)))] as number;
  lift(paper, WHOLE, (x, y) => {
    const below = y - crest(x);
    return below < 0 ? 1 : 0.12 + 0.5 * Math.min(1, below / 260);
  });
  stain(paper, INK, WHOLE, (x, y) => {
    const below = y - crest(x) + 3 * paper.noise(x / 5, y / 5);
    if (below < 0) return 0.25 * ink * Math.exp(below / 6) * Math.max(0, paper.noise(x / 30, 7));
    const face = 1 + 0.9 * paper.noise(x / 15, y / 46) + 0.9 * paper.noise(x / 46, y / 40);
    const mist = Math.exp(-below / (86 + 24 * paper.noise(x / 70, y / 50)));
    const rim = Math.exp(-below / 3.5);
    return ink * Math.min(1, below / 1.5) * (0.85 * mist * Math.max(0.1, face) + 0.4 * rim);
  });
  for (let index = 0; index < strokes; index++) drawSlope(paper, random, crest, ink);
  for (let index = 0; index < 1.6 * strokes; index++) dotMoss(paper, random, crest, ink);
}

/** The height (y) of a range's crest at every x. */
function crestLine({noise}: WetPaper, {peaks, ink}: Range): Float32Array {
  const rough = fractal(noise, 4);
  return Float32Array.from({length: SIZE}, (_, x) => {
    const heights = peaks.map(([peakX, peakY, half]) => {
      const aside = Math.abs(x - peakX) / (1.5 * half);
      return peakY + 190 * (1 - Math.exp(-(aside ** 1.7)));
    });
    return Math.min(...heights) + 12 * rough(x / 26, ink * 40) + 4 * rough(x / 5, ink * 90);
  });
}

/** One dry stroke that runs down the rock from somewhere below the crest. */
function drawSlope(
  paper: WetPaper,
  random: Random,
  crest: (x: number) => number,
  ink: number,
): void {
  const x = between(random, -10, 522);
  const depth = 150 * random() ** 1.6;
  const y = crest(x) + depth;
  const slope = (crest(x + 7) - crest(x - 7)) / 14;
  const length = between(random, 10, 40);
  const lean = (Math.abs(slope) < 0.1 ? 0 : 0.9 / slope) + gaussian(random, 0, 0.2);
  const aside = Math.max(-0.9, Math.min(0.9, lean)) * length;
  const path: Point[] = [[x, y], [x + 0.7 * aside, y + 0.4 * length], [x + aside, y + length]]; // prettier-ignore
  const half = 0.6 + 5 * random() ** 2;
  const amount = ink * between(random, 0.4, 1.3) * Math.exp(-depth / 90);
  const breadth = (t: number) => half * (1 - 0.75 * t);
  drawInk(paper, INK, {path, breadth, amount, dryness: 0.62}, random);
}

/** One dot of moss near the crest, where moss grows. */
function dotMoss(paper: WetPaper, random: Random, crest: (x: number) => number, ink: number): void {
  const x = between(random, 0, SIZE);
  const y = crest(x) + gaussian(random, 4, 6) + 90 * random() ** 5;
  if (paper.noise(x / 24, y / 24 + ink * 30) < gaussian(random, 0.1, 0.2)) return;
  const end: Point = [x + gaussian(random, 1, 2), y + gaussian(random, 0, 1.2)];
  const half = 0.4 + 1.9 * random() ** 2;
  const amount = ink * between(random, 0.5, 1.7);
  drawInk(paper, INK, {path: [[x, y], end], breadth: () => half, amount, dryness: 0.1}, random);
}

function paintBird(paper: WetPaper, random: Random, index: number): void {
  const [x, y] = [
    120 + index * 17 + gaussian(random, 0, 9),
    66 - index * 3 + gaussian(random, 0, 12),
  ];
  for (const side of [-1, 1]) {
    const path: Point[] = [[x, y], [x + side * 5, y - 4], [x + side * 10, y - 2]]; // prettier-ignore
    const breadth = (t: number) => 1.3 * (1 - t) + 0.3;
    drawInk(paper, INK, {path, breadth, amount: 1.7, dryness: 0}, random);
  }
}

/** A small tree with cinnabar leaves, set in dots. */
function paintMaple(paper: WetPaper, random: Random, index: number): void {
  const [x, y] = [196 + 22 * index + gaussian(random, 0, 12), 372 + gaussian(random, 0, 16)];
  for (let limb = 0; limb < 6; limb++) {
    const tip: Point = [x + gaussian(random, 0, 15), y - between(random, 22, 42)];
    const path: Point[] = [[x, y], [x + (tip[0] - x) * 0.3, y - 16], tip]; // prettier-ignore
    drawInk(paper, INK, {path, breadth: (t) => 2.4 - 1.9 * t, amount: 1.5, dryness: 0.3}, random);
  }
  for (let leaf = 0; leaf < 190; leaf++) {
    const [dx, dy] = [gaussian(random, 0, 15), gaussian(random, 0, 10)];
    const at: Point = [x + dx, y - 34 + dy];
    const end: Point = [at[0] + between(random, 1, 4), at[1] + between(random, -1, 2)];
    const amount = between(random, 0.3, 1.2);
    drawInk(paper, CINNABAR, {path: [at, end], breadth: () => 1.6, amount, dryness: 0.2}, random);
  }
}

/** A pine: a trunk in one dry pull, bark, crooked boughs with fans of needles. */
function growPine(paper: WetPaper, random: Random, foot: Point, top: Point, girth: number): void {
  const steps = Array.from({length: 14}, (_, step) => step / 13);
  const sway = (t: number) => girth * 1.3 * Math.sin(t * 7 + foot[0]);
  const trunk = steps.map((t): Point => {
    const [x, y] = blend(foot, top, t);
    return [x + sway(t), y];
  });
  const breadth = (t: number) => girth * (1 - 0.86 * t);
  drawInk(paper, INK, {path: trunk, breadth, amount: 0.8, dryness: 0.15}, random);
  drawInk(paper, INK, {path: trunk, breadth, amount: 1.6, dryness: 0.72}, random);
  for (let scale = 0; scale < girth * 9; scale++) {
    const t = random() ** 1.3;
    const [x, y] = trunk[Math.floor(t * 13)] as Point;
    const [dx, dy] = [gaussian(random, 0, 0.5) * breadth(t), between(random, -14, 14)];
    const path: Point[] = [[x + dx - 3, y + dy], [x + dx, y + dy + 3], [x + dx + 3, y + dy - 1]]; // prettier-ignore
    drawInk(paper, INK, {path, breadth: () => 0.9, amount: 1.6, dryness: 0.3}, random);
  }
  for (let bough = 0; bough < 13; bough++) {
    const t = 0.3 + (0.7 * bough) / 12;
    const from = trunk[Math.round(t * 13)] as Point;
    const side = bough % 2 ? 1 : -1;
    const length = girth * between(random, 4, 8) * (1.25 - t);
    const path = steps.slice(0, 7).map((s, step): Point => {
      const kink = step % 2 ? 3 : -2;
      return [from[0] + side * length * 2.15 * s, from[1] - 16 * Math.sin(s * 5) + kink + 8 * s];
    });
    const thin = (s: number) => girth * 0.24 * (1.2 - s);
    drawInk(paper, INK, {path, breadth: thin, amount: 2, dryness: 0.35}, random);
    for (const [x, y] of path.slice(1)) {
      fanNeedles(paper, random, [x + gaussian(random, 0, 5), y + gaussian(random, -3, 4)]);
    }
  }
}

/** Needles that spread like a fan, over a pale damp spot. */
function fanNeedles(paper: WetPaper, random: Random, [x, y]: Point): void {
  const spot = (px: number, py: number) => 11 - Math.hypot((px - x) * 0.8, py - y + 4);
  layPuddle(paper, INK, [x - 18, y - 20, x + 18, y + 12], spot, 0.2, 6, 0);
  const reach = between(random, 10, 19);
  for (let angle = -3.2; angle < 0.1; angle += between(random, 0.2, 0.42)) {
    const tip: Point = [x + reach * Math.cos(angle), y + reach * 0.8 * Math.sin(angle)];
    const breadth = (t: number) => 0.85 - 0.5 * t;
    drawInk(paper, INK, {path: [[x, y], tip], breadth, amount: 1.4, dryness: 0}, random);
  }
}

function spatter(paper: WetPaper, random: Random): void {
  for (let index = 0; index < 170; index++) {
    const [x, y] = [between(random, 0, SIZE), between(random, 0, SIZE)];
    const radius = 0.5 + 4 * random() ** 5;
    const pigment = index % 6 ? INK : CINNABAR;
    const insideAt = (px: number, py: number) => radius - Math.hypot(px - x, py - y);
    const box = [x - 9, y - 9, x + 9, y + 9] as const;
    layPuddle(paper, pigment, box, insideAt, between(random, 0.5, 1.4), 1, 0.5);
  }
}

/** A red stamp cut with a maze of white lines. */
function stampSeal(paper: WetPaper, [x, y]: Point): void {
  stain(paper, CINNABAR, [x - 14, y - 14, x + 14, y + 18], (px, py) => {
    const [u, v] = [px - x, py - y];
    const maze = Math.abs(u) % 8 < 2 ? Math.abs(v) % 14 > 3 : Math.abs(v + u / 9) % 9 < 2;
    const frame = Math.max(Math.abs(u), Math.abs(v - 2) - 2) > 11;
    return maze && !frame ? 0.08 : 1 + 0.5 * paper.noise(px / 3, py / 3);
  });
}
