import {createCanvas, type SKRSContext2D} from '@napi-rs/canvas';
import {type Color, fromHex, lighten, mixColors} from '../color.ts';
import {type Curve, type Point, trace} from '../curve.ts';
import {distanceToEdges} from '../distance.ts';
import {blurField, valueAt} from '../field.ts';
import {createNoise} from '../noise.ts';
import {type Painting, SIZE} from '../painting.ts';
import {changePixels} from '../pixels.ts';
import {ramp} from '../ramp.ts';
import {between, gaussian, pick, type Random} from '../random.ts';
import {drawRegions} from '../regions.ts';
import {oval, pointsOf, polygon} from '../sketch-shapes.ts';
import {layTesserae} from '../tesserae.ts';

const GROUT = fromHex('#2a211c');
/** Width of a row of stones with its joint, in pixels. */
const ROW = 7.4;
/** The stones are drawn so much larger than they show, to have clean edges. */
const FINENESS = 2;

const GOLD = ['#8a5a12', '#c98f1c', '#eebb3a', '#ffe07a', '#d9a028'].map(fromHex);
const CREAM = ['#f6ead0', '#efdcb4', '#e6c994'].map(fromHex);
const TERRACOTTA = ['#7c2a16', '#b5451f', '#d9662f', '#e98f54'].map(fromHex);
const TURQUOISE = ['#0a4a5c', '#0f7f8c', '#1fa9a6', '#5fd0c0', '#b9ecd9'].map(fromHex);
const SLATE = ['#10202e', '#1d3a52', '#345f7e', '#6f97aa'].map(fromHex);

/** A part of the picture: how it is drawn, and its stones at a depth of so many rows. */
type Part = {draw(layer: SKRSContext2D): void; stone(row: number, at: Point, r: Random): Color};

/** Small stones in rows that follow every contour: a dolphin leaps before the sun. */
export const painting: Painting = {
  id: 'mosaic',
  title: 'Dolphin and Sun',
  note: 'Glass and stone split by hammer and set in rows that run along every contour, gold among turquoise.',
  seed: 549,
  paint(context, random) {
    const parts = [...sunParts(), ...seaParts(), ...dolphinParts(), ...fishParts()];
    const regions = drawRegions(parts.map((part) => part.draw));
    const depth = blurField(distanceToEdges(SIZE, regions), 1);
    const fine = createCanvas(SIZE * FINENESS, SIZE * FINENESS).getContext('2d');
    spreadGrout(fine, random);
    fine.scale(FINENESS, FINENESS);
    const stoneAt = ([x, y]: Point) => {
      const inside = (place: number) => Math.min(SIZE - 1, Math.max(0, Math.round(place)));
      const region = regions[inside(y) * SIZE + inside(x)] ?? 0;
      const row = Math.floor(valueAt(depth, x, y) / ROW);
      return region ? parts[region - 1]!.stone(row, [x, y], random) : skyStone(row, [x, y], random);
    };
    layTesserae(fine, random, depth, ROW, stoneAt);
    context.imageSmoothingQuality = 'high';
    context.drawImage(fine.canvas, 0, 0, SIZE, SIZE);
    roughen(context, random);
  },
};

function skyStone(row: number, [x, y]: Point, random: Random): Color {
  if (row === 0) return pick(random, CREAM);
  if (row === 1) return pick(random, [GOLD[3]!, GOLD[2]!, CREAM[2]!]);
  const glow = 1 - Math.hypot(x - 150, y - 130) / 560;
  return ramp(GOLD, 0.85 * glow + gaussian(random, 0, 0.16));
}

function sunParts(): Part[] {
  const spike = (turn: number, reach: number, half: number): Point[] =>
    [-half, 0, half].map((shift) => {
      const radius = shift ? 58 : reach;
      return [146 + radius * Math.cos(turn + shift), 134 + radius * Math.sin(turn + shift)];
    });
  const rays = Array.from({length: 14}, (_, index): Part => ({
    draw: (layer) => {
      polygon(layer, spike((index * Math.PI) / 7 + 0.1, index % 2 ? 116 : 142, 0.2), '#000');
    },
    stone: (_row, _at, random) => ramp(TERRACOTTA, between(random, 0.2, index % 2 ? 0.6 : 1)),
  }));
  const disc: Part = {
    draw: (layer) => oval(layer, 146, 134, 60, 60, '#000'),
    stone: (row, _at, random) => {
      const light = row / 8 + gaussian(random, 0, 0.12);
      return row === 0 ? pick(random, TERRACOTTA) : ramp([...GOLD.slice(1, 4), ...CREAM], light);
    },
  };
  return [...rays, disc];
}

/** Five waves, one before the other, with foam on their crests. */
function seaParts(): Part[] {
  return [322, 362, 404, 446, 486].map((level, index) => ({
    draw: (layer) => {
      const crest = Array.from({length: 105}, (_, step): Point => {
        const x = step * 5 - 4;
        const cusp = Math.abs(Math.sin(x / 42 + index * 1.9)) ** 0.7;
        return [x, level + 26 * cusp - 14];
      });
      polygon(layer, [...crest, [SIZE + 9, SIZE + 9], [-9, SIZE + 9]], '#000');
    },
    stone: (row, [, y], random) => {
      if (row === 0) return pick(random, CREAM);
      const shade = 0.95 - row * 0.2 - index * 0.07 + (level - y) / 300;
      return ramp(TURQUOISE, shade + gaussian(random, 0, 0.11));
    },
  }));
}

const DOLPHIN: readonly Curve[] = [
  [104, 336, 128, 236, 190, 128, 300, 116],
  [300, 116, 372, 110, 416, 150, 432, 190],
  [432, 190, 452, 206, 470, 232, 478, 262],
  [478, 262, 460, 256, 436, 250, 420, 246],
  [420, 246, 370, 244, 330, 222, 280, 226],
  [280, 226, 210, 232, 156, 290, 104, 336],
];
const BELLY: readonly Curve[] = [
  [474, 258, 420, 226, 380, 214, 300, 206],
  [300, 206, 220, 204, 160, 280, 110, 332],
  [110, 332, 156, 290, 210, 232, 280, 226],
  [280, 226, 330, 222, 370, 244, 420, 246],
];
const FINS: readonly (readonly Curve[])[] = [
  [[250, 134, 252, 100, 232, 76, 204, 70], [204, 70, 226, 100, 206, 130, 214, 152]],
  [[340, 220, 340, 260, 318, 290, 282, 300], [282, 300, 300, 270, 292, 244, 300, 216]],
  [[118, 318, 90, 300, 50, 306, 22, 338], [22, 338, 66, 332, 90, 344, 108, 340]],
  [[104, 330, 92, 360, 102, 392, 130, 412], [130, 412, 126, 380, 134, 350, 122, 322]],
]; // prettier-ignore

/** A round spot of one colour. */
function dot([x, y]: Point, radius: number, color: Color): Part {
  return {draw: (layer) => oval(layer, x, y, radius, radius, '#000'), stone: () => color};
}

function dolphinParts(): Part[] {
  const outlined = (curves: readonly Curve[], colors: readonly Color[]): Part => ({
    draw: (layer) => polygon(layer, trace(curves), '#000'),
    stone: (row, [x, y], random) => {
      const back = 0.25 + row * 0.16 + (y - 110 - Math.abs(x - 300) * 0.35) / 420;
      return row === 0 ? (colors[0] as Color) : ramp(colors, back + gaussian(random, 0, 0.1));
    },
  });
  return [
    ...FINS.map((fin) => outlined(fin, SLATE)),
    outlined(DOLPHIN, SLATE),
    outlined(BELLY, [CREAM[2]!, ...CREAM]),
    dot([408, 200], 10, CREAM[0]!),
    dot([409, 201], 5, SLATE[0]!),
  ];
}

const FISH = [
  {x: 352, y: 426, length: 104, side: -1, colors: TERRACOTTA},
  {x: 150, y: 464, length: 92, side: 1, colors: GOLD},
  {x: 470, y: 338, length: 58, side: -1, colors: GOLD},
];

/** Fish below the waves; their scales are rows of lighter and darker stones. */
function fishParts(): Part[] {
  return FISH.flatMap(({x, y, length, side, colors}) => {
    const place = ([along, up]: Point): Point => [
      x + side * along * length,
      y - up * length + 8 * along,
    ];
    const outlines = [
      pointsOf(-0.3, 0, -0.62, 0.24, -0.54, 0, -0.62, -0.24),
      pointsOf(-0.12, 0.16, 0.02, 0.36, 0.26, 0.14),
      pointsOf(-0.05, -0.14, 0.04, -0.32, 0.2, -0.14),
      Array.from({length: 30}, (_, step): Point => {
        const turn = (step * Math.PI) / 15;
        return [0.44 * Math.cos(turn), 0.2 * Math.sin(turn) * (1 - 0.25 * Math.cos(turn))];
      }),
    ];
    const body = outlines.map((outline): Part => ({
      draw: (layer) => polygon(layer, outline.map(place), '#000'),
      stone: (row, [, stoneY], random) => {
        const shine = 0.5 + (y - stoneY) / length + row * 0.1;
        return ramp(colors, row === 0 ? 0.05 : shine + gaussian(random, 0, 0.16));
      },
    }));
    const eye = place([0.28, 0.06]);
    return [...body, dot(eye, 6, CREAM[0]!), dot(eye, 3, SLATE[0]!)];
  });
}

function spreadGrout(fine: SKRSContext2D, random: Random): void {
  const noise = createNoise(random);
  changePixels(fine, (_, x, y) =>
    lighten(GROUT, 14 * noise(x / 3, y / 3) + 8 * noise(x / 40, y / 40)),
  );
}

/** The pitted faces of the stones, and light that falls across the wall. */
function roughen(context: SKRSContext2D, random: Random): void {
  const noise = createNoise(random);
  changePixels(context, (color, x, y) => {
    const light = 10 * noise(x / 120, y / 120) + 12 * noise(x / 1.7, y / 1.7);
    return mixColors(
      lighten(color, light),
      GROUT,
      Math.max(0, 0.5 * noise(x / 4 + 90, y / 4) - 0.2),
    );
  });
}
