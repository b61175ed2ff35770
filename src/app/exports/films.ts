import type {Film} from '../../capture/films/film.ts';
import {FilmError} from '../../capture/films/film-error.ts';
import type {FilmFile} from '../../capture/films/film-file.ts';
import type {Paint} from '../../gpu/painter.ts';
import type {TuningMemory} from '../../gpu/tuning-memory.ts';
import {openFramePainter} from '../../live/frame-painter.ts';
import type {Clips} from '../captures/clips.ts';
import {BITS_PER_PIXEL} from '../captures/take.ts';
import {lookOfCue} from '../cues/look-of-cue.ts';
import {loadPart} from '../load-part.ts';
import type {Looks} from '../look/looks.ts';
import {resolveLook} from '../look/resolve-look.ts';
import type {Networks} from '../networks/networks.ts';
import {AppError} from '../notices/app-error.ts';
import type {Notices} from '../notices/notices.ts';
import type {Sources} from '../sources/sources.ts';
import type {AppState} from '../state.ts';
import type {Store} from '../store.ts';
import {type FilmAbout, type FilmChoice, filmSize} from './film-choice.ts';
import {type FilmStep, paintAlong} from './film-look.ts';
import {inFilmWords, keptInWords} from './film-words.ts';
import type {Job, Jobs} from './jobs.ts';

/** What films need from the studio. */
export type FilmParts = {
  store: Store<AppState>;
  notices: Pick<Notices, 'show'>;
  networks: Promise<Pick<Networks, 'painting'>>;
  looks: Pick<Looks, 'current' | 'masks'>;
  sources: Pick<Sources, 'film'>;
  clips: Pick<Clips, 'keep'>;
  memory: TuningMemory;
};

/** Paints films from files, frame by frame, beside the live picture. */
export type Films = {
  /** The film on the stage, where that was opened from a file. */
  onStage(): File | undefined;
  /** @throws AppError where it cannot be painted */
  describe(file: Blob): Promise<FilmAbout>;
  /**
   * Paints a film; it becomes a clip, or is in the file that was chosen for it.
   *
   * @param choice what is left out is as on the stage, and as large as the film
   * @returns the painted film, unless it is in a file that was chosen
   * @throws AppError where it cannot be, with nothing left of it; AbortError where it was cancelled
   */
  paint(file: File, choice?: Partial<FilmChoice>): Promise<File | undefined>;
};

/** Sound takes about this, in bits a second. */
const SOUND_BITS = 192_000;

/** @param jobs where films wait their turn */
export function createFilms(parts: FilmParts, jobs: Pick<Jobs, 'run'>): Films {
  const {store, notices, networks, looks, clips, memory} = parts;

  /** The looks along a film, resolved for the network that paints. */
  async function stepsOf({cues}: FilmChoice): Promise<FilmStep[]> {
    const {analyst} = (await networks).painting;
    const now = looks.current();
    const {list} = store.get().cues;
    const resolve = (look: typeof now) => resolveLook(look, analyst, looks.masks, () => {});
    const chosen = cues.flatMap(({id, atMs}) => {
      const cue = list.find((it) => it.id === id);
      return cue ? [{cue, atMs}] : [];
    });
    if (chosen.length === 0) return [{atMs: 0, paint: await resolve(now), fadeMs: 0}];
    const steps = chosen
      .toSorted((one, other) => one.atMs - other.atMs)
      .map(async ({cue, atMs}) => {
        const {look} = lookOfCue(cue, store.get().styles.entries);
        return {atMs, paint: await resolve({...now, ...look}), fadeMs: cue.fadeMs};
      });
    return Promise.all(steps);
  }

  async function make(film: Film, file: File, choice: FilmChoice, job: Job) {
    const kit = await loadKit();
    const size = filmSize(film, choice.shortSide);
    const bitsPerPixel = BITS_PER_PIXEL[choice.bitrate];
    const encoding = await kit.pickFilmEncoding({...size, frameRate: film.frameRate, bitsPerPixel});
    const bytes = ((encoding.bitsPerSecond + SOUND_BITS) / 8) * (film.durationMs / 1000);
    if (!choice.into) await expectRoom(bytes);
    const steps = await stepsOf(choice);
    const painter = await openFramePainter({
      network: (await networks).painting.analyst.network,
      paintAt: paintAlong(steps),
      frame: film,
      shortSide: choice.paintSide,
      size,
      regions: await regionsOf(steps),
      memory,
      signal: job.signal,
    }).catch((cause: unknown) => {
      throw new AppError({key: 'film.no-painter'}, {cause});
    });
    let target: FilmFile | undefined;
    let paintedMs = 0;

    async function keep(durationMs: number): Promise<File | undefined> {
      const made = await target?.finish(job.signal);
      const origin = {name: file.name, file: made?.file ?? null};
      if (made) clips.keep(made.film, 'video', encoding.container, durationMs, origin);
      return made?.film;
    }

    try {
      const {container} = encoding;
      const {into} = choice;
      target = await (into ? kit.openChosenFile(into) : kit.openOwnFile(container, bytes));
      const {hasSound} = await kit.convertFilm(film, {
        encoding,
        writable: target.writable,
        passing: target.passing,
        paint: painter.paint,
        onFrame(timeMs) {
          paintedMs = timeMs;
          return job.reach(timeMs / film.durationMs, farOf(timeMs, film));
        },
        signal: job.signal,
      });
      const made = await keep(film.durationMs);
      if (!made) notices.show('info', {key: 'film.saved', values: {name: file.name}});
      if (film.hasSound && !hasSound) notices.show('info', {key: 'film.silent'});
      return made;
    } catch (error) {
      if (!(error instanceof FilmError) || paintedMs === 0) throw error;
      // What was painted is kept, unless that is too little for a film.
      await keep(paintedMs).catch((cause: unknown) => {
        job.signal.throwIfAborted();
        console.warn(cause);
        throw error;
      });
      throw keptInWords(error, paintedMs);
    } finally {
      await target?.discard();
      painter.dispose();
    }
  }

  async function expectRoom(needed: number): Promise<void> {
    const left = await (await loadKit()).roomLeft();
    if (left === undefined || left >= needed) return;
    const values = {needed: {bytes: needed}, left: {bytes: left}};
    throw new AppError({key: 'film.no-room', values});
  }

  return {
    onStage() {
      const {file} = parts.sources.film ?? {};
      return file && new File([file], store.get().source.title, {type: file.type});
    },
    describe: (file) =>
      inFilmWords(async () => {
        const {openFilm} = await loadKit();
        const film = await openFilm(file);
        const {width, height, durationMs, hasSound} = film;
        film.dispose();
        return {width, height, durationMs, hasSound};
      }),
    paint: (file, choice = {}) =>
      jobs.run('film', file.name, (job) =>
        inFilmWords(async () => {
          const film = await (await loadKit()).openFilm(file);
          try {
            return await make(film, file, {...usualChoice(store.get(), film), ...choice}, job);
          } finally {
            film.dispose();
          }
        }),
      ),
  };
}

function usualChoice({stats, settings}: AppState, {width, height}: Film): FilmChoice {
  const {bitrate} = settings;
  const paintSide = Math.min(stats.width, stats.height);
  return {shortSide: Math.min(width, height), paintSide, cues: [], bitrate};
}

/** What reads and writes films comes with the first one. */
function loadKit() {
  return loadPart(import('../../capture/films/films.ts'));
}

function farOf(timeMs: number, {durationMs}: Film) {
  const values = {at: {ms: timeMs}, all: {ms: durationMs}};
  return {key: 'film.at', values} as const;
}

/** What looks want of regions, and by what persons are found; undefined where none has any. */
async function regionsOf(steps: readonly FilmStep[]) {
  const over = steps.flatMap(({paint: {regions}}: {paint: Paint}) => regions?.over ?? []);
  if (over.length === 0) return undefined;
  if (!over.some(({where}) => where === 'person')) return {};
  const {loadPersonNetwork, PERSON_FILES} = await import('../regions/person-network.ts');
  return {network: await loadPersonNetwork(PERSON_FILES)};
}
