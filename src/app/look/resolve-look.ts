import type {Cover, Paint, PaintLayer} from '../../gpu/painter.ts';
import {mixCodes, type StyleCode} from '../../network/style-code.ts';
import {STROKE_SIDES} from '../styles/stroke.ts';
import type {StyleAnalyst} from '../styles/style-analyst.ts';
import type {Look} from './look-table.ts';
import type {RegionCover} from './region-key.ts';

/** The styles that a look paints with, by their ids: those of its mix, and those of its regions. */
export function stylesOfLook({styles, person, background}: Look): string[] {
  const ids = styles.map(({id}) => id);
  for (const cover of [person, background]) if (cover.by === 'style') ids.push(cover.id);
  return [...new Set(ids)];
}

/**
 * What to paint for a look, once its styles are known: their codes are computed or loaded.
 *
 * @param onWait called with each style whose code is not at hand
 * @throws SourceError if the picture of a style cannot be read
 */
export async function resolveLook(
  look: Look,
  analyst: StyleAnalyst,
  onWait: (id: string) => void,
): Promise<Paint> {
  const side = STROKE_SIDES[look.stroke];
  const codes = stylesOfLook(look).map(async (id) => {
    const known = analyst.recall(id, side);
    if (!known) onWait(id);
    return [id, known ?? (await analyst.analyze(id, side))] as const;
  });
  return paintOf(look, analyst, new Map(await Promise.all(codes)));
}

/** The same at once, if every style of the look is known. */
export function recallLook(look: Look, analyst: StyleAnalyst): Paint | undefined {
  const side = STROKE_SIDES[look.stroke];
  const ids = stylesOfLook(look);
  return paintWithAll(
    look,
    analyst,
    ids.map((id) => [id, analyst.recall(id, side)]),
  );
}

/**
 * What to paint until a look is resolved: with the sketches of those styles that are not known yet.
 * Undefined where one has none.
 */
export async function sketchLook(look: Look, analyst: StyleAnalyst): Promise<Paint | undefined> {
  const side = STROKE_SIDES[look.stroke];
  const codes = stylesOfLook(look).map(
    async (id) => [id, analyst.recall(id, side) ?? (await analyst.sketch(id, side))] as const,
  );
  return paintWithAll(look, analyst, await Promise.all(codes));
}

function paintWithAll(
  look: Look,
  analyst: StyleAnalyst,
  codes: readonly (readonly [id: string, code: StyleCode | undefined])[],
): Paint | undefined {
  const known = codes.flatMap(([id, code]) => (code ? [[id, code] as const] : []));
  return known.length === codes.length ? paintOf(look, analyst, new Map(known)) : undefined;
}

/** @param codes of all styles of the look */
function paintOf(
  look: Look,
  {network}: StyleAnalyst,
  codes: ReadonlyMap<string, StyleCode>,
): Paint {
  const {styles, alpha, colour, calm, person, background, edge} = look;
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
  const [behind, before] = [coverOf(background), coverOf(person)];
  const paint = {network, layers, colour, calm};
  if (behind.by === 'paint' && before.by === 'paint' && layers.length === 1) return paint;
  return {...paint, regions: {background: behind, over: [{where: 'person', cover: before}], edge}};
}

/** In 0…1. */
function rgbOf(colour: string): [number, number, number] {
  const value = parseInt(colour.slice(1), 16);
  return [(value >> 16) / 255, ((value >> 8) & 255) / 255, (value & 255) / 255];
}
