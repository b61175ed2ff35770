import {isMix, type WeightedStyle} from './styles-key.ts';

/** A mix that is made in the page has so many styles at most: the corners of a pad. */
export const MOST_MIXED = 4;

/** What each style of a mix counts, 0…1; together they are 1. */
export function sharesOf(styles: readonly WeightedStyle[]): number[] {
  const sum = styles.reduce((total, {weight}) => total + weight, 0);
  return styles.map(({weight}) => weight / sum);
}

/** The styles with shares of their own, in the same order. */
export function withShares(
  styles: readonly WeightedStyle[],
  shares: readonly number[],
): WeightedStyle[] {
  return styles.map(({id}, index) => ({id, weight: shares[index] ?? 0}));
}

/** The mix with one style more, which counts as much as the others on average, or without that style. */
export function toggled(styles: readonly WeightedStyle[], id: string): WeightedStyle[] {
  const others = styles.filter((style) => style.id !== id);
  if (others.length < styles.length) {
    if (others.length === 0) return [...styles];
    return withShares(others, isMix(others) ? sharesOf(others) : evenShares(others.length));
  }
  const mixed = [...withShares(styles, sharesOf(styles)), {id, weight: 1 / styles.length}];
  return withShares(mixed, sharesOf(mixed));
}

/** The shares where one is set: the others share what is left as before, or evenly where they had none. */
export function withShare(shares: readonly number[], index: number, share: number): number[] {
  const left = shares.reduce((sum, each, at) => (at === index ? sum : sum + each), 0);
  const others = shares.length - 1;
  return shares.map((each, at) => {
    if (at === index) return share;
    return (1 - share) * (left > 0 ? each / left : 1 / others);
  });
}

/** As many shares, all the same. */
export function evenShares(count: number): number[] {
  return Array.from({length: count}, () => 1 / count);
}
