import type {AppState} from '../state.ts';
import {heaviestStyle} from './heaviest-style.ts';
import type {Look} from './look-table.ts';

/** The style `step` places further in the gallery than the heaviest of a look, around the end, by its id. */
export function styleBeside(
  {entries}: AppState['styles'],
  look: Pick<Look, 'styles'>,
  step: 1 | -1,
): string | undefined {
  const picked = heaviestStyle(look);
  const index = entries.findIndex(({id}) => id === picked);
  return entries.at((index + step) % entries.length)?.id;
}
