import type {Paint} from '../../gpu/painter.ts';
import {mixCodes, type StyleCode} from '../../network/style-code.ts';
import {STROKE_SIDES} from '../styles/stroke.ts';
import type {StyleAnalyst} from '../styles/style-analyst.ts';
import type {Look} from './look-table.ts';

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
  const codes = look.styles.map(({id}) => {
    const known = analyst.recall(id, side);
    if (!known) onWait(id);
    return known ?? analyst.analyze(id, side);
  });
  return paintOf(look, analyst, await Promise.all(codes));
}

/** The same at once, if every style of the look is known. */
export function recallLook(look: Look, analyst: StyleAnalyst): Paint | undefined {
  const side = STROKE_SIDES[look.stroke];
  return paintWithAll(
    look,
    analyst,
    look.styles.map(({id}) => analyst.recall(id, side)),
  );
}

/**
 * What to paint until a look is resolved: with the sketches of those styles that are not known yet.
 * Undefined where one has none.
 */
export async function sketchLook(look: Look, analyst: StyleAnalyst): Promise<Paint | undefined> {
  const side = STROKE_SIDES[look.stroke];
  const codes = look.styles.map(({id}) => analyst.recall(id, side) ?? analyst.sketch(id, side));
  return paintWithAll(look, analyst, await Promise.all(codes));
}

function paintWithAll(
  look: Look,
  analyst: StyleAnalyst,
  codes: readonly (StyleCode | undefined)[],
): Paint | undefined {
  return codes.every((code) => code !== undefined) ? paintOf(look, analyst, codes) : undefined;
}

function paintOf(
  {styles, alpha, colour, calm}: Look,
  {network}: StyleAnalyst,
  codes: readonly StyleCode[],
): Paint {
  const parts = codes.map((code, index) => ({code, weight: styles[index]?.weight ?? 0}));
  return {network, layers: [{code: mixCodes(parts), alpha}], colour, calm};
}
