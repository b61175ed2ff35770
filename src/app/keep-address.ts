import {withLook} from './page-options.ts';
import type {AppState} from './state.ts';
import type {Store} from './store.ts';

/** The address follows the look after this rest; browsers limit how often it may change. */
const REST_MS = 400;

/** Keeps the look in the page's address, so that copying the address shares it. */
export function keepAddress(store: Store<AppState>): () => void {
  let kept = store.get().look;
  let timer: ReturnType<typeof setTimeout> | undefined;
  return store.subscribe(({look}) => {
    if (look === kept) return;
    kept = look;
    clearTimeout(timer);
    timer = setTimeout(() => {
      history.replaceState(history.state, '', withLook(location.search, look) + location.hash);
    }, REST_MS);
  });
}
