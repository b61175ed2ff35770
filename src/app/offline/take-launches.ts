import {takeShared, UNSHARED} from '../../offline/shared-files.ts';
import type {FileActions} from '../files/file-actions.ts';
import type {Notices} from '../notices/notices.ts';

/** What came with a launch of the installed app: files that it was opened with. */
type Launch = {files?: readonly FileSystemFileHandle[]};

/** Only Chromium has it, and no library of types. */
type LaunchWindow = {launchQueue?: {setConsumer(consume: (launch: Launch) => void): void}};

/** What launches are taken with. */
export type LaunchParts = {
  notices: Pick<Notices, 'show'>;
  takeFiles: FileActions['takeFiles'];
};

/**
 * Takes the files that were shared with the installed app, or that it was opened with, as if they had been dropped
 * to paint with.
 *
 * @param scope where the site is, with a slash at the end
 * @param signal ends it
 */
export async function takeLaunches(
  {notices, takeFiles}: LaunchParts,
  scope: string,
  signal: AbortSignal,
): Promise<void> {
  const take = async (files: readonly File[]) => {
    if (files.length > 0 && !signal.aborted) await takeFiles(files, 'style');
  };
  (window as LaunchWindow).launchQueue?.setConsumer(({files = []}) => {
    Promise.all(files.map((handle) => handle.getFile()))
      .then(take)
      .catch(() => {
        notices.show('error', {key: 'launch.unreadable'});
      });
  });
  if (forgetUnshared()) notices.show('error', {key: 'launch.unshared'});
  // Insecure pages have none, and browsers that keep nothing refuse.
  if ('caches' in window) await take(await takeShared(caches, scope).catch(() => []));
}

/** Whether the address says that what was shared is lost; it says so no longer. */
function forgetUnshared(): boolean {
  const address = new URL(location.href);
  const lost = address.searchParams.has(UNSHARED);
  address.searchParams.delete(UNSHARED);
  if (lost) history.replaceState(history.state, '', address);
  return lost;
}
