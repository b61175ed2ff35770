import type {SKRSContext2D} from '@napi-rs/canvas';
import {createCells} from '../cells.ts';
import {type Color, fromHex, lighten, mixColors} from '../color.ts';
import type {Point} from '../curve.ts';
import {distanceToEdges} from '../distance.ts';
import {blurField, createField, type Field} from '../field.ts';
import {createNoise, fractal, type Noise} from '../noise.ts';
import {type Painting, SIZE} from '../painting.ts';
import {changePixels} from '../pixels.ts';
import {ramp} from '../ramp.ts';
import {between, type Random} from '../random.ts';
import {drawRegions} from '../regions.ts';
import {lightRelief} from '../relief.ts';
import {polygon} from '../sketch-shapes.ts';

const LEAD = fromHex('#16151a');
/** Half the width of the lead, in pixels. */
const LEAD_REACH = 2.3;
const DUSK = [
  ...['#fff7c8', '#ffd23c', '#ff9a1c', '#f2501c'],
  ...['#c41a3c', '#7a1470', '#2a1a9c', '#12207c'],
].map(fromHex);
const HILLS = ['#0b5c4a', '#128a5a', '#0a4a6a'].map(fromHex);
const RIVER = ['#0a2f9c', '#1160c4', '#12a0c8', '#5fd6dc', '#ffd870'].map(fromHex);
const LEAVES = ['#0a5a2a', '#1c9a3c', '#7cc82c', '#c8e048'].map(fromHex);
const STANDARDS = ['#5a1ab0', '#8a2ad0', '#c060e8', '#e8b0f4'].map(fromHex);
const FALLS = ['#2a1290', '#3a2ad8', '#7040e0'].map(fromHex);
const BEARD = ['#ffb81c', '#ffe860'].map(fromHex);
const SUN: Point = [262, 176];

/** A pane: its outline, its glass, into how large pieces it is cut (0: one), how its streaks run. */
type Pane = {outline: Point[]; glass: readonly Color[]; cut: number; angle: number};

/** Pieces of coloured glass in lead, with the light behind them: irises by a river at dusk. */
export const painting: Painting = {
  id: 'stained-glass',
  title: 'Iris Window',
  note: 'Pot-metal glass in strips of lead, its veins brushed on in brown enamel, with the evening behind it.',
  seed: 1203,
  paint(context, random) {
    const noise = createNoise(random);
    const panes = [
      ...skyPanes(random),
      ...landPanes(noise),
      ...leafPanes(random),
      ...irisPanes(150, 236, 1.15, -0.12),
      ...irisPanes(368, 268, 1.25, 0.14),
      ...irisPanes(262, 372, 0.95, 0),
      ...irisPanes(52, 372, 0.72, -0.3),
      ...irisPanes(470, 424, 0.72, 0.25),
    ];
    const regions = drawRegions(
      panes.map(
        ({outline}) =>
          (l) =>
            polygon(l, outline, '#000'),
      ),
    );
    const cells = createCells(random);
    const pieces = Uint32Array.from(regions, (region, index) => {
      const {cut} = panes[region - 1] as Pane;
      if (cut === 0) return region;
      const [x, y] = [index % SIZE, Math.floor(index / SIZE)];
      return region + 256 * (1 + cells(x / cut + region * 5, y / (cut * 0.8)).id);
    });
    const depth = blurField(distanceToEdges(SIZE, pieces), 1);
    changePixels(context, (_, x, y) => {
      const index = y * SIZE + x;
      const pane = panes[(regions[index] as number) - 1] as Pane;
      return glassAt(x, y, pane, pieces[index] as number, depth.values[index] as number, noise);
    });
    glow(context);
    layLead(context, depth, noise);
  },
};

/** The light through one point of a piece: streaks, seeds, enamel veins, dirt along the lead. */
function glassAt(
  x: number,
  y: number,
  {glass, angle}: Pane,
  piece: number,
  depth: number,
  noise: Noise,
): Color {
  const chance = ((piece * 2654435761) >>> 8) / 2 ** 24;
  const turn = angle + 0.9 * (chance - 0.5);
  const along = x * Math.cos(turn) + y * Math.sin(turn);
  const across = y * Math.cos(turn) - x * Math.sin(turn) + 5 * noise(along / 40, piece % 97);
  const streak =
    noise(along / 70, across / 6 + chance * 90) + 0.6 * noise(along / 24, across / 2.2);
  const cloud = noise(x / 34 + chance * 50, y / 34);
  const shade = (chance % 0.71) / 0.71 + 0.26 * streak + 0.3 * cloud;
  const hollow = Math.min(1, depth / 15);
  const vein =
    Math.max(0, Math.sin(across * 0.95 + 2 * noise(x / 20, y / 20))) ** 7 * (1 - 0.55 * hollow);
  const seed = noise(x / 2.3 + 40, y / 2.3) > 0.72 ? 46 : 0;
  const color = lighten(
    ramp(glass, shade),
    30 * streak + 34 * cloud + seed + 14 * noise(x / 1.4, y / 1.4),
  );
  const light = (0.42 + 0.75 * hollow ** 0.7) * (1 - 0.75 * vein);
  return [color[0] * light, color[1] * light, color[2] * light];
}

/** Lets the light of bright pieces spill over their neighbours. */
function glow(context: SKRSContext2D): void {
  const {data} = context.getImageData(0, 0, SIZE, SIZE);
  const spill = [0, 1, 2].map((channel) =>
    blurField(
      createField(SIZE, (x, y) => data[(y * SIZE + x) * 4 + channel] as number),
      9,
    ),
  );
  changePixels(context, (color, x, y) => {
    const at = y * SIZE + x;
    const lit = (channel: 0 | 1 | 2) => {
      const spilt = Math.max(0, (spill[channel]?.values[at] as number) - 40);
      return 255 - (255 - color[channel]) * (1 - spilt / 560);
    };
    return [lit(0), lit(1), lit(2)];
  });
}

/** Lays rounded, hammered lead over the edges of the pieces, and lights it. */
function layLead(context: SKRSContext2D, depth: Field, noise: Noise): void {
  const rough = fractal(noise, 2);
  const height = createField(SIZE, (x, y) => {
    const reach = LEAD_REACH + 0.7 * noise(x / 30, y / 30);
    const across = (depth.values[y * SIZE + x] as number) / reach;
    const bead = across < 1 ? 2.2 * Math.sqrt(1 - across * across) : 0;
    return bead > 0 ? bead + 0.35 * rough(x / 3, y / 3) : 0.55 * rough(x / 11, y / 11);
  });
  changePixels(context, (color, x, y) => {
    const reach = LEAD_REACH + 0.7 * noise(x / 30, y / 30);
    const cover = reach + 0.5 - (depth.values[y * SIZE + x] as number);
    return mixColors(color, LEAD, Math.min(1, Math.max(0, cover)));
  });
  lightRelief(context, height, 0.5, 80);
}

/** Rays and rings about the sun, from white gold to the violet of the night. */
function skyPanes(random: Random): Pane[] {
  const panes: Pane[] = [];
  const rings = [470, 330, 250, 184, 128, 82, 46];
  for (const [level, radius] of rings.entries()) {
    const rays = level === 6 ? 1 : 22 - 2 * level;
    const offset = between(random, 0, 1);
    for (let ray = 0; ray < rays; ray++) {
      const from = ((ray + offset) / rays) * 2 * Math.PI;
      const wedge = Array.from({length: 25}, (_, step): Point => {
        const angle = from + ((step / 24) * 2 * Math.PI) / rays;
        const reach = radius * (1 + 0.05 * Math.sin(7 * angle + level));
        return [SUN[0] + reach * Math.cos(angle), SUN[1] + reach * Math.sin(angle)];
      });
      const hue = 6.2 - level + (ray % 2 ? 0.8 : -0.2);
      const glass = [hue, hue + 0.7].map((place) => ramp(DUSK, place / 7));
      const outline = level === 6 ? wedge : [...wedge, SUN];
      panes.push({outline, glass, cut: 0, angle: from + Math.PI / rays});
    }
  }
  return panes;
}

/** Two ranges of hills, and bands of water that carry the sun's reflection. */
function landPanes(noise: Noise): Pane[] {
  const band = (level: number, swing: number): Point[] => [
    ...Array.from({length: 60}, (_, step): Point => {
      const x = step * 9 - 9;
      return [x, level + swing * noise(x / 110, level) + 0.3 * swing * Math.sin(x / 37 + level)];
    }),
    [540, 540],
    [-20, 540],
  ];
  const hills = [216, 246].map((level, index): Pane => {
    const glass = HILLS.slice(index, index + 2);
    return {outline: band(level, 34), glass, cut: 62, angle: 0.3};
  });
  const water = [282, 306, 332, 362, 398, 438, 478].map((level, index): Pane => {
    const glass = RIVER.slice(index % 3, (index % 3) + 3);
    return {outline: band(level, 11), glass, cut: 74 + 5 * index, angle: 0};
  });
  return [...hills, ...water];
}

/** Sword-shaped leaves that rise from the foot of the window. */
function leafPanes(random: Random): Pane[] {
  return Array.from({length: 19}, (_, index): Pane => {
    const foot = 6 + index * 28 + between(random, -10, 10);
    const height = between(random, 120, 290);
    const lean = between(random, -60, 60);
    const edge = (side: number) => (t: number) =>
      [foot + lean * t * t + side * 12 * (1 - t) ** 0.7, 520 - height * t] as const;
    const steps = Array.from({length: 16}, (_, step) => step / 15);
    const outline = [...steps.map(edge(-1)), ...steps.reverse().map(edge(1))];
    return {outline, glass: LEAVES.slice(index % 2, (index % 2) + 3), cut: 0, angle: 1.5};
  });
}

/** An iris whose throat is at (x, y): a stem, petals that stand, petals that fall, their beards. */
function irisPanes(x: number, y: number, size: number, tilt: number): Pane[] {
  const petal = (turn: number, reach: number, half: number, glass: readonly Color[]): Pane => {
    const angle = turn + tilt;
    const outline = Array.from({length: 40}, (_, step): Point => {
      const phase = (step / 40) * 2 * Math.PI;
      const along = size * reach * (0.5 - 0.5 * Math.cos(phase));
      const ruffle = 1 + 0.09 * Math.sin(phase * 9);
      const bulge = Math.sin(phase) * (0.75 - 0.35 * Math.cos(phase));
      const across = size * half * bulge * ruffle;
      return [
        x + along * Math.cos(angle) - across * Math.sin(angle),
        y + along * Math.sin(angle) + across * Math.cos(angle),
      ];
    });
    return {outline, glass, cut: 0, angle};
  };
  const stem: Point[] = [[x - 4, y], [x + 4, y], [x + 6, 530], [x - 6, 530]]; // prettier-ignore
  return [
    {outline: stem, glass: LEAVES.slice(1, 3), cut: 0, angle: 1.57},
    petal(-2.25, 84, 36, STANDARDS.slice(0, 3)),
    petal(-0.9, 84, 36, STANDARDS.slice(0, 3)),
    petal(-1.57, 96, 42, STANDARDS.slice(1)),
    petal(2.75, 92, 34, FALLS),
    petal(0.4, 92, 34, FALLS),
    petal(1.57, 96, 46, FALLS),
    petal(1.57, 46, 15, BEARD),
    petal(2.75, 40, 11, BEARD),
    petal(0.4, 40, 11, BEARD),
  ];
}
