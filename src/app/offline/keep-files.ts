import type {SiteFile} from '../../offline/site.ts';
import type {KeepProblem} from './offline-state.ts';
import {ask} from './tell.ts';

/** How files are kept. */
export type KeepOptions = {
  /** Called with each file that is kept. */
  onKept?(file: SiteFile): void;
  /** Waited for before each: the page may have better to do. */
  turn(): Promise<void>;
  /** Ends it. */
  signal: AbortSignal;
};

/**
 * Lets the service worker keep files, one after the other. What has come stays, whatever happens.
 *
 * @returns why not all are kept; null if they are, or where `signal` has ended it
 */
export async function keepFiles(
  worker: ServiceWorker,
  files: readonly SiteFile[],
  {onKept = () => {}, turn, signal}: KeepOptions,
): Promise<KeepProblem | null> {
  let lost = 0;
  for (const file of files) {
    await turn();
    if (signal.aborted) return null;
    const asked = ask<'keep'>(worker, {do: 'keep', path: file.path});
    const outcome = await asked.catch(() => 'unreachable' as const);
    if (outcome === 'kept') onKept(file);
    else if (outcome === 'changed') lost++;
    else return signal.aborted ? null : {why: outcome};
  }
  return lost > 0 ? {why: 'lost', count: lost} : null;
}
