import type {Attempt} from '../attempt.ts';
import {withLaterPart} from '../later-part.ts';
import type {Offline, OfflineParts} from './offline.ts';

/** What a person can do about what is kept for when there is no connection. */
export type OfflineActions = {
  /** Does something with it; it begins with the first call, after the first picture. */
  withOffline(use: (offline: Offline) => unknown): Promise<void>;
};

/** @param signal ends all of it */
export function offlineActions(
  parts: OfflineParts,
  attempt: Attempt,
  signal: AbortSignal,
): OfflineActions {
  return {
    withOffline: withLaterPart(
      async () => (await import('./offline.ts')).createOffline(parts, signal),
      attempt,
    ),
  };
}
