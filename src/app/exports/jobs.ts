import type {Message} from '../../words/message.ts';
import type {AppState} from '../state.ts';
import type {Store} from '../store.ts';
import type {ExportJob, ExportKind} from './exports-state.ts';

/** What a piece of work is told, and tells. */
export type Job = {
  /** Aborted when the person has thought better of it, or the app ends. */
  signal: AbortSignal;
  /**
   * Says how far it is. Resolves when it may go on: at once, or after a pause.
   *
   * @param done 0…1
   * @throws the signal's reason, an `AbortError`, once that is aborted
   */
  reach(done: number, about?: Message): Promise<void>;
};

/** Long work, one piece after the other: there is one graphics card. */
export type Jobs = {
  /**
   * Does a piece of work when those before it are done; gives what it gives.
   *
   * @throws what the work throws, an `AbortError` where it was cancelled
   */
  run<Result>(kind: ExportKind, name: string, work: (job: Job) => Promise<Result>): Promise<Result>;
  /** Lets it rest at the next point where it can. */
  pause(id: string): void;
  resume(id: string): void;
  /** Ends it without a result. */
  cancel(id: string): void;
};

/** Time left is told from here on: before, it would be a guess. */
const KNOWN_AFTER_MS = 1500;

/**
 * Keeps jobs, and what is shown of them, in the store.
 *
 * @param end cancels all of them
 * @param now in milliseconds
 */
export function createJobs(
  store: Store<AppState>,
  end: AbortSignal,
  now: () => number = () => performance.now(),
): Jobs {
  const controls = new Map<string, {cancel: AbortController; goOn: () => void}>();
  let last: Promise<unknown> = Promise.resolve();
  let lastId = 0;

  const jobOf = (id: string) => store.get().exports.jobs.find((job) => job.id === id);

  function tell(id: string, change: Partial<ExportJob>) {
    const {jobs} = store.get().exports;
    store.patch('exports', {jobs: jobs.map((job) => (job.id === id ? {...job, ...change} : job))});
  }

  function openJob(id: string, signal: AbortSignal): Job {
    let [ranMs, since] = [0, now()];
    return {
      signal,
      async reach(done, about) {
        signal.throwIfAborted();
        const elapsedMs = ranMs + now() - since;
        const isKnown = done > 0 && elapsedMs >= KNOWN_AFTER_MS;
        const leftMs = isKnown ? (elapsedMs * (1 - done)) / done : null;
        tell(id, {done, leftMs, about: about ?? null});
        if (jobOf(id)?.phase !== 'paused') return;
        ranMs = elapsedMs;
        await new Promise<void>((resolve) => {
          const control = controls.get(id);
          if (control) control.goOn = resolve;
          signal.addEventListener(
            'abort',
            () => {
              resolve();
            },
            {once: true},
          );
        });
        since = now();
        signal.throwIfAborted();
      },
    };
  }

  return {
    async run(kind, name, work) {
      const id = `export-${++lastId}`;
      const cancel = new AbortController();
      const signal = AbortSignal.any([cancel.signal, end]);
      controls.set(id, {cancel, goOn: () => {}});
      const job: ExportJob = {
        id,
        kind,
        name,
        phase: 'waiting',
        done: 0,
        leftMs: null,
        about: null,
      };
      store.patch('exports', {jobs: [...store.get().exports.jobs, job]});
      const before = last;
      const result = (async () => {
        await before;
        signal.throwIfAborted();
        if (jobOf(id)?.phase === 'waiting') tell(id, {phase: 'running'});
        return work(openJob(id, signal));
      })();
      last = result.catch(() => {});
      try {
        return await result;
      } finally {
        controls.delete(id);
        const {jobs} = store.get().exports;
        store.patch('exports', {jobs: jobs.filter((it) => it.id !== id)});
      }
    },
    pause(id) {
      if (jobOf(id)?.phase === 'running') tell(id, {phase: 'paused', leftMs: null});
    },
    resume(id) {
      if (jobOf(id)?.phase !== 'paused') return;
      tell(id, {phase: 'running'});
      controls.get(id)?.goOn();
    },
    cancel(id) {
      controls.get(id)?.cancel.abort();
    },
  };
}
