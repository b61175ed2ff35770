import type {Paint} from '../../gpu/painter.ts';
import {between} from '../look/between.ts';

/** Paints between two are made so many, each when it is first wanted: a frame makes nothing. */
const STEPS = 48;

/** What lies between two paints of a look. */
export type DrivenPaints = {
  /** At a place from the quiet one, 0, to the loud one, 1. */
  at(place: number): Paint;
};

/** Makes those between two paints, which are taken for one look. */
export function createDrivenPaints(quiet: Paint, loud: Paint): DrivenPaints {
  const made: (Paint | undefined)[] = [];
  return {
    at(place) {
      const step = Math.round(STEPS * Math.min(1, Math.max(0, place)));
      return (made[step] ??= {...between(quiet, loud, step / STEPS), drivenFrom: loud.layers});
    },
  };
}
