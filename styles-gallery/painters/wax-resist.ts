import type {Path2D, SKRSContext2D} from '@napi-rs/canvas';
import {createCells} from './cells.ts';
import {fromHex, lighten, mixColors} from './color.ts';
import {coverageAt, coverageOf, createLayer, takeOut} from './layer.ts';
import {createNoise, fractal, type Noise} from './noise.ts';
import {overprint} from './overprint.ts';
import {changePixels} from './pixels.ts';
import {between, type Random} from './random.ts';

const CLOTH = fromHex('#f3dfb4');
const SOILED = fromHex('#debe82');
const BROWN = fromHex('#a8571b');
const INDIGO = fromHex('#1c2a63');
/** What cracks let through: the darkest bath of all. */
const CRACK = fromHex('#191a3c');
/** The nets of cracks: size of a flake and width of a crack in pixels, and how much dye it took. */
const NETS = [
  {flake: 46, width: 2, strength: 0.95},
  {flake: 22, width: 1.5, strength: 0.75},
] as const;

/** Wax that keeps the cloth white, or that keeps it brown once it was dipped in brown. */
export type Wax = 'white' | 'brown';

/** A cloth to draw on with wax and to dye. */
export type WaxCloth = {
  /** Waxes a shape over whatever wax is there. */
  fill(wax: Wax, shape: Path2D): void;
  line(wax: Wax, path: Path2D, width: number): void;
  /** Takes one wax off a shape. */
  scrape(wax: Wax, shape: Path2D): void;
  scrapeLine(wax: Wax, path: Path2D, width: number): void;
  /** Waxes a shape and leaves bare cloth, `margin` pixels wide, between it and the rest. */
  reserve(wax: Wax, shape: Path2D, margin: number): void;
  /** Takes all wax off a shape and a `margin` around it. */
  bare(shape: Path2D, margin: number): void;
  /** Dips the cloth in brown, then in indigo, washes the wax out and shows the cloth. */
  dye(context: SKRSContext2D): void;
};

/** A cloth without wax. */
export function createWaxCloth(random: Random): WaxCloth {
  const layers: Record<Wax, SKRSContext2D> = {white: createLayer(), brown: createLayer()};
  for (const layer of Object.values(layers)) layer.lineCap = 'round';

  const fill: WaxCloth['fill'] = (wax, shape) => layers[wax].fill(shape);
  const line: WaxCloth['line'] = (wax, path, width) => {
    layers[wax].lineWidth = width;
    layers[wax].stroke(path);
  };
  const scrape: WaxCloth['scrape'] = (wax, shape) => takeOut(layers[wax], () => fill(wax, shape));
  const scrapeLine: WaxCloth['scrapeLine'] = (wax, path, width) =>
    takeOut(layers[wax], () => line(wax, path, width));
  const bare: WaxCloth['bare'] = (shape, margin) => {
    for (const wax of ['white', 'brown'] as const) {
      scrapeLine(wax, shape, margin * 2);
      scrape(wax, shape);
    }
  };
  return {
    fill,
    line,
    scrape,
    scrapeLine,
    bare,
    reserve: (wax, shape, margin) => {
      bare(shape, margin);
      fill(wax, shape);
    },
    dye: (context) => {
      const [white, brown] = [coverageOf(layers.white), coverageOf(layers.brown)];
      const noise = createNoise(random);
      const cloud = fractal(noise, 4);
      const crackAt = crackle(noise, random);
      changePixels(context, (_, x, y) => {
        const [u, v] = [x + 1.5 * noise(x / 7, y / 7), y + 1.5 * noise(x / 7 + 50, y / 7)];
        const keepsWhite = coverageAt(white, u, v);
        const keepsBrown = Math.min(1, keepsWhite + coverageAt(brown, u, v));
        const uneven = cloud(x / 70, y / 70);
        const crack = crackAt(x, y) * (0.5 + 0.6 * keepsBrown);
        const first = (1 - keepsWhite) * (0.95 + 0.3 * uneven) + 0.5 * crack;
        const second = (1 - keepsBrown) * (0.88 + 0.24 * uneven);
        const cloth = overprint(CLOTH, SOILED, Math.max(0, uneven));
        const dyed = overprint(cloth, BROWN, Math.min(1, first));
        const deep = mixColors(dyed, lighten(INDIGO, 34 * uneven), Math.min(1, second));
        const color = mixColors(deep, CRACK, Math.min(0.85, crack));
        return lighten(color, weave(x, y, noise) + between(random, -7, 7));
      });
    },
  };
}

/** How strongly dye ran into a crack of the wax, 0…1. */
function crackle(noise: Noise, random: Random): (x: number, y: number) => number {
  const nets = NETS.map((net) => ({...net, cellAt: createCells(random)}));
  return (x, y) => {
    const u = x + 7 * noise(x / 21, y / 21) + 2.5 * noise(x / 5, y / 5);
    const v = y + 7 * noise(x / 21 + 90, y / 21);
    const strengths = nets.map(({flake, width, strength, cellAt}, index) => {
      const seam = (cellAt(u / flake, v / flake).edge * flake) / width;
      const open = Math.min(1, Math.max(0, 0.6 + 1.1 * noise(x / 46 + index * 30, y / 46)));
      return strength * open * Math.exp(-seam * seam);
    });
    return Math.max(...strengths);
  };
}

/** The light on the threads, with their thick and thin places. */
function weave(x: number, y: number, noise: Noise): number {
  const threads = (x % 3 === 0 ? -9 : 4) + (y % 3 === 0 ? -8 : 4);
  return threads + 10 * noise(x / 1.6, y / 26) + 10 * noise(x / 26, y / 1.6);
}
