import type {SKRSContext2D} from '@napi-rs/canvas';
import {fromHex, lighten, mixColors} from './color.ts';
import type {Sheet} from './drafting.ts';
import {coverageAt, coverageOf, createLayer} from './layer.ts';
import {createNoise, fractal, type Noise} from './noise.ts';
import {changePixels} from './pixels.ts';
import {between, type Random} from './random.ts';

const DEEP = fromHex('#04306e');
const BLUE = fromHex('#0b63b4');
const PALE = fromHex('#3aa5e0');
const CHALK = fromHex('#f2fbff');
/** Where the paper was folded, in pixels. */
const FOLDS = {columns: [172, 344], rows: [168, 346]} as const;

/** Prints a drawing on blue paper: uneven coating, lines that bleed a little, worn folds. */
export function printBlue(context: SKRSContext2D, sheet: Sheet, random: Random): void {
  const soft = createLayer();
  soft.filter = 'blur(2px)';
  soft.drawImage(sheet.lines.canvas, 0, 0);
  const [lines, bleed] = [coverageOf(sheet.lines), coverageOf(soft)];
  const [dark, light] = [coverageOf(sheet.dark), coverageOf(sheet.light)];
  const noise = createNoise(random);
  const coat = fractal(noise, 5);
  changePixels(context, (_, x, y) => {
    const [u, v] = [x + 0.9 * noise(x / 14, y / 14), y + 0.9 * noise(x / 14 + 60, y / 14)];
    const uneven = coat(x / 110, y / 110);
    const shade = 0.72 * coverageAt(dark, u, v) * (0.9 + 0.4 * uneven);
    const wash = 0.62 * coverageAt(light, u, v) * (0.9 + 0.6 * coat(x / 24, y / 24));
    const fibre = noise(x / 1.7, y / 1.7) + 0.6 * coat(x / 8, y / 8);
    const coated = mixColors(
      BLUE,
      uneven > 0 ? PALE : DEEP,
      Math.min(0.75, Math.abs(uneven) * 1.1),
    );
    const ground = mixColors(mixColors(coated, DEEP, shade), PALE, wash);
    const paper = lighten(ground, 13 * fibre + between(random, -8, 8));
    const pressure = 0.86 + 0.3 * coat(x / 30, y / 30) + 0.22 * noise(x / 1.4, y / 1.4);
    const chalk = coverageAt(lines, u, v) * pressure + 0.28 * coverageAt(bleed, u, v);
    const folds = fold(x, y, FOLDS.columns, coat) + fold(y, x, FOLDS.rows, coat);
    return lighten(mixColors(paper, CHALK, Math.min(1, chalk)), folds);
  });
}

/** What folds at `creases` add to the light: a worn white edge, one side lit and one in shade. */
function fold(at: number, along: number, creases: readonly number[], coat: Noise): number {
  let light = 0;
  for (const crease of creases) {
    const off = at - crease - 2 * coat(along / 40, crease);
    if (Math.abs(off) < 1.4) light += 60 + 90 * coat(along / 9, crease + 50);
    light += off > 0 ? -34 * Math.exp(-off / 16) : 26 * Math.exp(off / 16);
  }
  return light;
}
