import type {AppState} from '../state.ts';

/** Whether a recording or an export is under way, which leaving the page would end. */
export function isMaking({captures, exports}: Pick<AppState, 'captures' | 'exports'>): boolean {
  return captures.recording.phase !== 'idle' || exports.jobs.length > 0;
}
