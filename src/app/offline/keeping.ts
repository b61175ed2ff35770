import {roomLeft} from '../../capture/disk/room-left.ts';
import type {SiteFile} from '../../offline/site.ts';
import {rest} from '../rest.ts';
import type {AppState} from '../state.ts';
import type {Store} from '../store.ts';
import {keepFiles} from './keep-files.ts';
import type {KeepProblem, Kept} from './offline-state.ts';
import {ask, tell} from './tell.ts';

/** So often it is looked whether a recording is over, in milliseconds. */
const BUSY_REST_MS = 1000;

/** Lets a service worker keep the files of the site. Each begins anew what the one before has left. */
export type Keeping = {
  /** Brings up to date what the store says of what is kept; gives the files that are not. */
  look(worker: ServiceWorker): Promise<readonly SiteFile[]>;
  /** Keeps what is wanted soon, and what the page has used before the service worker was there. */
  keepSoon(worker: ServiceWorker): Promise<void>;
  /** Keeps all there is, and tells the store how far it is, or why that cannot be. */
  keepAll(worker: ServiceWorker): Promise<void>;
  /** Ends it; what has come stays. */
  leaveOff(worker: ServiceWorker): void;
};

/** @param scope where the site is, with a slash at the end */
export function createKeeping(store: Store<AppState>, scope: string): Keeping {
  let current = new AbortController();

  function begin(): AbortSignal {
    current.abort();
    current = new AbortController();
    return current.signal;
  }

  function tellKept(kept: Kept) {
    store.patch('offline', {kept});
  }

  async function look(worker: ServiceWorker): Promise<SiteFile[]> {
    const {files, kept} = await ask<'list'>(worker, {do: 'list'});
    const there = new Set(kept);
    const missing = files.filter(({path}) => !there.has(path));
    const allBytes = bytesOf(files);
    const bytes = allBytes - bytesOf(missing);
    tellKept({files: there.size, bytes, allFiles: files.length, allBytes});
    return missing;
  }

  function onKept({bytes}: SiteFile) {
    const {kept} = store.get().offline;
    if (kept) tellKept({...kept, files: kept.files + 1, bytes: kept.bytes + bytes});
  }

  /** Not while something is recorded. */
  function keep(worker: ServiceWorker, files: readonly SiteFile[], signal: AbortSignal) {
    const turn = async () => {
      while (store.get().captures.recording.phase !== 'idle' && !signal.aborted) {
        await rest(BUSY_REST_MS, signal);
      }
    };
    return keepFiles(worker, files, {onKept, turn, signal});
  }

  return {
    look,
    async keepSoon(worker) {
      const signal = begin();
      const used = new Set(performance.getEntriesByType('resource').map(({name}) => name));
      const files = (await look(worker)).filter(
        ({kept, path}) => kept !== 'used' || used.has(new URL(path, scope).href),
      );
      await keep(worker, files, signal);
    },
    async keepAll(worker) {
      const signal = begin();
      store.patch('offline', {keeping: true, problem: null});
      const files = await look(worker);
      const [needed, free] = [bytesOf(files), (await roomLeft()) ?? Infinity];
      const problem: KeepProblem | null =
        needed > free ? {why: 'no-room', needed, free} : await keep(worker, files, signal);
      if (!signal.aborted) store.patch('offline', {keeping: false, problem});
    },
    leaveOff(worker) {
      current.abort();
      tell(worker, {do: 'stop'});
      store.patch('offline', {keeping: false});
    },
  };
}

function bytesOf(files: readonly SiteFile[]): number {
  return files.reduce((total, {bytes}) => total + bytes, 0);
}
