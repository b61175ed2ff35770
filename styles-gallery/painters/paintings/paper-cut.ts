import {type Color, fromHex, lighten, mixColors} from '../color.ts';
import type {Point} from '../curve.ts';
import {type Painting, SIZE} from '../painting.ts';
import {cutBlade, cutFern, cutFlower, cutMonstera} from '../paper-plants.ts';
import {createPaperTable, type PaperTable} from '../paper-sheets.ts';
import {gaussian, type Random} from '../random.ts';

const SUN = fromHex('#ffd51f');
const PEACH = fromHex('#ffae5e');
const ORANGE = fromHex('#ff6a1a');
const ROSE = fromHex('#ff2f86');
const VIOLET = fromHex('#7d2bb0');
const NIGHT = fromHex('#2a1460');
const SEA = fromHex('#12b9c4');
const LAGOON = fromHex('#0a7f9c');
const LIME = fromHex('#a6e021');
const EMERALD = fromHex('#12a65a');
const FOREST = fromHex('#06543f');
const CREAM = fromHex('#fff3d6');
/** The rings of the sky, from the largest to the sun's heart. */
const SKY = [ROSE, NIGHT, VIOLET, ROSE, ORANGE, PEACH, SUN, CREAM, PEACH, ROSE];
const SKY_RADII = [600, 330, 292, 254, 214, 176, 140, 106, 74, 48];
const SUN_AT: Point = [292, 190];

/** A toucan in a jungle of layered paper. */
export const painting: Painting = {
  id: 'paper-cut',
  title: 'Paper Jungle',
  note: 'Sheet upon sheet of dyed paper cut with a knife, each throwing its soft shadow on the one below.',
  seed: 12,
  paint(context, random) {
    const table = createPaperTable(context, random);
    cutSky(table);
    cutHills(table, random);
    cutThicket(table);
    cutToucan(table);
    cutForeground(table);
    table.finish();
  },
};

function cutSky({cut}: PaperTable): void {
  for (const [ring, color] of SKY.entries()) {
    const edge = Array.from({length: 90}, (_, step): Point => {
      const angle = (step / 90) * 2 * Math.PI;
      const radius = SKY_RADII[ring]! + 7 * Math.sin(angle * (8 + ring) + ring * 2);
      return [SUN_AT[0] + radius * Math.cos(angle), SUN_AT[1] + radius * Math.sin(angle)];
    });
    cut(color, edge, 6);
  }
}

/** Three hills of tree tops, and palms before the sun. */
function cutHills(table: PaperTable, random: Random): void {
  for (const [hill, color] of [SEA, LAGOON, EMERALD].entries()) {
    const height = 268 + hill * 49;
    const ridge = Array.from({length: 53}, (_, step): Point => {
      const x = step * 10.4 - 14;
      const canopy = 16 * Math.abs(Math.sin(x / 17 + hill)) + 26 * Math.sin(x / 71 + hill * 2.4);
      return [x, height - canopy];
    });
    table.cut(color, [[-14, SIZE + 18], ...ridge, [SIZE + 18, SIZE + 18]], 6);
    const palms = [[180, 390], [90, 470], []][hill]!;
    for (const x of palms) cutPalm(table, random, x, height - 130 - 20 * hill, color);
  }
}

function cutPalm(table: PaperTable, random: Random, x: number, top: number, color: Color): void {
  table.cut(color, `M${x - 6} 420 L${x} ${top} L${x + 5} ${top} L${x + 6} 420Z`, 4);
  for (let frond = 0; frond < 9; frond++) {
    const rise = -Math.PI + (frond / 8) * Math.PI + gaussian(random, 0, 0.08);
    const droop = 0.25 * Math.cos(rise);
    const green = frond % 2 ? color : lighten(color, -30);
    table.at(x + 2, top, rise + droop, 0.5, () => cutFern(table, green));
  }
}

function cutThicket(table: PaperTable): void {
  for (const [x, y, turn, color] of [
    [40, 470, -1.0, LIME],
    [150, 480, -1.9, ORANGE],
    [250, 500, -1.2, SEA],
    [360, 490, -1.8, LIME],
    [470, 470, -2.1, ROSE],
    [10, 330, -0.2, EMERALD],
    [510, 330, -2.8, LAGOON],
    [430, 500, -1.2, SUN],
    [90, 510, -1.5, VIOLET],
  ] as const) {
    table.at(x, y, turn, 1, () => cutBlade(table, color, mixColors(color, NIGHT, 0.55)));
  }
  for (const [x, y, turn, color] of [
    [0, 60, 0.5, EMERALD],
    [30, -10, 1.2, LIME],
    [512, 40, 2.5, SEA],
    [470, -16, 1.8, EMERALD],
    [200, 530, -1.9, FOREST],
    [330, 530, -1.2, FOREST],
    [300, 530, -1.8, EMERALD],
  ] as const) {
    table.at(x, y, turn, 1.15, () => cutFern(table, color));
  }
}

function cutToucan({cut, at}: PaperTable): void {
  cut(VIOLET, 'M60 396 L180 384 L330 392 L470 372 L472 384 L330 406 L180 398 L60 410Z', 6);
  const body = 'C-34 -96 -52 -50 -44 0 C-40 48 -16 88 26 86 C62 82 60 20 48 -20 C46 -50 46 -86';
  const wing = 'C-52 30 -40 70 -58 124 C-22 104 14 70 14 30 C14 -10 -26 -40';
  at(250, 300, 0, 1.12, () => {
    cut(NIGHT, 'M-6 60 C-40 90 -58 130 -62 176 L-40 170 L-30 182 C-20 140 0 110 22 84Z', 6);
    cut(NIGHT, `M10 -92 ${body} 10 -92Z`, 8);
    cut(CREAM, 'M44 -56 C30 -84 0 -76 4 -46 C6 -16 40 0 48 -20 C50 -34 50 -44 44 -56Z', 4);
    cut(ROSE, 'M48 -22 C34 -8 16 -14 8 -28 C12 2 40 14 50 -2Z', 3);
    cut(ORANGE, 'M40 -74 C76 -108 136 -90 146 -28 C126 -54 84 -52 48 -38Z', 7);
    cut(SUN, 'M44 -74 C76 -100 122 -88 138 -52 C112 -72 80 -70 46 -58Z', 3);
    cut(NIGHT, 'M136 -62 C146 -48 148 -38 146 -28 C140 -36 132 -42 122 -46Z', 3);
    cut(LAGOON, `M-44 -20 ${wing} -44 -20Z`, 7);
    cut(SEA, 'M-42 -8 C-46 30 -38 56 -46 90 C-20 74 2 50 0 24 C-2 -4 -30 -24 -42 -8Z', 4);
    for (const x of [-34, -22, -10]) cut(NIGHT, `M${x} 10 q8 20 -4 48 q-8 -22 4 -48Z`, 1);
    cut(SEA, 'M11 -58 a13 13 0 0 1 26 0 a13 13 0 0 1 -26 0Z', 2);
    cut(SUN, 'M16 -58 a8 8 0 0 1 16 0 a8 8 0 0 1 -16 0Z', 2);
    cut(NIGHT, 'M19 -58 a5 5 0 0 1 10 0 a5 5 0 0 1 -10 0Z', 2);
    for (const x of [0, 20]) cut(ORANGE, `M${x} 82 h10 l2 22 h-16Z`, 2);
  });
}

function cutForeground(table: PaperTable): void {
  for (const [x, y, turn, size, color, below] of [
    [52, 446, -0.5, 1.05, EMERALD, NIGHT],
    [468, 440, -2.5, 1.1, FOREST, LIME],
    [60, 40, 0.9, 0.9, FOREST, ROSE],
    [476, 96, 2.6, 0.8, EMERALD, NIGHT],
    [256, 512, -1.5, 0.9, LAGOON, NIGHT],
    [372, 528, -1.1, 0.7, LIME, FOREST],
    [140, 526, -2.1, 0.7, VIOLET, NIGHT],
  ] as const) {
    table.at(x, y, turn, size, () => cutMonstera(table, color, below));
  }
  for (const [x, y, size, ...colors] of [
    [122, 430, 0.95, ROSE, PEACH, CREAM],
    [392, 450, 1.05, ORANGE, SUN, ROSE],
    [30, 216, 0.7, VIOLET, ROSE, PEACH],
    [488, 268, 0.75, SUN, ORANGE, ROSE],
    [304, 484, 0.6, CREAM, ROSE, VIOLET],
    [204, 478, 0.55, SUN, PEACH, ORANGE],
  ] as const) {
    table.at(x, y, 0.3, size, () => cutFlower(table, colors, SUN));
  }
  for (const [x, y, turn, color] of [
    [-6, 520, -0.9, LIME],
    [518, 522, -2.2, SEA],
    [-10, 130, 0.1, SEA],
    [520, 190, 3.0, LIME],
  ] as const) {
    table.at(x, y, turn, 0.8, () => cutFern(table, color));
  }
}
