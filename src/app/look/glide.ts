import type {Paint} from '../../gpu/painter.ts';
import {between} from './between.ts';

/** On a slow way, paints are mixed anew this often, in milliseconds, and flow from one mix to the next. */
const STEP_MS = 125;

/** A slow way from one paint to another. */
export type Glide = {
  /** What it has come to. */
  readonly mix: Paint;
  /** The paint of a moment, on the way to another one; undefined once that is reached. */
  at(timeMs: number, to: Paint): Paint | undefined;
};

/** @param fadeMs how long the way is, from `sinceMs` on */
export function startGlide(from: Paint, sinceMs: number, fadeMs: number): Glide {
  let mix = from;
  let step = 0;
  return {
    get mix() {
      return mix;
    },
    at(timeMs, to) {
      const steps = (timeMs - sinceMs) / STEP_MS;
      const share = (Math.floor(steps) * STEP_MS) / fadeMs;
      if (share >= 1) return undefined;
      if (Math.floor(steps) > step) {
        step = Math.floor(steps);
        mix = between(from, to, share);
      }
      return {...mix, fadedIn: steps % 1};
    },
  };
}
