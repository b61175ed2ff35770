import type {Engine} from '../../live/engine.ts';
import type {Networks} from '../networks/networks.ts';

/**
 * Gets ready for a style that may be picked next, so that it is painted with at once: fetches what was
 * fitted to it, and for an own one to come lets the engine compile its analysis. What fails now is told
 * when the style is picked.
 *
 * @param id of a style that is there; undefined for one that a person may add
 * @param side at which it will be analysed, in pixels
 */
export function expectStyle(
  {painting: {analyst}}: Pick<Networks, 'painting'>,
  engine: Pick<Engine, 'prepareAnalysis'>,
  id: string | undefined,
  side: number,
): void {
  let ready: Promise<unknown> | undefined;
  if (id === undefined) ready = engine.prepareAnalysis(analyst.network, side);
  else if (analyst.isFitted(id, side)) ready = analyst.analyze(id, side);
  ready?.catch(() => {});
}
