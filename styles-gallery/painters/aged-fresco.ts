import type {SKRSContext2D} from '@napi-rs/canvas';
import {createCells} from './cells.ts';
import {fromHex, lighten, mixColors} from './color.ts';
import {createField} from './field.ts';
import {createNoise, fractal} from './noise.ts';
import {SIZE} from './painting.ts';
import {changePixels} from './pixels.ts';
import type {Random} from './random.ts';
import {lightRelief} from './relief.ts';

const FINE_PLASTER = fromHex('#e3d0ab');
const ROUGH_PLASTER = fromHex('#a98d70');
const DIRT = fromHex('#241a18');
const DAMP = fromHex('#1f6f66');
/** Distance between the great cracks and between the fine ones, in pixels. */
const GREAT_CRACKS = 74;
const FINE_CRACKS = 21;
/** Beyond this loss not only the paint has fallen but the fine plaster too. */
const DEEP_LOSS = 0.14;

/** Makes a fresco of what the context shows, and lets some thousand years pass over it. */
export function ageFresco(context: SKRSContext2D, random: Random): void {
  const {lossAt, crackAt} = createDamage(random);
  const noise = createNoise(random);
  const rough = fractal(noise, 5);
  changePixels(context, (color, x, y) => {
    const brushed = 22 * noise(x / 3, y / 26) + 18 * noise(x / 24, y / 3.4);
    const washed = 0.1 + 0.42 * rough(x / 60 + 40, y / 60) + 0.16 * noise(x / 2.2, y / 2.2);
    const grit = 14 * noise(x / 1.6, y / 1.6);
    const loss = lossAt(x, y);
    const pale = Math.max(0, Math.min(0.6, washed));
    let surface = mixColors(lighten(color, brushed), FINE_PLASTER, pale);
    if (loss > 0) surface = lighten(FINE_PLASTER, 2.2 * grit - 20 * noise(x / 14, y / 14));
    if (loss > DEEP_LOSS) surface = lighten(ROUGH_PLASTER, 4 * grit);
    const damp = 0.55 * Math.max(0, rough(x / 150 + 90, y / 210)) * (y / SIZE);
    const stained = mixColors(surface, DAMP, damp);
    return lighten(mixColors(stained, DIRT, 0.72 * crackAt(x, y)), grit);
  });
  const height = createField(SIZE, (x, y) => {
    const loss = lossAt(x, y);
    const depth = loss > DEEP_LOSS ? 3 : loss > 0 ? 1.5 : 0;
    return 4 * noise(x / 50, y / 50) + 0.5 * noise(x / 2, y / 2) - depth - 2 * crackAt(x, y);
  });
  lightRelief(context, height, 0.6, 20);
}

/** Where paint has fallen off (a loss above 0), and how open the cracks are (0…1). */
function createDamage(random: Random) {
  const noise = createNoise(random);
  const rough = fractal(noise, 5);
  const cells = createCells(random);
  const cellAt = (x: number, y: number, size: number) => {
    const [bentX, bentY] = [x + 9 * noise(x / 26, y / 26), y + 9 * noise(x / 26 + 60, y / 26)];
    return cells(bentX / size + size, bentY / size);
  };
  const crack = (x: number, y: number, size: number, width: number) =>
    1 - Math.min(1, (cellAt(x, y, size).edge * size) / width);
  return {
    crackAt: (x: number, y: number) => {
      const worn = Math.min(1, Math.max(0, 0.75 + 1.3 * noise(x / 80, y / 80 + 30)));
      return Math.min(
        1,
        crack(x, y, GREAT_CRACKS, 3) + 0.85 * worn * crack(x, y, FINE_CRACKS, 1.7),
      );
    },
    lossAt: (x: number, y: number) => {
      const loose = (cellAt(x, y, FINE_CRACKS).id * 37) % 101 > 86 ? 0.16 : 0;
      return rough(x / 120 + 5, y / 120 + 2) + loose - 0.34 + 0.05 * noise(x / 5, y / 5);
    },
  };
}
