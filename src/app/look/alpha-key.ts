import type {InAddress} from './look-key.ts';

/** The least and the most of α: above 1 it goes on along the same line, past the style. */
export const ALPHA_RANGE = {min: 0, max: 1.5} as const;

/** The nearest α there is. */
export function clampAlpha(alpha: number): number {
  return Math.min(ALPHA_RANGE.max, Math.max(ALPHA_RANGE.min, alpha));
}

/** Style strength: 0 gives the content back, 1 the style in full (the paper's α): `?alpha=0.5`. */
export const alphaKey: InAddress<number> = {
  first: () => 1,
  check: (value) =>
    typeof value === 'number' && clampAlpha(value) === value
      ? undefined
      : {key: 'look.alpha-range', values: {alpha: String(value)}},
  address: {
    key: 'alpha',
    read(text) {
      const alpha = Number(text);
      if (text.trim() === '' || Number.isNaN(alpha)) {
        return {problems: [{key: 'address.alpha-number', values: {text}}]};
      }
      const used = clampAlpha(alpha);
      if (used === alpha) return {value: alpha};
      return {value: used, problems: [{key: 'address.alpha-range', values: {text, used}}]};
    },
    write: String,
  },
};
