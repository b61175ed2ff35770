import type {AppState} from '../state.ts';
import type {Store} from '../store.ts';
import {createJobs, type Jobs} from './jobs.ts';

/** What exports need from the studio. */
export type ExportParts = {
  store: Store<AppState>;
};

/** What is made beside what the canvas shows. */
export type Exports = {
  /** Pauses, resumes and cancels what is made now. */
  jobs: Pick<Jobs, 'pause' | 'resume' | 'cancel'>;
};

/** @param signal cancels all of them */
export function createExports({store}: ExportParts, signal: AbortSignal): Exports {
  const jobs = createJobs(store, signal);
  return {jobs};
}
