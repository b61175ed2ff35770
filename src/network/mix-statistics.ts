import type {StyleStatistics} from './style-statistics.ts';

/**
 * The weighted mean of several styles' statistics: what lies between the styles (the paper's
 * equation 15, done on μ and σ, which AdaIN is linear in).
 *
 * @param parts at least one, all of one network; weights are relative and not negative
 * @throws if there is no part with a positive weight
 */
export function mixStatistics(
  parts: readonly {statistics: StyleStatistics; weight: number}[],
): StyleStatistics {
  const used = parts.filter(({weight}) => weight > 0);
  const first = used[0];
  if (!first) throw new Error('Expected a style with a weight above 0, but got none.');
  if (used.length === 1) return first.statistics;

  const total = used.reduce((sum, {weight}) => sum + weight, 0);
  const mix = (read: (statistics: StyleStatistics) => Float32Array | undefined) => {
    const mixed = new Float32Array(read(first.statistics)?.length ?? 0);
    for (const {statistics, weight} of used) {
      read(statistics)?.forEach((value, channel) => {
        mixed[channel] = (mixed[channel] ?? 0) + (value * weight) / total;
      });
    }
    return mixed;
  };
  const levels = Object.keys(first.statistics);
  return Object.fromEntries(
    levels.map((level) => [
      level,
      {
        mean: mix((statistics) => statistics[level]?.mean),
        std: mix((statistics) => statistics[level]?.std),
      },
    ]),
  );
}
