import type {LookKey} from './look-key.ts';
import {AS_LOOK, isCover, type RegionCover} from './region-key.ts';

/**
 * Regions that a person has painted on the frame: the mask, red in one and green in the other, as the `data:` address
 * of a PNG that is as wide and high as the frame, whatever its shape; and what covers them. '' is nothing painted.
 */
export type PaintedRegions = {mask: string; red: RegionCover; green: RegionCover};

/** Nobody has painted anything. */
export const NOT_PAINTED: PaintedRegions = {mask: '', red: AS_LOOK, green: AS_LOOK};

/** The longest mask, in characters: some hundred times what a hand paints. */
const LONGEST = 1_000_000;

/** An address has no room for it. */
export const paintedKey: LookKey<PaintedRegions> = {
  first: () => NOT_PAINTED,
  check: (value) => (isPainted(value) ? undefined : {key: 'look.painted'}),
};

function isPainted(value: unknown): value is PaintedRegions {
  const {mask, red, green} = (value ?? {}) as Partial<Record<string, unknown>>;
  const isMask =
    typeof mask === 'string' &&
    mask.length <= LONGEST &&
    (mask === '' || mask.startsWith('data:image/png;base64,'));
  return isMask && isCover(red) && isCover(green);
}
