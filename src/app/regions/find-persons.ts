import type {Engine} from '../../live/engine.ts';
import {isSameCover} from '../look/region-key.ts';
import type {Notices} from '../notices/notices.ts';
import type {AppState} from '../state.ts';
import type {Store} from '../store.ts';

/**
 * Has persons found from the first look on that wants them told from what is behind. Where that cannot be, a notice
 * says so, and it is tried again with the next such look.
 *
 * @returns the function that stops it
 */
export function findPersonsOnceAsked(
  store: Store<AppState>,
  engine: Promise<Engine>,
  notices: Pick<Notices, 'show'>,
): () => void {
  async function find() {
    store.patch('regions', {persons: 'coming'});
    try {
      const {loadPersonNetwork, PERSON_FILES} = await import('./person-network.ts');
      const network = await loadPersonNetwork(PERSON_FILES);
      await (await engine).openRegions(network);
      store.patch('regions', {persons: 'found'});
    } catch (error) {
      console.warn(error);
      store.patch('regions', {persons: 'failed'});
      notices.show('error', {key: 'regions.failed'});
    }
  }

  function follow({look: {person, background}, regions: {persons}}: AppState) {
    const isWhole = person.by === 'look' && isSameCover(person, background);
    if (isWhole && persons === 'failed') store.patch('regions', {persons: 'unasked'});
    if (!isWhole && persons === 'unasked') void find();
  }

  const stop = store.subscribe(follow);
  follow(store.get());
  return stop;
}
