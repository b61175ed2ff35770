import type {Paint, PaintAt} from '../../gpu/painter.ts';
import {type Glide, startGlide} from '../look/glide.ts';

/** What a film is painted with from a time on, in milliseconds. */
export type FilmStep = {
  atMs: number;
  paint: Paint;
  /** In this time it comes in; no longer than until the next one. */
  fadeMs: number;
};

/** The last mix on the way flows into what it has come to in this time, in milliseconds. */
const ARRIVAL_MS = 125;

/**
 * What a film is painted with at each of its times, which are asked for in their order.
 *
 * @param steps in the order of their times; the first one holds from the beginning
 */
export function paintAlong(steps: readonly FilmStep[]): PaintAt {
  let gliding: {step: FilmStep; glide: Glide} | undefined;
  return (timeMs) => {
    const index = Math.max(
      0,
      steps.findLastIndex(({atMs}) => atMs <= timeMs),
    );
    const step = steps[index];
    const before = steps[index - 1];
    if (!step || !before || step.fadeMs === 0) return step?.paint;
    if (gliding?.step !== step) {
      gliding = {step, glide: startGlide(before.paint, step.atMs, step.fadeMs)};
    }
    const onItsWay = gliding.glide.at(timeMs, step.paint);
    if (onItsWay) return onItsWay;
    const fadedIn = (timeMs - step.atMs - step.fadeMs) / ARRIVAL_MS;
    return fadedIn < 1 ? {...step.paint, fadedIn} : step.paint;
  };
}
