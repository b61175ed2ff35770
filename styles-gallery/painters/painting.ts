import type {SKRSContext2D} from '@napi-rs/canvas';
import type {Random} from './random.ts';

/** Width and height of every gallery picture, in pixels. */
export const SIZE = 512;

/** A style picture and the code that paints it. */
export type Painting = {
  /** The folder's name and the style's id: lower case with hyphens. */
  id: string;
  title: string;
  /** One sentence about the craft it is after. */
  note: string;
  seed: number;
  /** Fills the whole square of `SIZE` pixels; every chance comes from `random`. */
  paint(context: SKRSContext2D, random: Random): void;
};
