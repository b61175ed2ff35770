/** The middle of some measurements, and the quartiles around it: half of them lie in between. */
export type Summary = {median: number; low: number; high: number};

/** Summarizes measurements; quantiles between two of them are interpolated. */
export function summarize(values: readonly number[]): Summary {
  const sorted = values.toSorted((a, b) => a - b);
  return {
    median: quantile(sorted, 0.5),
    low: quantile(sorted, 0.25),
    high: quantile(sorted, 0.75),
  };
}

/**
 * How much longer `first` takes than `second`: the ratio of their medians, and the quartiles of the
 * ratios turn by turn. Both were measured in turns, so what slows the machine for a while slows both.
 */
export function compare(first: readonly number[], second: readonly number[]): Summary {
  const ratios = first.map((value, turn) => value / (second[turn] ?? NaN));
  return {
    ...summarize(ratios),
    median: summarize(first).median / summarize(second).median,
  };
}

function quantile(sorted: readonly number[], share: number): number {
  const place = share * (sorted.length - 1);
  const below = sorted[Math.floor(place)] ?? NaN;
  const above = sorted[Math.ceil(place)] ?? NaN;
  return below + (above - below) * (place % 1);
}
