import type {Notices} from '../notices/notices.ts';
import type {AppState} from '../state.ts';
import type {Store} from '../store.ts';
import type {Clips} from './clips.ts';

/**
 * Puts among the clips what earlier visits have left: recordings that broke off, and clips that were neither
 * saved nor removed. A page that shows no clips leaves them to one that does. Never rejects.
 *
 * @param signal ends it
 */
export async function offerLeftClips(
  store: Store<AppState>,
  notices: Pick<Notices, 'show'>,
  clips: Clips,
  signal: AbortSignal,
): Promise<void> {
  try {
    const {leftClips, removeSavedClips} = await import('../../capture/disk/left-clips.ts');
    await removeSavedClips();
    if (store.get().view.clean) return;
    for await (const {clip, durationMs, file, unfinished, begun} of leftClips(signal)) {
      clips.keep(clip, 'video', file.container, durationMs, {file, left: {unfinished, begun}});
      // The page shows by itself what is unfinished.
      if (!unfinished) notices.show('info', {key: 'capture.left'});
    }
  } catch {
    // Browsers that keep nothing for the page have nothing to offer either.
  }
}
