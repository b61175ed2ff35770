import {LONGEST_INTERVAL_MS} from '../../live/pace/frame-clock.ts';
import {BUDGET_SHARE} from '../../live/pace/size-ladder.ts';

/** A network and what a frame takes it, as `frameCost` reckons. */
export type Candidate = {name: string; cost: number};

/**
 * Which network a machine should paint with: the largest that keeps up with the frames; where none
 * does, the largest that makes 24 a second; else the smallest.
 *
 * @param candidates from the smallest to the largest, at least one
 * @param measured milliseconds a frame, of at least one of them; the others are reckoned from it
 * @param intervalMs how often a frame is wanted
 * @returns the network to use, or the one to measure first, because it might be
 */
export function fitNetwork(
  candidates: readonly Candidate[],
  measured: ReadonlyMap<string, number>,
  intervalMs: number,
): {use: string} | {measure: string} {
  const timeOf = ({name, cost}: Candidate): number => {
    const time = measured.get(name);
    if (time !== undefined) return time;
    const ratio = (other: Candidate) => Math.max(other.cost / cost, cost / other.cost);
    const nearest = candidates
      .filter((other) => measured.has(other.name))
      .reduce((best, other) => (ratio(other) < ratio(best) ? other : best));
    return (measured.get(nearest.name) ?? 0) * (cost / nearest.cost);
  };
  const largestWithin = (interval: number) =>
    candidates.findLast((candidate) => timeOf(candidate) <= interval * BUDGET_SHARE);

  const best = largestWithin(intervalMs) ?? largestWithin(LONGEST_INTERVAL_MS);
  if (best) return measured.has(best.name) ? {use: best.name} : {measure: best.name};
  const [smallest] = candidates;
  if (!smallest) throw new Error('Expected a network to choose, but there is none.');
  return {use: smallest.name};
}
