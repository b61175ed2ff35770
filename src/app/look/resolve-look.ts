import type {Cover, Paint, PaintedMask, PaintLayer, Region} from '../../gpu/painter.ts';
import {mixCodes, type StyleCode} from '../../network/style-code.ts';
import type {MaskPictures} from '../regions/mask-pictures.ts';
import {STROKE_SIDES} from '../styles/stroke.ts';
import type {StyleAnalyst} from '../styles/style-analyst.ts';
import {coversOf} from './covers.ts';
import type {Look} from './look-table.ts';
import {isSameCover, type RegionCover} from './region-key.ts';

/** The styles that a look paints with, by their ids: those of its mix, and those of its regions. */
export function stylesOfLook(look: Look): string[] {
  const ids = look.styles.map(({id}) => id);
  for (const cover of coversOf(look)) if (cover.by === 'style') ids.push(cover.id);
  return [...new Set(ids)];
}

type Masks = Pick<MaskPictures, 'recall' | 'read'>;

/**
 * What to paint for a look, once its styles are known: their codes are computed or loaded.
 *
 * @param onWait called with each style whose code is not at hand
 * @throws SourceError if the picture of a style cannot be read
 */
export async function resolveLook(
  look: Look,
  analyst: StyleAnalyst,
  masks: Masks,
  onWait: (id: string) => void,
): Promise<Paint> {
  const side = STROKE_SIDES[look.stroke];
  const codes = stylesOfLook(look).map(async (id) => {
    const known = analyst.recall(id, side);
    if (!known) onWait(id);
    return [id, known ?? (await analyst.analyze(id, side))] as const;
  });
  const {mask} = look.painted;
  const picture = mask && (masks.recall(mask) ?? (await masks.read(mask)));
  return paintOf(look, analyst, new Map(await Promise.all(codes)), picture || undefined);
}

/** The same at once, if every style of the look is known, and its mask. */
export function recallLook(look: Look, analyst: StyleAnalyst, masks: Masks): Paint | undefined {
  const side = STROKE_SIDES[look.stroke];
  const ids = stylesOfLook(look);
  return paintWithAll(
    look,
    analyst,
    masks,
    ids.map((id) => [id, analyst.recall(id, side)]),
  );
}

/**
 * What to paint until a look is resolved: with the sketches of those styles that are not known yet.
 * Undefined where one has none.
 */
export async function sketchLook(
  look: Look,
  analyst: StyleAnalyst,
  masks: Masks,
): Promise<Paint | undefined> {
  const side = STROKE_SIDES[look.stroke];
  const codes = stylesOfLook(look).map(
    async (id) => [id, analyst.recall(id, side) ?? (await analyst.sketch(id, side))] as const,
  );
  return paintWithAll(look, analyst, masks, await Promise.all(codes));
}

function paintWithAll(
  look: Look,
  analyst: StyleAnalyst,
  masks: Masks,
  codes: readonly (readonly [id: string, code: StyleCode | undefined])[],
): Paint | undefined {
  const {mask} = look.painted;
  const picture = mask ? masks.recall(mask) : undefined;
  const known = codes.flatMap(([id, code]) => (code ? [[id, code] as const] : []));
  if (known.length < codes.length || (mask && !picture)) return undefined;
  return paintOf(look, analyst, new Map(known), picture);
}

/**
 * @param codes of all styles of the look
 * @param mask of what is painted by hand; undefined where nothing is
 */
function paintOf(
  look: Look,
  {network}: StyleAnalyst,
  codes: ReadonlyMap<string, StyleCode>,
  mask: PaintedMask | undefined,
): Paint {
  const {styles, alpha, colour, calm, person, background, edge, painted} = look;
  const codeOf = (id: string): StyleCode => {
    const code = codes.get(id);
    if (!code) throw new Error(`Expected the code of the style ${id}.`);
    return code;
  };
  const mix = mixCodes(styles.map(({id, weight}) => ({code: codeOf(id), weight})));
  const layers: PaintLayer[] = [];

  function layerOf(layer: PaintLayer): number {
    const known = layers.findIndex(
      (other) => other.code === layer.code && other.alpha === layer.alpha,
    );
    return known < 0 ? layers.push(layer) - 1 : known;
  }

  function coverOf(cover: RegionCover): Cover {
    switch (cover.by) {
      case 'look':
        return {by: 'paint', layer: layerOf({code: mix, alpha: cover.alpha ?? alpha})};
      case 'style':
        return {by: 'paint', layer: layerOf({code: codeOf(cover.id), alpha: cover.alpha ?? alpha})};
      case 'colour':
        return {by: 'colour', rgb: rgbOf(cover.colour)};
      default:
        return cover;
    }
  }

  // What is behind comes first: it is painted all over as long as it is not known where persons are.
  const behind = coverOf(background);
  const over: Region[] = [];
  if (!isSameCover(person, background)) over.push({where: 'person', cover: coverOf(person)});
  if (mask) over.push({where: 'red', cover: coverOf(painted.red)});
  if (mask) over.push({where: 'green', cover: coverOf(painted.green)});
  const paint = {network, layers, colour, calm};
  const isOne = [behind, ...over.map(({cover}) => cover)].every(({by}) => by === 'paint');
  if (isOne && layers.length === 1) return paint;
  return {...paint, regions: {background: behind, over, edge, mask}};
}

/** In 0…1. */
function rgbOf(colour: string): [number, number, number] {
  const value = parseInt(colour.slice(1), 16);
  return [(value >> 16) / 255, ((value >> 8) & 255) / 255, (value & 255) / 255];
}
