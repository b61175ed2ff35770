import type {AppState} from '../state.ts';
import type {Store} from '../store.ts';

const KEY = 'pastiche.asked-to-persist';

/**
 * Asks the browser, once and for all, to keep what this person has made and kept, even where room is short. Some ask
 * the person.
 *
 * @param storage where it is noted; a function, because browsers may throw when a storage is only mentioned
 */
export async function askToPersist(storage: () => Storage): Promise<void> {
  // Insecure pages have none.
  const {storage: manager} = navigator as Partial<Navigator>;
  try {
    if (!manager || storage().getItem(KEY) !== null || (await manager.persisted())) return;
    storage().setItem(KEY, 'yes');
    await manager.persist();
  } catch {
    // A browser that keeps nothing need not be asked.
  }
}

/** Asks when a style is added. Returns the function that stops it. */
export function persistOwnStyles(store: Store<AppState>, storage: () => Storage): () => void {
  const count = ({styles}: AppState) => styles.entries.filter(({own}) => own).length;
  let before = count(store.get());
  return store.subscribe((state) => {
    const now = count(state);
    if (now > before) void askToPersist(storage);
    before = now;
  });
}
