import {laterPart} from '../later-part.ts';
import {createFilms, type FilmParts, type Films} from './films.ts';
import {createJobs, type Jobs} from './jobs.ts';
import type {LoopParts, Loops} from './loops.ts';
import {createPictures, type PictureParts, type Pictures} from './pictures.ts';

/** What exports need from the studio. */
export type ExportParts = FilmParts & LoopParts & PictureParts;

/** What is made beside what the canvas shows. */
export type Exports = {
  /** Pauses, resumes and cancels what is made now. */
  jobs: Pick<Jobs, 'pause' | 'resume' | 'cancel'>;
  films: Films;
  pictures: Pictures;
  /** Come when they are first asked for. */
  loops: () => Promise<Loops>;
};

/** @param signal cancels all of them */
export function createExports(parts: ExportParts, signal: AbortSignal): Exports {
  const jobs = createJobs(parts.store, signal);
  return {
    jobs,
    films: createFilms(parts, jobs),
    pictures: createPictures(parts, jobs),
    loops: laterPart(async () => (await import('./loops.ts')).createLoops(parts, jobs, signal)),
  };
}
