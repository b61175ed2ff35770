import type {Engine} from '../../live/engine.ts';
import {isSameCover} from '../look/region-key.ts';
import type {Notices} from '../notices/notices.ts';
import type {AppState} from '../state.ts';
import type {Store} from '../store.ts';

/**
 * Has regions covered from the first look on that wants it, and persons found from the first that wants them told from
 * what is behind. Where that cannot be, a notice says so, and it is tried again with the next such look.
 *
 * @returns the function that stops it
 */
export function openRegionsOnceAsked(
  store: Store<AppState>,
  engine: Pick<Engine, 'openRegions'>,
  notices: Pick<Notices, 'show'>,
): () => void {
  /** Whether it was asked for since the last look without. */
  let asksPainted = false;

  function follow({look: {person, background, painted}, regions: {persons}}: AppState) {
    const isWhole = isSameCover(person, background);
    if (isWhole && persons === 'failed') store.patch('regions', {persons: 'unasked'});
    if (!isWhole && persons === 'unasked') void findPersons(store, engine, notices);
    if (painted.mask && !asksPainted) void attempt(notices, () => engine.openRegions());
    asksPainted = painted.mask !== '';
  }

  const stop = store.subscribe(follow);
  follow(store.get());
  return stop;
}

/** Has persons found from now on; where that cannot be, a notice says so. Never rejects. */
export async function findPersons(
  store: Store<AppState>,
  engine: Pick<Engine, 'openRegions'>,
  notices: Pick<Notices, 'show'>,
): Promise<void> {
  store.patch('regions', {persons: 'coming'});
  const isFound = await attempt(notices, async () => {
    const {loadPersonNetwork, PERSON_FILES} = await import('./person-network.ts');
    await engine.openRegions(await loadPersonNetwork(PERSON_FILES));
  });
  store.patch('regions', {persons: isFound ? 'found' : 'failed'});
}

/** A notice changes the state, too: what fails is not tried again because of it. */
async function attempt(
  notices: Pick<Notices, 'show'>,
  open: () => Promise<void>,
): Promise<boolean> {
  try {
    await open();
    return true;
  } catch (error) {
    console.warn(error);
    notices.show('error', {key: 'regions.failed'});
    return false;
  }
}
