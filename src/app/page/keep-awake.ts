import type {AppState} from '../state.ts';
import type {Store} from '../store.ts';

/**
 * Keeps the screen on while a camera is live, or a recording or an export runs, where the browser can; it lets go
 * by itself when the tab is hidden, so the lock is asked for again when it is shown. Returns the
 * function that stops it.
 */
export function keepAwake(store: Store<AppState>): () => void {
  let lock: WakeLockSentinel | undefined;
  let asking = false;

  const follow = async () => {
    const {
      source,
      captures: {recording},
      exports: {jobs},
    } = store.get();
    const runs = recording.phase !== 'idle' || jobs.length > 0;
    const isFilmed = source.kind === 'camera' && !source.opening;
    const wanted = !document.hidden && (isFilmed || runs);
    if (!wanted && lock) {
      await lock.release().catch(() => {});
      lock = undefined;
    }
    if (!wanted || asking || (lock && !lock.released)) return;
    asking = true;
    // Refused on low battery, for one; nothing is lost but the light.
    lock = await (navigator as Partial<Navigator>).wakeLock?.request().catch(() => undefined);
    asking = false;
  };

  const onChange = () => void follow();
  const unsubscribe = store.subscribe(onChange);
  document.addEventListener('visibilitychange', onChange);
  return () => {
    unsubscribe();
    document.removeEventListener('visibilitychange', onChange);
    void lock?.release();
  };
}
