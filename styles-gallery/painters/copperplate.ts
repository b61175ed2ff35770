import type {SKRSContext2D} from '@napi-rs/canvas';
import {type Color, lighten, mixColors} from './color.ts';
import {distanceToEdges} from './distance.ts';
import {createNoise, type Noise} from './noise.ts';
import {SIZE} from './painting.ts';
import {changePixels} from './pixels.ts';
import type {Random} from './random.ts';
import {drawRegions} from './regions.ts';

/** Distance from line to line of the burin, in pixels. */
export const PITCH = 4.1;
/** The share of the pitch that the broadest lines fill. */
const BROADEST = 0.76;
/** The second and third set of lines cross the first where the tone is darker than this. */
const CROSSINGS = [
  {below: 0.56, turn: 1.05},
  {below: 0.3, turn: -0.95},
] as const;

/** A thing to be engraved. */
export type Form = {
  /** Fills its outline, in any colour. */
  draw(layer: SKRSContext2D): void;
  /** How light it is, from 0 to 1. */
  tone(x: number, y: number): number;
  /** The course of its lines: grows by one across each pixel. */
  phase(x: number, y: number): number;
  /** True when no contour is cut about it. */
  open?: boolean;
};

/**
 * Engraves forms, the hindmost first, in lines that swell with the darkness and cross in the
 * shadows, and prints them; there has to be a form at every pixel.
 */
export function printPlate(
  context: SKRSContext2D,
  random: Random,
  forms: readonly Form[],
  [paper, ink]: readonly [Color, Color],
): void {
  const hand = createNoise(random);
  const sheet = createNoise(random);
  const regions = drawRegions(forms.map((form) => (layer) => form.draw(layer)));
  const edges = distanceToEdges(SIZE, regions).values;
  changePixels(context, (_, x, y) => {
    const index = y * SIZE + x;
    const form = forms[(regions[index] as number) - 1] as Form;
    const contour = form.open ? 0 : 0.9 - (edges[index] as number);
    const inked = Math.max(contour, inkAt(x, y, form, hand));
    const film = 0.07 + 0.05 * sheet(x / 130, y / 130) + 0.03 * sheet(x / 18, y / 18);
    const density = inked * (0.93 + 0.1 * sheet(x / 7 + 60, y / 7));
    const tooth = 9 * sheet(x / 1.6, y / 1.6) + 5 * sheet(x / 5, y / 5);
    return lighten(mixColors(paper, ink, Math.min(1, film + density)), tooth);
  });
}

/** How much of a pixel (0…1) the lines of the burin cover. */
function inkAt(x: number, y: number, form: Form, hand: Noise): number {
  const light = form.tone(x, y) + 0.05 * hand(x / 9, y / 9);
  const level = form.phase(x, y);
  const wobble = 0.5 * hand(x / 15, y / 15);
  let inked = lineCover(level / PITCH + wobble, 0.86 * (0.97 - light));
  for (const {below, turn} of CROSSINGS) {
    if (light >= below) break;
    const crossing = x * Math.sin(turn) + y * Math.cos(turn) + 0.35 * level;
    inked = Math.max(inked, lineCover(crossing / PITCH + wobble, 0.95 * (below - light) + 0.12));
  }
  return inked;
}

/** How much of a pixel is covered by lines that fill `breadth` of the pitch; soft over a pixel. */
function lineCover(phase: number, breadth: number): number {
  const offLine = Math.abs(2 * (phase - Math.floor(phase)) - 1);
  const inside = ((Math.min(BROADEST, breadth) - offLine) * PITCH) / 2;
  return breadth <= 0 ? 0 : Math.min(1, Math.max(0, inside + 0.5));
}
