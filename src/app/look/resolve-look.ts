import type {Paint} from '../../gpu/painter.ts';
import {mixCodes, type StyleCode} from '../../network/style-code.ts';
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
  const codes = look.styles.map(({id}) => {
    const known = analyst.recall(id);
    if (!known) onWait(id);
    return known ?? analyst.analyze(id);
  });
  return paintOf(look, analyst, await Promise.all(codes));
}

/** The same at once, if every style of the look is known. */
export function recallLook(look: Look, analyst: StyleAnalyst): Paint | undefined {
  const codes = look.styles.map(({id}) => analyst.recall(id));
  return codes.every((code) => code !== undefined) ? paintOf(look, analyst, codes) : undefined;
}

function paintOf({styles, alpha}: Look, {network}: StyleAnalyst, codes: StyleCode[]): Paint {
  const parts = codes.map((code, index) => ({code, weight: styles[index]?.weight ?? 0}));
  return {network, layers: [{code: mixCodes(parts), alpha}], colour: 'style'};
}
