import type {Engine} from '../../live/engine.ts';
import {heaviestStyle} from '../look/heaviest-style.ts';
import type {AppState} from '../state.ts';
import type {Store} from '../store.ts';

/** How often speed and recording time are published, in milliseconds. */
const PUBLISH_MS = 500;

/**
 * Publishes now and from now on what the engine measures. Returns the function that stops it.
 *
 * @param alongside publishes what else changes all the time
 */
export function publishStats(
  store: Store<AppState>,
  engine: Pick<Engine, 'stats'>,
  alongside: () => void,
): () => void {
  const publish = () => {
    store.patch('stats', {...engine.stats(), styleId: heaviestStyle(store.get().look)});
    alongside();
  };
  publish();
  const timer = setInterval(publish, PUBLISH_MS);
  return () => {
    clearInterval(timer);
  };
}
