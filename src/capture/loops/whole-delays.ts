/** What lasts shorter is slowed down by browsers, in milliseconds. */
const LEAST_MS = 20;

/**
 * Durations in whole units, as files want them. What is rounded away of one is given to the next, so that the
 * sum is out by half a unit at most; none is shorter than browsers show.
 *
 * @param durationsMs in milliseconds
 * @param unitMs length of a unit, in milliseconds
 */
export function wholeDelays(durationsMs: readonly number[], unitMs: number): number[] {
  let dueMs = 0;
  let told = 0;
  return durationsMs.map((durationMs) => {
    dueMs += durationMs;
    const delay = Math.max(Math.ceil(LEAST_MS / unitMs), Math.round(dueMs / unitMs) - told);
    told += delay;
    return delay;
  });
}
