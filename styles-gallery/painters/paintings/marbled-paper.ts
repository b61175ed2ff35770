import {type Color, fromHex, lighten, mixColors} from '../color.ts';
import {comb, curl, type Drop, dropAt, type UndoPull} from '../marbling.ts';
import {createNoise, fractal, type Noise} from '../noise.ts';
import {type Painting, SIZE} from '../painting.ts';
import {changePixels} from '../pixels.ts';
import {between, pick, type Random} from '../random.ts';

const IVORY = fromHex('#f7ecd2');
const CRIMSON = fromHex('#b0122d');
const MAROON = fromHex('#5a0a1c');
const TEAL = fromHex('#0f8583');
const PETROL = fromHex('#06363f');
const GOLD = fromHex('#d9a032');
/** What is thrown, the frequent ones twice or more. */
const LARGE = [CRIMSON, CRIMSON, CRIMSON, IVORY, IVORY, TEAL, TEAL, GOLD, GOLD, PETROL, MAROON];
const FINE = [IVORY, IVORY, GOLD, PETROL];
/** The whorls: x, y, radius and the way they turn. */
const WHORLS = [
  [128, 150, 74, -1],
  [392, 104, 62, 1],
  [300, 330, 88, -1],
  [92, 404, 66, 1],
  [448, 446, 58, -1],
] as const;
/** Samples a pixel, along x and along y. */
const SAMPLES = 2;

/** Paint drops on a bath, combed into feathers and turned into whorls. */
export const painting: Painting = {
  id: 'marbled-paper',
  title: 'Peacock Combing',
  note: 'Marbled endpaper: drops of crimson, teal and gold float on thickened water, are combed into feathers, and are lifted off on one sheet.',
  seed: 31,
  paint(context, random) {
    const drops = throwPaint(random);
    const pulls = combing();
    const grain = fractal(createNoise(random), 4);
    changePixels(context, (_, x, y) => {
      const sum: [number, number, number] = [0, 0, 0];
      for (let sample = 0; sample < SAMPLES ** 2; sample++) {
        const point = {
          x: x + ((sample % SAMPLES) + 0.5) / SAMPLES,
          y: y + (Math.floor(sample / SAMPLES) + 0.5) / SAMPLES,
        };
        for (const undo of pulls) undo(point);
        const color = dropAt(drops, point, PETROL);
        for (const channel of [0, 1, 2] as const) sum[channel] += color[channel] / SAMPLES ** 2;
      }
      return lift(sum, x, y, grain, random);
    });
  },
};

/** Throws large drops, then rings of three colours, at last a fine rain; gives the last one first. */
function throwPaint(random: Random): Drop[] {
  const drops: Drop[] = [];
  const throwOne = (low: number, high: number, paints: readonly Color[]): Drop => {
    const [x, y] = [between(random, -60, SIZE + 60), between(random, -60, SIZE + 60)];
    const drop = {x, y, radius: between(random, low, high), color: pick(random, paints)};
    drops.push(drop);
    return drop;
  };
  for (let left = 110; left > 0; left--) throwOne(18, 42, LARGE);
  for (let left = 60; left > 0; left--) {
    const outer = throwOne(18, 28, LARGE);
    for (const radius of [14, 9]) drops.push({...outer, radius, color: pick(random, LARGE)});
  }
  for (let left = 130; left > 0; left--) throwOne(3, 9, FINE);
  return drops.reverse();
}

/**
 * The pulls, the last one first: a wide rake down, two rakes to and fro, then the fine comb that
 * draws the feathers, and the stylus for the whorls.
 */
function combing(): UndoPull[] {
  const feathers = comb(1.62, 23, 30, 5, (along) => 6 * Math.sin(along / 42));
  const to = comb(0.04, 96, 110, 26);
  const fro = comb(Math.PI + 0.04, 96, 110, 26, () => 48);
  const rake = comb(Math.PI / 2, 120, 90, 34);
  const whorls = WHORLS.map(([x, y, radius, way]) => curl(x, y, radius, way * 2.6));
  return [...whorls, feathers, to, fro, rake];
}

/** Lifts the paint off on laid paper: granulation, chain lines, flecks where air kept it off. */
function lift(color: Color, x: number, y: number, grain: Noise, random: Random): Color {
  const tooth = grain(x / 3, y / 3);
  const laid = 0.5 + 0.5 * Math.sin(y * 1.9 + grain(x / 60, y / 60) * 3);
  const airy = grain(x / 14 + 40, y / 14) > 0.5 && tooth > 0.1;
  const cloudy = 20 * tooth + 16 * grain(x / 22, y / 22);
  return lighten(
    mixColors(color, IVORY, airy ? 0.5 : 0.04 * laid),
    cloudy + between(random, -9, 9),
  );
}
