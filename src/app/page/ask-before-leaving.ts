import {isMaking} from '../exports/is-making.ts';
import type {AppState} from '../state.ts';
import type {Store} from '../store.ts';

/**
 * Lets the browser ask before the page is left or loaded again, while a recording or an export runs, or a
 * clip has been neither downloaded nor shared; what an earlier visit has left, the next one offers, too. It
 * listens at no other time: browsers keep a page in memory only if nothing does. Returns the function that stops it.
 */
export function askBeforeLeaving(store: Store<AppState>): () => void {
  let asking = false;
  let stopped = false;

  const follow = () => {
    const state = store.get();
    const isLost = isMaking(state) || state.captures.clips.some(({saved, left}) => !saved && !left);
    const wanted = !stopped && isLost;
    if (wanted === asking) return;
    asking = wanted;
    if (wanted) addEventListener('beforeunload', ask);
    else removeEventListener('beforeunload', ask);
  };

  const unsubscribe = store.subscribe(follow);
  follow();
  return () => {
    stopped = true;
    follow();
    unsubscribe();
  };
}

function ask(event: BeforeUnloadEvent) {
  event.preventDefault();
}
