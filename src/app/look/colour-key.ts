import type {Colour} from '../../gpu/painter.ts';
import type {InAddress} from './look-key.ts';

/** What of the scene's colours can come back. */
export const COLOUR_WAYS: readonly Colour['by'][] = ['luminance', 'palette'];

/** Colours of the style. */
export const STYLE_COLOURS: Colour = {by: 'luminance', share: 0};

/**
 * Whose colours the painting has: `?colour=luminance` leaves the scene's chroma, `?colour=palette` its mean
 * and covariance, `?colour=palette:0.5` half of that.
 */
export const colourKey: InAddress<Colour> = {
  first: () => STYLE_COLOURS,
  check: (value) => (isColour(value) ? undefined : {key: 'look.colour'}),
  address: {
    key: 'colour',
    read(text) {
      const [by, share = '1'] = text.split(':');
      const value = {by, share: share.trim() === '' ? NaN : Number(share)};
      return isColour(value) ? {value} : {problems: [{key: 'address.colour', values: {text}}]};
    },
    write({by, share}) {
      if (share === 0) return undefined;
      return share === 1 ? by : `${by}:${Math.round(share * 100) / 100}`;
    },
  },
};

function isColour(value: unknown): value is Colour {
  const {by, share} = (value ?? {}) as Partial<Record<keyof Colour, unknown>>;
  const isWay = (COLOUR_WAYS as readonly unknown[]).includes(by);
  return isWay && typeof share === 'number' && share >= 0 && share <= 1;
}
