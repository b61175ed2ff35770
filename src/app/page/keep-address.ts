import type {AppState} from '../state.ts';
import type {Store} from '../store.ts';
import {withLook} from './page-options.ts';

/** The address follows the look after this rest; browsers limit how often it may change. */
const REST_MS = 400;

/** Keeps look and network in the page's address, so that copying the address shares them. */
export function keepAddress(store: Store<AppState>): () => void {
  let {
    look: keptLook,
    settings: {model: keptModel},
  } = store.get();
  let timer: ReturnType<typeof setTimeout> | undefined;
  return store.subscribe(({look, settings: {model}}) => {
    if (look === keptLook && model === keptModel) return;
    [keptLook, keptModel] = [look, model];
    clearTimeout(timer);
    timer = setTimeout(() => {
      history.replaceState(
        history.state,
        '',
        withLook(location.search, look, model) + location.hash,
      );
    }, REST_MS);
  });
}
