import type {SKRSContext2D} from '@napi-rs/canvas';
import {type Color, lighten} from './color.ts';
import {keepColors} from './color-at.ts';
import {createField} from './field.ts';
import {createNoise} from './noise.ts';
import {SIZE} from './painting.ts';
import {changePixels} from './pixels.ts';
import {gaussian, type Random} from './random.ts';
import {lightRelief} from './relief.ts';

/** Distance between the warp threads, and between the wefts beaten down over them, in pixels. */
const WARP = 5;
const WEFT = 3.2;
/** How far one weft reaches beyond the next where two colours meet, in pixels. */
const TOOTH = 0.9;

/** Weaves what the context shows: each weft passes over each warp in a small round of one wool. */
export function weave(context: SKRSContext2D, wools: readonly Color[], random: Random): void {
  const noise = createNoise(random);
  const cartoon = keepColors(context);
  const shades = Float32Array.from({length: 4096}, () => gaussian(random, 0, 9));
  const woolAt = (warp: number, weft: number) => {
    const reach = ((weft % 6) - 2.5) * TOOTH;
    return nearest(wools, cartoon((warp + 0.5) * WARP + reach, (weft + 0.5) * WEFT));
  };
  const roundAt = (x: number, y: number) => {
    const warpwise = (x + 1.2 * noise(x / 60, y / 45)) / WARP;
    const warp = Math.floor(warpwise);
    const slant = 0.4 * (warpwise - warp) + 0.5 * (warp % 2);
    const weftwise = (y + 1.6 * noise(x / 70 + 8, y / 60)) / WEFT + slant;
    const weft = Math.floor(weftwise);
    const across = (2 * (warpwise - warp) - 1) ** 2;
    const along = (2 * (weftwise - weft) - 1) ** 2;
    return {warp, weft, height: (1 - 0.8 * across) * (1 - along)};
  };
  changePixels(context, (_, x, y) => {
    const {warp, weft, height} = roundAt(x, y);
    const bath = 13 * noise(warp / 50 + 70, weft / 7) + 7 * noise(warp / 3, weft * 3.1);
    const thread = shades[(warp * 131 + weft * 17) & 4095]!;
    const fuzz = 9 * noise(x * 0.9 + y * 0.7, y * 0.9 - x * 0.4);
    return lighten(woolAt(warp, weft), bath + thread + fuzz - 62 * (1 - height) ** 2);
  });
  const cloth = createField(SIZE, (x, y) => {
    return 1.5 * roundAt(x, y).height + 5 * noise(x / 46, y / 38) + 0.5 * noise(x / 2, y / 2);
  });
  lightRelief(context, cloth, 0.55, 12);
}

function nearest(wools: readonly Color[], wanted: Color): Color {
  const difference = (wool: Color) =>
    (wool[0] - wanted[0]) ** 2 + (wool[1] - wanted[1]) ** 2 + (wool[2] - wanted[2]) ** 2;
  return wools.reduce((best, wool) => (difference(wool) < difference(best) ? wool : best));
}
