import {type Color, fromHex, mixColors} from '../color.ts';
import {blend, type Curve, type Point, trace} from '../curve.ts';
import {createNoise, type Noise} from '../noise.ts';
import {type Painting, SIZE} from '../painting.ts';
import {changePixels} from '../pixels.ts';
import {between, pick, type Random} from '../random.ts';
import {
  type Blocks,
  createBlocks,
  cutDiscs,
  cutLine,
  cutShape,
  type Disc,
  fillDisc,
  printBlocks,
} from '../woodblock.ts';

const PAPER = fromHex('#f6e2b2');
const INK = fromHex('#0d1c40');
const DEEP = fromHex('#12408f');
const BLUE = fromHex('#2c7fc0');
const PALE = fromHex('#9ad0d8');
const FOAM = fromHex('#f8f0d8');
const SUN = fromHex('#d23f27');
const DUSK = fromHex('#f0a066');
const HULL = fromHex('#c99a4b');

/** The back of a wave, from its foot over the crest to the tip that falls. */
const BACK: readonly Curve[] = [
  [-170, 210, -90, 130, -80, -60, 20, -90],
  [20, -90, 90, -112, 168, -70, 176, 8],
];
/** Its hollow face, from the foot in front back up to the tip. */
const FACE: readonly Curve[] = [
  [250, 200, 80, 210, -6, 120, 22, 30],
  [22, 30, 40, -28, 130, -44, 176, 8],
];

/** The middle of a wave's hollow, its size, and whether it falls to the right (1) or left (-1). */
type Wave = {x: number; y: number; size: number; side: 1 | -1};

const GREAT_WAVES: readonly Wave[] = [
  {x: 470, y: 316, size: 0.34, side: -1},
  {x: 300, y: 326, size: 0.3, side: 1},
  {x: 392, y: 350, size: 0.36, side: -1},
  {x: 118, y: 178, size: 1.32, side: 1},
  {x: 466, y: 372, size: 0.72, side: -1},
];
const NEAR_WAVES: readonly Wave[] = [
  {x: 250, y: 428, size: 0.5, side: 1},
  {x: 60, y: 446, size: 0.62, side: 1},
  {x: 396, y: 476, size: 0.5, side: -1},
];
/** Where along a wave the claws of foam begin (0…1), their reach and how they lean. */
const BACK_FOAM = [
  [0.3, 15, -1.1],
  [0.42, 21, -0.5],
  [0.6, 17, 0.2],
  [0.78, 26, 0.6],
] as const;
const FACE_FOAM = [[0.56, 15, 1.3]] as const;
/** Peak and half width of the far mountains. */
const MOUNTAINS: readonly Disc[] = [
  [470, 252, 120],
  [292, 272, 86],
  [390, 286, 80],
];

/** A print from several blocks of wood: great waves that break in claws of foam. */
export const painting: Painting = {
  id: 'woodblock-waves',
  title: 'Great Swell',
  note: 'Cherry-wood blocks printed by hand, one over the other: carved contours, wiped indigo, the grain of the plank.',
  seed: 1831,
  paint(context, random) {
    const noise = createNoise(random);
    const blocks = createBlocks(INK);
    wipeSky(blocks, noise);
    for (let y = 40; y < 265; y += 15) cutCloud(blocks, random, noise, y);
    for (const mountain of MOUNTAINS) cutMountain(blocks, random, noise, mountain);
    cutSea(blocks);
    for (const wave of GREAT_WAVES) cutWave(blocks, random, noise, wave);
    cutBoat(blocks, [226, 392], 150, 0.2);
    for (const wave of NEAR_WAVES) cutWave(blocks, random, noise, wave);
    scatterSpray(blocks, random, noise);
    printBlocks(context, blocks, PAPER, random);
  },
};

/** Indigo wiped thin from the top, dusk over the sea, and a sun that fades downwards. */
function wipeSky({color}: Blocks, noise: Noise): void {
  changePixels(color, (_, x, y) => {
    const wiped = Math.max(0, 1 - y / (130 + 26 * noise(x / 90, 2)));
    const glow = Math.max(0, 1 - Math.abs(y - 300) / 110);
    const sky = mixColors(mixColors(PAPER, DEEP, wiped ** 1.3), DUSK, 0.85 * glow);
    const sunlit = mixColors(SUN, DUSK, Math.max(0, (y - 170) / 90));
    const edge = 66 - Math.hypot(x - 392, y - 172) + 1.5 * noise(x / 9, y / 9);
    return mixColors(sky, sunlit, Math.min(1, Math.max(0, edge)));
  });
}

function cutCloud({color, key}: Blocks, random: Random, noise: Noise, height: number): void {
  const from = between(random, 150, 470);
  const y = height + between(random, -6, 6);
  const path = row(30, (t) => [from + t * 150, y + 3 * noise(t * 5, height)]);
  cutLine(color, path, (t) => 5 * taper(t), pick(random, [PALE, PAPER, DUSK]));
  cutLine(key, path.map(shifted(9, 5)), (t) => 0.9 * taper(t), INK);
}

/** A mountain with ribs down its sides and snow on top. */
function cutMountain(blocks: Blocks, random: Random, noise: Noise, [x, y, half]: Disc): void {
  const flank = (t: number): Point => {
    const fall = 0.5 * half * Math.abs(t) ** 0.8;
    return [x + half * t, y + fall + 2 * noise(t * 6, half)];
  };
  const ridge = row(41, (t) => flank(2 * t - 1));
  const outline: Point[] = [...ridge, [x + half, 400], [x - half, 400]];
  cutShape(blocks, outline, mixColors(PALE, BLUE, half / 150));
  for (let t = -0.95; t < 0.95; t += 0.06) {
    const [topX, topY] = flank(t);
    const length = between(random, 0.2, 0.6) * half * (1 - Math.abs(t));
    const rib = row(4, (u) => [topX + 15 * t * u, topY + length * u]);
    cutLine(blocks.color, rib, (u) => 2.6 * (1 - u), Math.abs(t) < 0.4 ? FOAM : DEEP);
    cutLine(blocks.key, rib, (u) => 0.6 * (1 - u), INK);
  }
}

/** Rows of open water between the mountains and the waves. */
function cutSea(blocks: Blocks): void {
  const {color, key} = blocks;
  cutShape(blocks, [[-9, 308], [520, 308], [520, 520], [-9, 520]], BLUE); // prettier-ignore
  for (let y = 310; y < 450; y += 5) {
    const ripple = row(60, (t) => [t * 531, y + 2 * Math.sin(t * 59 + y)]);
    cutLine(color, ripple, () => 3.4, y % 2 ? BLUE : PALE);
    cutLine(key, ripple, (t) => 0.8 * Math.abs(Math.sin(t * 9 + y)), INK);
  }
}

/** A wave: its body, stripes that run with the water, and foam along the edges. */
function cutWave(blocks: Blocks, random: Random, noise: Noise, wave: Wave): void {
  const {color, key} = blocks;
  const {x: middleX, y: middleY, size, side} = wave;
  const place = ([x, y]: Point): Point => [
    middleX + side * size * x + 2 * noise(x / 40, y / 40 + middleX),
    middleY + size * y + 2 * noise(x / 40 + 50, y / 40),
  ];
  const back = trace(BACK).map(place);
  const face = trace(FACE).map(place);
  const [[leftX], [rightX]] = [back[0] as Point, face[0] as Point];
  const foot: Point[] = [[rightX, SIZE + 9], [leftX, SIZE + 9]]; // prettier-ignore
  cutShape(blocks, [...back, ...[...face].reverse(), ...foot], mixColors(BLUE, DEEP, 0.35));

  const stripes = Math.round(6 + 10 * size);
  for (let index = 0; index < stripes; index++) {
    const across = (index + 0.5) / stripes;
    const path = back.map((point, step) => blend(face[step] as Point, point, across));
    const breadth = ((index % 4 ? 3.6 : 7) * size + 0.8) * between(random, 0.7, 1.3);
    const water = [DEEP, PALE, INK, FOAM][index % 4] as Color;
    cutLine(color, path, (t) => breadth * taper(t), water);
    if (index % 2) cutLine(key, path, (t) => 0.5 * (1 + size) * taper(t), INK);
  }
  cutSwell(blocks, noise, wave);
  cutLine(key, back, () => 1 + 1.6 * size, INK);
  cutLine(key, face, () => 0.8 + 1.2 * size, INK);
  for (const [path, foams] of [
    [face, FACE_FOAM],
    [back, BACK_FOAM],
  ] as const) {
    // prettier-ignore
    for (const [from, reach, lean] of foams) {
      cutFoam(blocks, random, wave, path.slice(from * path.length), reach, lean);
    }
  }
}

/** Rows of water below a wave's hollow, down to the foot of the picture. */
function cutSwell({color, key}: Blocks, noise: Noise, {x: middleX, y: middleY, size}: Wave): void {
  for (let y = middleY + 205 * size; y < SIZE + 9; y += 9 + 7 * size) {
    const ripple = row(50, (t): Point => {
      const x = middleX + 440 * size * (t - 0.42);
      return [x, y + 9 * Math.sin(x / 34 + y / 11) + 7 * noise(x / 50, y / 30)];
    });
    cutLine(color, ripple, (t) => 4.5 * taper(t), Math.round(y) % 2 ? PALE : DEEP);
    cutLine(key, ripple, (t) => 1.1 * taper(t), INK);
  }
}

/** Sets claws of foam along a path; they lean off its direction by about `lean` radians. */
function cutFoam(
  blocks: Blocks,
  random: Random,
  {size, side}: Wave,
  path: readonly Point[],
  reach: number,
  lean: number,
): void {
  const full = reach * (0.35 + 0.65 * size);
  let gap = 0;
  for (let step = 1; step < path.length; step++) {
    const [fromX, fromY] = path[step - 1] as Point;
    const [x, y] = path[step] as Point;
    gap -= Math.hypot(x - fromX, y - fromY);
    if (gap > 0) continue;
    gap = full * between(random, 0.25, 0.8);
    const heading = Math.atan2(y - fromY, x - fromX) + side * (lean + between(random, -0.5, 0.5));
    const drop = between(random, -0.1, 0.5) * full;
    cutClaw(blocks, random, [x, y + drop], heading, full * between(random, 0.45, 1.35), side);
  }
}

/** A froth of small bubbles with hooked fingers, and a shadow on its underside. */
function cutClaw(
  blocks: Blocks,
  random: Random,
  [x, y]: Point,
  heading: number,
  reach: number,
  side: number,
): void {
  const discs = Array.from({length: 5}, (): Disc => {
    const [dx, dy] = [between(random, -0.35, 0.35), between(random, -0.35, 0.35)];
    return [x + dx * reach, y + dy * reach, reach * between(random, 0.14, 0.26)];
  });
  for (let finger = -1.5; finger <= 1.5; finger += between(random, 0.6, 1)) {
    const length = reach * between(random, 0.7, 1.5);
    const hook = side * between(random, 0.2, 0.5) * (random() < 0.2 ? -1 : 1);
    let angle = heading + finger * 0.6;
    let [tipX, tipY] = [x, y];
    for (let t = 0; t < 1; t += 0.07) {
      discs.push([tipX, tipY, reach * 0.2 * (1 - 0.8 * t)]);
      tipX += Math.cos(angle) * length * 0.07;
      tipY += Math.sin(angle) * length * 0.07;
      angle += hook * t;
    }
  }
  cutDiscs(blocks, discs, 0.6 + reach / 30, FOAM);
  for (const [discX, discY, radius] of discs.filter((_, index) => index % 15 < 6)) {
    const under: Disc = [discX - side * radius * 0.4, discY + radius * 0.4, radius * 0.55];
    fillDisc(blocks.color, under, PALE);
  }
}

/** A slender boat of `length` pixels with its rowers, tilted by `angle`. */
function cutBoat(blocks: Blocks, [x, y]: Point, length: number, angle: number): void {
  const place = (along: number, up: number): Point => [
    x + length * along * Math.cos(angle) + up * Math.sin(angle),
    y + length * along * Math.sin(angle) - up * Math.cos(angle),
  ];
  for (let seat = -0.3; seat < 0.34; seat += 0.1) {
    cutDiscs(blocks, [[...place(seat, 4), 6]], 1, DEEP);
    cutDiscs(blocks, [[...place(seat, 11), 3.6]], 1, FOAM);
  }
  const sheer = (t: number) => 40 * Math.abs(t) ** 3 + 26 * t * t;
  const rim = row(21, (t) => place(t - 0.5, sheer(t - 0.5)));
  const keel = row(21, (t) => place(0.5 - t, sheer(0.5 - t) - 11 + 18 * (t - 0.5) ** 2));
  cutShape(blocks, [...rim, ...keel], HULL);
  cutLine(blocks.key, rim.map(shifted(0, 5)), () => 0.7, INK);
}

/** Drops that fly off the great wave. */
function scatterSpray(blocks: Blocks, random: Random, noise: Noise): void {
  for (let index = 0; index < 1500; index++) {
    const [x, y] = [between(random, 60, 500), between(random, 10, 330)];
    const near = 1 - Math.hypot((x - 270) / 1.35, y - 130) / 150;
    if (0.8 * noise(x / 34, y / 34) + near < 0.55) continue;
    cutDiscs(blocks, [[x, y, 0.6 + 2.4 * random() ** 3]], 0.7, FOAM);
  }
}

/** `count` points, each from `at` for t (0…1). */
function row(count: number, at: (t: number) => Point): Point[] {
  return Array.from({length: count}, (_, step) => at(step / (count - 1)));
}

function shifted(dx: number, dy: number): (point: Point) => Point {
  return ([x, y]) => [x + dx, y + dy];
}

/** Thin at both ends (t = 0 and 1), full between. */
function taper(t: number): number {
  return Math.sqrt(Math.max(0, Math.sin(Math.PI * t)));
}
