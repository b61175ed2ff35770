/** How the end of a loop meets its start: it goes back, it flows into it, or it jumps. */
export type LoopManner = 'back-and-forth' | 'flowing' | 'as-it-is';

/** What a loop shows for a while: a picture by its place, or two of them mixed. */
export type LoopStep = {
  place: number;
  /** Another picture, and its share of the mix, between 0 and 1. */
  mixed: {place: number; share: number} | null;
  durationMs: number;
};

/** The end flows into the start for so long at most, in milliseconds. */
const LONGEST_FLOW_MS = 1000;

/** Of all pictures, at most this share flows. */
const MOST_FLOWING = 1 / 3;

/**
 * What a loop shows, step by step, so that the first comes after the last.
 *
 * @param timesMs of its pictures, two or more, each later than the one before
 */
export function planLoop(timesMs: readonly number[], manner: LoopManner): LoopStep[] {
  const gapsMs = timesMs.slice(1).map((timeMs, place) => timeMs - (timesMs[place] as number));
  const meanMs = gapsMs.reduce((sum, gapMs) => sum + gapMs, 0) / gapsMs.length;
  const there = timesMs.map((_, place) => ({
    place,
    mixed: null,
    durationMs: gapsMs[place] ?? meanMs,
  }));
  switch (manner) {
    case 'as-it-is':
      return there;
    case 'back-and-forth':
      return backAndForth(there, gapsMs);
    case 'flowing':
      return flowing(there, flowLength(timesMs));
  }
}

/** How long a loop is, in milliseconds. */
export function loopLength(steps: readonly LoopStep[]): number {
  return steps.reduce((sum, {durationMs}) => sum + durationMs, 0);
}

/** The step that is shown at a time, in milliseconds: the loop goes on and on. */
export function stepAt(steps: readonly LoopStep[], timeMs: number): LoopStep | undefined {
  let leftMs = timeMs % loopLength(steps);
  return steps.find(({durationMs}) => (leftMs -= durationMs) < 0) ?? steps[0];
}

/** No picture is shown twice in a row: the ends are turned at. */
function backAndForth(there: readonly LoopStep[], gapsMs: readonly number[]): LoopStep[] {
  const back = there.slice(1).toReversed();
  return [
    ...there.slice(0, -1),
    // On the way back a picture lasts as long as the way to the one before it.
    ...back.map((step) => ({...step, durationMs: gapsMs[step.place - 1] as number})),
  ];
}

/** The last `count` pictures fade into the first ones. It begins after these, with a picture that is whole. */
function flowing(there: readonly LoopStep[], count: number): LoopStep[] {
  const end = there.length - count;
  return [
    ...there.slice(count, end),
    ...there.slice(end).map((step, place) => ({
      ...step,
      mixed: {place, share: (place + 1) / (count + 1)},
    })),
  ];
}

function flowLength(timesMs: readonly number[]): number {
  const lastMs = timesMs.at(-1) ?? 0;
  const inTime = timesMs.filter((timeMs) => lastMs - timeMs < LONGEST_FLOW_MS).length;
  return Math.min(inTime, Math.floor(timesMs.length * MOST_FLOWING));
}
