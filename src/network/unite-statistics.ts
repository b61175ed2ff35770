import type {StyleStatistics} from './style-statistics.ts';

/**
 * The statistics of a picture from those of its parts, as if they had been taken of the whole (after Chan et al. 1979,
 * "Updating Formulae and a Pairwise Algorithm for Computing Sample Variances").
 *
 * @param parts at least one, with how much of the picture it is; shares are relative
 */
export function uniteStatistics(
  parts: readonly {statistics: StyleStatistics; share: number}[],
): StyleStatistics {
  const total = parts.reduce((sum, {share}) => sum + share, 0);
  const levels = Object.keys(parts[0]?.statistics ?? {});
  return Object.fromEntries(levels.map((level) => [level, uniteLevel(level)]));

  function uniteLevel(level: string) {
    const known = parts.flatMap(({statistics, share}) => {
      const own = statistics[level];
      return own ? [{...own, share: share / total}] : [];
    });
    const sumOf = (term: (part: (typeof known)[number]) => number) =>
      known.reduce((sum, part) => sum + part.share * term(part), 0);
    const mean = Float64Array.from(known[0]?.mean ?? [], (_, channel) =>
      sumOf((part) => part.mean[channel] ?? 0),
    );
    // The variance within the parts, what keeps it above zero included, and that between them.
    const std = mean.map((middle, channel) =>
      Math.sqrt(
        sumOf((part) => (part.std[channel] ?? 0) ** 2 + ((part.mean[channel] ?? 0) - middle) ** 2),
      ),
    );
    return {mean: Float32Array.from(mean), std: Float32Array.from(std)};
  }
}
