import type {Path2D, SKRSContext2D} from '@napi-rs/canvas';
import {type Color, fromHex, lighten, mixColors} from './color.ts';
import type {Point} from './curve.ts';
import {blurField, createField} from './field.ts';
import {coverageOf, createLayer} from './layer.ts';
import {createNoise, fractal, type Noise} from './noise.ts';
import {SIZE} from './painting.ts';
import {changePixels} from './pixels.ts';
import {ramp} from './ramp.ts';
import type {Random} from './random.ts';
import {lightRelief} from './relief.ts';

const GOLDS = ['#2c1703', '#6b420c', '#b57d1f', '#e3b24a', '#fbe49a', '#fffbe0'].map(fromHex);
const GREENS = ['#00170f', '#00402c', '#00694a', '#0b9a6c', '#3fd39a', '#0a7a58'].map(fromHex);
const BLACKS = ['#050507', '#0d0b0c', '#221a14'].map(fromHex);

/** Black lacquer, malachite, gold brushed outward from a centre, and gold brushed upright. */
export type InlayMaterial = 'lacquer' | 'malachite' | 'radial' | 'upright';

/** A panel of black lacquer into which stone and gold are laid. */
export type InlayPanel = {
  /** Lays a piece of the material; what was there is cut out. */
  inlay(material: InlayMaterial, path: Path2D): void;
  /** Polishes the panel and draws it on the context, in the light. */
  finish(context: SKRSContext2D, random: Random): void;
};

type Layers = Record<Exclude<InlayMaterial, 'lacquer'>, SKRSContext2D>;

/** An empty panel; the radial gold is brushed outward from `center`. */
export function createInlayPanel(center: Point): InlayPanel {
  const layers: Layers = {malachite: createLayer(), radial: createLayer(), upright: createLayer()};
  return {
    inlay(material, path) {
      for (const layer of Object.values(layers)) {
        layer.globalCompositeOperation = 'destination-out';
        layer.fill(path);
      }
      if (material === 'lacquer') return;
      layers[material].globalCompositeOperation = 'source-over';
      layers[material].fill(path);
    },
    finish: (context, random) => polish(context, layers, center, random),
  };
}

function polish(context: SKRSContext2D, layers: Layers, center: Point, random: Random): void {
  const noise = createNoise(random);
  const stone = coverageOf(layers.malachite);
  const burst = coverageOf(layers.radial);
  const sheet = coverageOf(layers.upright);
  const dust = Float32Array.from({length: SIZE * SIZE}, random);
  changePixels(context, (_, x, y) => {
    const index = y * SIZE + x;
    let color = lacquerAt(noise, x, y, dust[index]!);
    color = mixColors(color, malachiteAt(noise, x, y), stone[index]!);
    color = mixColors(color, radialGoldAt(noise, x, y, center), burst[index]!);
    color = mixColors(color, uprightGoldAt(noise, x, y), sheet[index]!);
    return lighten(color, 5 * noise(x / 1.3, y / 1.3));
  });
  const height = createField(SIZE, (x, y) => {
    const index = y * SIZE + x;
    const gold = burst[index]! + sheet[index]!;
    return 4.5 * gold + 1.6 * stone[index]! + 0.3 * noise(x / 3, y / 3);
  });
  lightRelief(context, blurField(height, 1), 0.6, 150);
}

/** Black with a warm depth, powdered with gold where `dust` (0…1) is high. */
function lacquerAt(noise: Noise, x: number, y: number, dust: number): Color {
  const cloudy = fractal(noise, 4);
  const bare = 0.985 - 0.05 * Math.max(0, cloudy(x / 60, y / 60 + 50));
  if (dust > bare) return ramp(GOLDS, 0.3 + 30 * (dust - bare));
  return ramp(BLACKS, 0.3 + 0.5 * cloudy(x / 90 + 30, y / 40) + 0.2 * noise(x / 2.4, y / 2.4));
}

/** Green stone in wandering bands. */
function malachiteAt(noise: Noise, x: number, y: number): Color {
  const bands = Math.sin(
    11 * fractal(noise, 4)(x / 150 + 9, y / 150) + 2.5 * noise(x / 26, y / 26),
  );
  const cloud = 0.2 * noise(x / 3, y / 3) + 0.16 * noise(x / 80, y / 80);
  return ramp(GREENS, 0.45 + 0.34 * bands + cloud);
}

function radialGoldAt(noise: Noise, x: number, y: number, center: Point): Color {
  const angle = Math.atan2(y - center[1], x - center[0]);
  const radius = Math.hypot(x - center[0], y - center[1]);
  const gleam = 0.24 * Math.sin(angle * 6 + 1) + 0.16 * Math.sin(radius / 21);
  const scratches = 0.3 * noise(angle * 40, radius / 90) + 0.16 * noise(x / 1.7, y / 1.7);
  return ramp(GOLDS, 0.58 + gleam + scratches);
}

function uprightGoldAt(noise: Noise, x: number, y: number): Color {
  const ripple = Math.sin(x / 13 + 1.4 * noise(x / 60, y / 80));
  const gleam = 0.26 * ripple + 0.14 * Math.sin(y / 47);
  const scratches = 0.26 * noise(x / 1.5, y / 34) + 0.12 * noise(x / 2, y / 2);
  return ramp(GOLDS, 0.5 + gleam + scratches);
}
