import type {Clips} from '../captures/clips.ts';
import {keepInFolder} from './keep-in-folder.ts';
import {keepInZip} from './keep-in-zip.ts';
import type {PictureKeeper} from './picture-keeper.ts';

/** What pictures are kept as. */
export type KeeperOptions = {
  /** How many come at most. */
  count: number;
  /** Of them all. */
  name: string;
  /** Of each file, without the dot. */
  ending: string;
  /** The folder that was chosen for them. */
  into?: FileSystemDirectoryHandle | undefined;
};

/** So many are clips, each for itself; more are one file. */
const MOST_CLIPS = 3;

/** Opens what keeps pictures: a folder, an archive among the clips, or those themselves. */
export function openPictureKeeper(
  clips: Pick<Clips, 'keep'>,
  {count, name, ending, into}: KeeperOptions,
): PictureKeeper {
  if (into) return keepInFolder(into, ending);
  if (count > MOST_CLIPS) return keepInZip(clips, name, ending);
  return {
    keep(path, picture) {
      clips.keep(picture, 'image', ending, 0, {name: path.at(-1) ?? name});
      return Promise.resolve();
    },
    close() {},
  };
}
