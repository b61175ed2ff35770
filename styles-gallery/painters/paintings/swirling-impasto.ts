import {
  type BristleStroke,
  createWetPaint,
  layStroke,
  showPaint,
  type WetPaint,
} from '../bristle-stroke.ts';
import {type Color, fromHex, lighten, mixColors} from '../color.ts';
import {createNoise, type Noise} from '../noise.ts';
import type {Painting} from '../painting.ts';
import {ramp} from '../ramp.ts';
import {between, gaussian, pick, type Random} from '../random.ts';

const NIGHT = ['#08123f', '#12297c', '#1d49ad', '#3a7ccf', '#7fb9dd', '#e3e6b4'].map(fromHex);
const GLOW = ['#fff8cf', '#ffe45c', '#fdbb22', '#f0d452', '#8fd0a0'].map(fromHex);
const HILLS = ['#0c2148', '#1b3f7a', '#2c7a92', '#124a5c'].map(fromHex);
const FIELD = ['#6b5a14', '#b98416', '#f0c23c', '#d99a20', '#2f6a44', '#173f4c'].map(fromHex);
const TREE = ['#050d18', '#0a2226', '#16422f', '#46601f', '#9a6a22'].map(fromHex);
const WALL = ['#27407c', '#4a70ab', '#9fb4bd'].map(fromHex);
const ROOF = ['#8a2c16', '#c4512a', '#3b2440'].map(fromHex);
const WINDOW = fromHex('#ffd23f');

/** Air that turns, and the light in its middle (0: none); `turn` is its strength and sense. */
type Whirl = {x: number; y: number; radius: number; turn: number; glow: number};

const WHIRLS: readonly Whirl[] = [
  {x: 396, y: 100, radius: 70, turn: 1.1, glow: 1},
  {x: 200, y: 152, radius: 80, turn: -1.1, glow: 0},
  {x: 306, y: 226, radius: 50, turn: 0.9, glow: 0},
  {x: 258, y: 44, radius: 36, turn: 0.9, glow: 0.6},
  {x: 484, y: 216, radius: 36, turn: -0.9, glow: 0.55},
  {x: 46, y: 62, radius: 42, turn: 1, glow: 0.65},
  {x: 398, y: 258, radius: 24, turn: 0.9, glow: 0.4},
  {x: 134, y: 262, radius: 28, turn: -0.9, glow: 0.45},
];
/** Foot, height and girth of the trees, from the far to the near. */
const CYPRESSES = [
  [474, 530, 190, 22],
  [16, 540, 270, 34],
  [116, 540, 300, 27],
  [64, 530, 450, 42],
] as const;
/** Number of strokes and size of the brush, coarse to fine. */
const PASSES = [
  [1400, 1.5],
  [3000, 1],
  [2800, 0.62],
] as const;

/** What the brush finds at a place: a colour, the way to pull, the size of a stroke. */
type Spot = {color: Color; angle: number; width: number; length: number};

/** Oil paint in curling ridges: a windy night over a village. */
export const painting: Painting = {
  id: 'swirling-impasto',
  title: 'Night Swirl',
  note: 'Oil straight from the tube, pulled in curling ridges that follow the wind of the night.',
  seed: 1889,
  paint(context, random) {
    const paint = createWetPaint(fromHex('#1b2c5e'));
    const noise = createNoise(random);
    const lights = WHIRLS.filter((whirl) => whirl.glow > 0).map((whirl) => eyeOf(whirl, noise));
    const land = (x: number) => 318 + 26 * Math.sin(x / 74 + 0.8) + 16 * noise(x / 60, 3.7);
    const spotAt = (x: number, y: number) =>
      y < land(x) ? skySpot(x, y, noise, lights) : landSpot(x, y, y - land(x), noise);

    for (const [count, scale] of PASSES) {
      for (let index = 0; index < count; index++) {
        const start = [between(random, -20, 532), between(random, -20, 532)] as const;
        followFlow(paint, random, spotAt, start, scale);
      }
    }
    for (const light of lights) paintLight(paint, random, light);
    paintVillage(paint, random, land);
    for (const cypress of CYPRESSES) paintCypress(paint, random, noise, cypress);
    showPaint(context, paint, 0.62, 120);
  },
};

/** The stream function: the wind blows along its contours. */
function stream(x: number, y: number, noise: Noise): number {
  let level = y + 34 * noise(x / 150, y / 110) + 16 * Math.sin(x / 60 + y / 90);
  for (const {x: centerX, y: centerY, radius, turn} of WHIRLS) {
    const distance = Math.hypot(x - centerX, y - centerY) / radius;
    level += 2.1 * turn * radius * Math.exp(-distance * distance);
  }
  return level;
}

function slope(x: number, y: number, noise: Noise): [number, number] {
  const level = stream(x, y, noise);
  return [stream(x + 1, y, noise) - level, stream(x, y + 1, noise) - level];
}

/** The whirl moved to where the air stands still, which the wind shifts off its middle. */
function eyeOf(whirl: Whirl, noise: Noise): Whirl {
  let {x, y} = whirl;
  for (let step = 0; step < 200; step++) {
    const [slopeX, slopeY] = slope(x, y, noise);
    x += Math.sign(whirl.turn) * slopeX;
    y += Math.sign(whirl.turn) * slopeY;
  }
  return {...whirl, x, y};
}

function skySpot(x: number, y: number, noise: Noise, lights: readonly Whirl[]): Spot {
  const [slopeX, slopeY] = slope(x, y, noise);
  const level = stream(x, y, noise);
  const band = 0.5 + 0.5 * Math.sin(level / 6.5 + 2 * noise(x / 40, y / 40));
  const light = band * band * (0.45 + 0.55 * noise(x / 120 + 9, y / 80)) + 0.14 + y / 2600;
  let color = ramp(NIGHT, light * 1.2);
  for (const {x: lightX, y: lightY, radius, glow} of lights) {
    const distance = Math.hypot(x - lightX, y - lightY) / radius;
    const ring = 0.55 + 0.45 * Math.cos(distance * 17);
    const halo = Math.max(0, 1.25 - distance) * ring * (1.1 + 0.5 * glow);
    if (halo > 0.3) color = mixColors(color, ramp(GLOW, distance * 0.9), Math.min(1, halo + 0.2));
  }
  return {color, angle: Math.atan2(-slopeX, slopeY), width: 6.5, length: 46};
}

/** Hills in rolling bands, and before them a field whose furrows run to one point. */
function landSpot(x: number, y: number, depth: number, noise: Noise): Spot {
  const roll = noise(x / 90, y / 40);
  if (depth < 62 + 22 * Math.sin(x / 50 + 2)) {
    const color = ramp(HILLS, 0.5 + 0.5 * Math.sin(depth / 7 + 3 * roll));
    return {color, angle: 0.5 * Math.cos(x / 74 + 0.8) + 0.6 * roll, width: 6, length: 34};
  }
  const furrow = Math.atan2(y - 290, x - 330) + 0.12 * noise(x / 60, y / 60 + 20);
  const wave = 0.42 + 0.36 * Math.sin(furrow * 40) + 0.34 * noise(x / 22, y / 22);
  return {color: ramp(FIELD, wave), angle: furrow + 0.5 * roll, width: 6.5, length: 30};
}

/** Pulls one stroke from `start` along the flow, in the colour found there. */
function followFlow(
  paint: WetPaint,
  random: Random,
  spotAt: (x: number, y: number) => Spot,
  start: readonly [number, number],
  scale: number,
): void {
  let [x, y] = start;
  const {color, width, length} = spotAt(x, y);
  const path: [number, number][] = [[x, y]];
  const end = length * scale * between(random, 0.6, 1.2);
  for (let walked = 0; walked < end; walked += 4) {
    const {angle} = spotAt(x, y);
    x += 4 * Math.cos(angle);
    y += 4 * Math.sin(angle);
    path.push([x, y]);
  }
  const touched = lighten(color, gaussian(random, 0, 9));
  layStroke(paint, stroke(path, width * scale, touched, 0.9 + 0.5 * scale), random);
}

/** Rings of the thickest paint, the lightest last. */
function paintLight(paint: WetPaint, random: Random, {x, y, radius, glow}: Whirl): void {
  for (let ring = 1; ring >= 0; ring -= 0.14) {
    const reach = ring * radius * 0.32 * (0.6 + 0.4 * glow);
    for (let turn = 0; turn < 5; turn++) {
      const start = between(random, 0, 6.3);
      const arc = Array.from({length: 9}, (_, step): [number, number] => {
        const angle = start + step * 0.2;
        return [x + reach * Math.cos(angle), y + reach * Math.sin(angle)];
      });
      const color = lighten(ramp(GLOW, ring * 0.6), gaussian(random, 0, 8));
      layStroke(paint, stroke(arc, 5.5, color, 2.2), random);
    }
  }
  dab(paint, random, [x - 4, y], [x + 4, y + 1], 7, GLOW[0] as Color);
}

/** Small houses under the hills, far ones first, and a church with a spire. */
function paintVillage(paint: WetPaint, random: Random, land: (x: number) => number): void {
  const [churchX, churchY] = [296, land(296) + 66];
  for (let lift = 0; lift < 62; lift += 4) {
    const half = 4.5 * (1 - lift / 64);
    const color = lighten(fromHex('#2a4c94'), lift);
    const y = churchY - 34 - lift;
    dab(paint, random, [churchX - half, y], [churchX + half, y], 4.5, color);
  }
  dab(paint, random, [churchX, churchY], [churchX, churchY - 36], 13, fromHex('#5c86bd'));
  for (let index = 0; index < 24; index++) {
    const x = between(random, 170, 450);
    paintHouse(paint, random, [x, land(x) + 44 + index * 2.2], between(random, 14, 21));
  }
  paintHouse(paint, random, [churchX + 4, churchY + 6], 26);
}

/** A house of `size` pixels whose lower left corner is at (x, y). */
function paintHouse(
  paint: WetPaint,
  random: Random,
  [x, y]: readonly [number, number],
  size: number,
): void {
  const wall = pick(random, WALL);
  dab(paint, random, [x, y], [x + size, y], size * 0.8, wall);
  dab(paint, random, [x, y + 2], [x, y - size * 0.6], 3, lighten(wall, -40));
  const roof = pick(random, ROOF);
  for (const lift of [0.45, 0.68, 0.9]) {
    const inset = (lift - 0.4) * size * 0.7;
    const ridge = y - size * lift;
    dab(paint, random, [x - 3 + inset, ridge], [x + size + 4 - inset, ridge - 2], 5, roof);
  }
  if (random() < 0.8) {
    const window = x + size * between(random, 0.3, 0.7);
    dab(paint, random, [window, y - 3], [window, y + 4], 4.5, WINDOW);
  }
}

/** A dark tree like a flame: strokes that rise and twist, lit on its right side. */
function paintCypress(
  paint: WetPaint,
  random: Random,
  noise: Noise,
  [foot, base, height, girth]: (typeof CYPRESSES)[number],
): void {
  for (let index = 0; index < height * 1.6; index++) {
    const start = 1 - Math.sqrt(random());
    const side = between(random, -1, 1);
    const path: [number, number][] = [];
    for (let t = start; t < Math.min(1, start + 0.12); t += 0.014) {
      const half = girth * Math.sin(Math.PI * (0.5 + 0.5 * t)) * (0.8 + 0.2 * Math.sin(t * 19));
      const sway = 12 * noise(t * 4, foot) + 4 * (1 - t) * Math.sin(t * 20 + side * 2);
      path.push([foot + side * half + sway, base - t * height]);
    }
    const color = ramp(TREE, 0.3 + 0.34 * side + gaussian(random, 0, 0.2));
    layStroke(paint, stroke(path, between(random, 3, 6) * (1.1 - 0.5 * start), color, 1.7), random);
  }
}

function dab(
  paint: WetPaint,
  random: Random,
  from: [number, number],
  to: [number, number],
  width: number,
  color: Color,
): void {
  layStroke(paint, stroke([from, to], width, lighten(color, gaussian(random, 0, 10)), 1.6), random);
}

function stroke(
  path: BristleStroke['path'],
  width: number,
  color: Color,
  thickness: number,
): BristleStroke {
  return {path, width, color, variety: 11, thickness};
}
