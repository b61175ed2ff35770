import {ALPHA_RANGE} from './alpha-key.ts';
import type {InAddress} from './look-key.ts';

/**
 * What covers persons, or what is behind them: the look, or a style of its own, each at the look's strength unless it
 * has its own; what was filmed, as it is or blurred; one colour (`#rrggbb`); or nothing.
 */
export type RegionCover =
  | {by: 'look'; alpha?: number}
  | {by: 'style'; id: string; alpha?: number}
  | {by: 'frame' | 'blur' | 'none'}
  | {by: 'colour'; colour: string};

/** Painted as the look says. */
export const AS_LOOK: RegionCover = {by: 'look'};

/** Whether two covers are the same. */
export function isSameCover(one: RegionCover, other: RegionCover): boolean {
  return writeCover(one) === writeCover(other);
}

/**
 * A region's cover: `?background=blur`, `frame`, `none`, `colour:ff8800`, `style:mosaic`, `style:mosaic:0.8`;
 * `?person=look:0.4`.
 */
export function regionKey(key: 'person' | 'background'): InAddress<RegionCover> {
  return {
    first: () => AS_LOOK,
    check: (value) => (isCover(value) ? undefined : {key: 'look.region'}),
    address: {
      key,
      read(text) {
        const value = readCover(text);
        return isCover(value)
          ? {value}
          : {problems: [{key: 'address.region', values: {key, text}}]};
      },
      write: (cover) => (isSameCover(cover, AS_LOOK) ? undefined : writeCover(cover)),
    },
  };
}

/** Whether something is a cover, which a program may have made up. */
export function isCover(value: unknown): value is RegionCover {
  const {by, id, colour, alpha} = (value ?? {}) as Partial<Record<string, unknown>>;
  switch (by) {
    case 'style':
      return typeof id === 'string' && id !== '' && isStrength(alpha);
    case 'look':
      return isStrength(alpha);
    case 'colour':
      return typeof colour === 'string' && /^#[0-9a-f]{6}$/i.test(colour);
    default:
      return by === 'frame' || by === 'blur' || by === 'none';
  }
}

function isStrength(alpha: unknown): boolean {
  if (alpha === undefined) return true;
  return typeof alpha === 'number' && alpha >= 0 && alpha <= ALPHA_RANGE.max;
}

function readCover(text: string): unknown {
  const [by, ...rest] = text.split(':');
  if (by === 'colour') return {by, colour: `#${rest.join(':')}`};
  const id = by === 'style' ? {id: rest.shift()} : {};
  const [strength] = rest;
  const alpha = strength === undefined ? {} : {alpha: strength.trim() ? Number(strength) : NaN};
  return {by, ...id, ...alpha};
}

function writeCover(cover: RegionCover): string {
  if (cover.by === 'colour') return `colour:${cover.colour.slice(1)}`;
  const id = cover.by === 'style' ? [cover.id] : [];
  const alpha =
    'alpha' in cover && cover.alpha !== undefined ? [Math.round(100 * cover.alpha) / 100] : [];
  return [cover.by, ...id, ...alpha].join(':');
}
