import type {AppState} from '../state.ts';

/** Whether a clip shows the picture the other way round than the canvas does now. */
export function isFlipped({source, settings}: Pick<AppState, 'source' | 'settings'>): boolean {
  return source.mirrored && !settings.recordMirrored;
}
