import type {Clips} from '../captures/clips.ts';
import {loadTake} from '../captures/load-take.ts';
import {offerLeftClips} from '../captures/offer-left-clips.ts';
import type {NetworkChoice} from '../networks/network-choice.ts';
import type {Notices} from '../notices/notices.ts';
import {rest} from '../rest.ts';
import type {AppState} from '../state.ts';
import type {Store} from '../store.ts';

/** After so long it is known how often the source has a frame, in milliseconds. */
const SETTLE_MS = 1500;

/**
 * Does, a moment after the first picture, what is not needed for it: loads what recording and the
 * camera need, offers the clips that were left, and finds the network that fits this machine.
 *
 * @param signal ends it
 */
export async function settle(
  store: Store<AppState>,
  notices: Pick<Notices, 'show'>,
  clips: Clips,
  choice: NetworkChoice,
  signal: AbortSignal,
): Promise<void> {
  await rest(SETTLE_MS, signal);
  if (signal.aborted) return;
  // From here on the page needs no connection for recording, files or the camera.
  loadTake()
    .then(({preloadRecorder}) => preloadRecorder())
    .catch(() => {});
  import('../../live/sources/open-source.ts').then(({loadCamera}) => loadCamera()).catch(() => {});
  void offerLeftClips(store, notices, clips, signal);
  if (store.get().settings.model === 'auto') await choice.follow();
}
