import {FilmError, type FilmProblem} from '../../capture/films/film-error.ts';
import type {PlainKey} from '../../words/message.ts';
import {AppError} from '../notices/app-error.ts';

const KEYS: Record<FilmProblem, PlainKey> = {
  unreadable: 'film.unreadable',
  'no-picture': 'film.no-picture',
  codec: 'film.codec',
  encoder: 'film.encoder',
  broken: 'film.broken',
  full: 'film.full',
  'file-full': 'film.file-full',
};

/** What is said of a film that broke off at a time, while what was painted is kept. */
export function keptInWords(cause: FilmError, timeMs: number): AppError {
  const key = cause.problem === 'full' ? 'film.full-kept' : 'film.broken-kept';
  return new AppError({key, values: {at: {ms: timeMs}}}, {cause});
}

/** Does something with a film; what is wrong with it becomes a sentence. */
export async function inFilmWords<Result>(run: () => Promise<Result>): Promise<Result> {
  try {
    return await run();
  } catch (cause) {
    if (cause instanceof FilmError) throw new AppError({key: KEYS[cause.problem]}, {cause});
    throw cause;
  }
}
