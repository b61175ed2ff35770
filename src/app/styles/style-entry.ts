import {AppError} from '../notices/app-error.ts';
import type {AppState} from '../state.ts';
import type {StyleEntry} from './styles-state.ts';

/**
 * What is shown of a style.
 *
 * @throws AppError if there is none of this id
 */
export function styleEntry({styles}: Pick<AppState, 'styles'>, id: string): StyleEntry {
  const entry = styles.entries.find((style) => style.id === id);
  if (!entry) throw new AppError({key: 'style.unknown', values: {id}});
  return entry;
}
