import type {Colour, Cover, Paint, PaintLayer, Region, Regions} from '../../gpu/painter.ts';
import {mixCodes} from '../../network/style-code.ts';

/** What covers a region of a paint, and the layer, if that is one. */
type Covered = {cover: Cover; layer: PaintLayer | undefined};

/**
 * What lies between two paints: everything that can be mixed is, region by region, by a share of 0…1 of the
 * second; what cannot switches in the middle, as another network does, or a style that gives way to the frame.
 */
export function between(from: Paint, to: Paint, share: number): Paint {
  const nearer = share < 0.5 ? from : to;
  if (from.network !== to.network) return nearer;
  const pairs: (readonly [PaintLayer, PaintLayer])[] = [];

  function mixOf(one: PaintLayer, other: PaintLayer): Cover {
    const known = pairs.findIndex(([first, second]) => first === one && second === other);
    return {by: 'paint', layer: known < 0 ? pairs.push([one, other]) - 1 : known};
  }

  function coverOf(where?: Region['where']): Cover {
    const [one, other] = [coveredBy(from, where), coveredBy(to, where)];
    if (one.layer && other.layer) return mixOf(one.layer, other.layer);
    if (one.cover.by === 'colour' && other.cover.by === 'colour') {
      const {rgb} = other.cover;
      const [red, green, blue] = one.cover.rgb.map((value, at) =>
        mixed(value, rgb[at] ?? 0, share),
      );
      return {by: 'colour', rgb: [red ?? 0, green ?? 0, blue ?? 0]};
    }
    const {cover, layer} = share < 0.5 ? one : other;
    return layer ? mixOf(layer, layer) : cover;
  }

  const background = coverOf();
  const regions =
    nearer === from
      ? regionsBetween(from.regions, to.regions, share)
      : regionsBetween(to.regions, from.regions, 1 - share);
  const over = regions?.over.map(({where}) => ({where, cover: coverOf(where)})) ?? [];
  const layers = pairs.map(([one, other]) => layerBetween(one, other, share));
  const colour = colourBetween(from.colour, to.colour, share);
  return {...nearer, layers, colour, ...(regions && {regions: {...regions, background, over}})};
}

/** What covers a region; where a paint has none of that name, the background goes on in it. */
function coveredBy({layers, regions}: Paint, where?: Region['where']): Covered {
  const region = regions?.over.find((each) => each.where === where);
  const cover = (region ?? {cover: regions?.background}).cover ?? {by: 'paint', layer: 0};
  return {cover, layer: cover.by === 'paint' ? layers[cover.layer] : undefined};
}

/**
 * The regions of both, with the mask of the nearer. A mask that only the other has is there, too, unless persons
 * of the nearer would be under it.
 *
 * @param share of the farther one
 */
function regionsBetween(
  near: Paint['regions'],
  far: Paint['regions'],
  share: number,
): Regions | undefined {
  if (!near || !far) return near ?? far;
  const isPerson = ({where}: Region) => where === 'person';
  const person = near.over.find(isPerson) ?? far.over.find(isPerson);
  const painted = near.mask || near.over.some(isPerson) ? near : far;
  const hands = painted.over.filter((region) => !isPerson(region));
  const edge = {
    threshold: mixed(near.edge.threshold, far.edge.threshold, share),
    feather: mixed(near.edge.feather, far.edge.feather, share),
  };
  return {...near, edge, over: [...(person ? [person] : []), ...hands], mask: painted.mask};
}

function layerBetween(one: PaintLayer, other: PaintLayer, share: number): PaintLayer {
  const code =
    one.code === other.code
      ? one.code
      : mixCodes([
          {code: one.code, weight: 1 - share},
          {code: other.code, weight: share},
        ]);
  return {code, alpha: mixed(one.alpha, other.alpha, share)};
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
