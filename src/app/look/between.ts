import type {Colour, Paint, PaintLayer} from '../../gpu/painter.ts';
import {mixCodes} from '../../network/style-code.ts';

/**
 * What lies between two paints: everything that can be mixed is, by a share of 0…1 of the second; what
 * cannot switches in the middle, as another network does.
 */
export function between(from: Paint, to: Paint, share: number): Paint {
  const nearer = share < 0.5 ? from : to;
  if (from.network !== to.network || !areAlike(from, to)) return nearer;
  const layers = from.layers.map((one, index): PaintLayer => {
    const other = to.layers[index] ?? one;
    const code =
      one.code === other.code
        ? one.code
        : mixCodes([
            {code: one.code, weight: 1 - share},
            {code: other.code, weight: share},
          ]);
    return {code, alpha: mixed(one.alpha, other.alpha, share)};
  });
  return {...nearer, layers, colour: colourBetween(from.colour, to.colour, share)};
}

/** Whether layers of two paints cover the same regions. */
function areAlike(one: Paint, other: Paint): boolean {
  const coversOf = ({regions}: Paint) =>
    JSON.stringify(regions && [regions.background, regions.over]);
  return one.layers.length === other.layers.length && coversOf(one) === coversOf(other);
}

/** Colours of the style are those of either way, by no share. */
function colourBetween(from: Colour, to: Colour, share: number): Colour {
  if (from.by === to.by || from.share === 0 || to.share === 0) {
    const {by} = from.share === 0 ? to : from;
    return {by, share: mixed(from.share, to.share, share)};
  }
  return share < 0.5 ? from : to;
}

function mixed(from: number, to: number, share: number): number {
  return from + (to - from) * share;
}
