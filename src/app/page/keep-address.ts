import type {AppState} from '../state.ts';
import type {Store} from '../store.ts';
import {writeAddress} from './address.ts';

/** The address follows the look after this rest; browsers limit how often it may change. */
const REST_MS = 400;

/**
 * Keeps look and network in the page's address, so that copying the address shares them. Returns the
 * function that stops it.
 */
export function keepAddress(store: Store<AppState>): () => void {
  let {
    look: keptLook,
    settings: {model: keptModel},
  } = store.get();
  let timer: ReturnType<typeof setTimeout> | undefined;
  const unsubscribe = store.subscribe(({look, settings: {model}}) => {
    if (look === keptLook && model === keptModel) return;
    [keptLook, keptModel] = [look, model];
    clearTimeout(timer);
    timer = setTimeout(() => {
      const query = writeAddress(location.search, look, {model});
      history.replaceState(history.state, '', query + location.hash);
    }, REST_MS);
  });
  return () => {
    unsubscribe();
    clearTimeout(timer);
  };
}
