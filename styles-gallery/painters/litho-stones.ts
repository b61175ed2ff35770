import type {Path2D, SKRSContext2D} from '@napi-rs/canvas';
import {fromHex} from './color.ts';
import {coverageAt, coverageOf, createLayer, takeOut} from './layer.ts';
import {createNoise, fractal} from './noise.ts';
import {overprint} from './overprint.ts';
import {SIZE} from './painting.ts';
import {changePixels} from './pixels.ts';
import {between, type Random} from './random.ts';

const PAPER = fromHex('#f1e3c2');
const YELLOWED = fromHex('#c4965a');
const INKS = {red: fromHex('#d8261c'), black: fromHex('#191614')};
/** How far the black stone slipped against the red one, in pixels. */
const SLIP = {x: -2, y: 1.5};

/** The two inks; black overprints red. */
export type Ink = keyof typeof INKS;
/** Where a gradient begins and where it ends: x and y of both. */
export type Span = readonly [number, number, number, number];

/** Two stones to draw on, their middle at (0, 0), turned as a whole. */
export type LithoStones = {
  /** Sprays ink over a shape, its tone running from `from` to `to` (0…1 each) along the span. */
  spray(ink: Ink, shape: Path2D, from: number, to: number, span: Span): void;
  /** Inks a shape evenly. */
  fill(ink: Ink, shape: Path2D): void;
  line(ink: Ink, path: Path2D, width: number): void;
  /** Takes ink off a shape: a `share` of it, from one stone or from both. */
  wipe(shape: Path2D, share?: number, ink?: Ink): void;
  /** Prints both stones, half tones as specks, on yellowed paper. */
  print(context: SKRSContext2D): void;
};

/** Two clean stones turned by `slope` radians. */
export function createLithoStones(random: Random, slope: number): LithoStones {
  const stones: Record<Ink, SKRSContext2D> = {red: createLayer(), black: createLayer()};
  for (const stone of Object.values(stones)) {
    stone.translate(SIZE / 2, SIZE / 2);
    stone.rotate(slope);
  }
  const noise = createNoise(random);
  const wear = fractal(noise, 4);

  /** The grain of the stone: half tones become specks, full ones keep a few pinholes. */
  const grained = (tone: number, x: number, y: number) => {
    if (tone < 0.01) return 0;
    const speck = 0.5 + 0.42 * noise(x / 1.6, y / 1.6) + between(random, -0.2, 0.2);
    return Math.min(1, Math.max(0, 0.5 + (tone * 1.12 - speck) * 3.2));
  };

  return {
    spray: (ink, shape, from, to, span) => {
      const tone = stones[ink].createLinearGradient(...span);
      tone.addColorStop(0, `rgb(0 0 0 / ${from})`);
      tone.addColorStop(1, `rgb(0 0 0 / ${to})`);
      stones[ink].fillStyle = tone;
      stones[ink].fill(shape);
    },
    fill: (ink, shape) => {
      stones[ink].fillStyle = 'black';
      stones[ink].fill(shape);
    },
    line: (ink, path, width) => {
      stones[ink].lineWidth = width;
      stones[ink].stroke(path);
    },
    wipe: (shape, share = 1, ink) => {
      for (const stone of ink ? [stones[ink]] : Object.values(stones)) {
        stone.fillStyle = `rgb(0 0 0 / ${share})`;
        takeOut(stone, () => stone.fill(shape));
      }
    },
    print: (context) => {
      const [reds, blacks] = [coverageOf(stones.red), coverageOf(stones.black)];
      changePixels(context, (_, x, y) => {
        const age = 0.25 * wear(x / 50, y / 50) + 0.1 * noise(x / 2, y / 2);
        const paper = overprint(PAPER, YELLOWED, Math.max(0, age));
        const rubbed = wear(x / 16 + 50, y / 16) + 0.4 * noise(x / 1.8, y / 1.8) > 0.72;
        const amount = rubbed ? 0.35 : 0.96;
        const red = grained(coverageAt(reds, x, y), x, y);
        const black = grained(coverageAt(blacks, x + SLIP.x, y + SLIP.y), x + 300, y);
        return overprint(overprint(paper, INKS.red, red * amount), INKS.black, black * amount);
      });
    },
  };
}
