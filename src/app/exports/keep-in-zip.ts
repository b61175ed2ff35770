import {nameAfter} from '../../capture/clip-name.ts';
import type {Clips} from '../captures/clips.ts';
import {numberedName} from './numbered-name.ts';
import type {PictureKeeper} from './picture-keeper.ts';
import {openZip} from './zip-file.ts';

/**
 * Keeps pictures in a ZIP file among the clips, or in as many as it takes.
 *
 * @param name of what they were made of
 */
export function keepInZip(clips: Pick<Clips, 'keep'>, name: string, ending: string): PictureKeeper {
  const taken = new Set<string>();
  let zip = openZip();

  function close() {
    const file = zip.finish();
    if (file) clips.keep(file, 'archive', 'zip', 0, {name});
    zip = openZip();
  }

  function freeName(path: readonly string[]): string {
    const wanted = [...path.slice(0, -1), nameAfter(path.at(-1) ?? '', ending)].join('/');
    let free = wanted;
    for (let number = 2; taken.has(free.toLowerCase()); number++) {
      free = numberedName(wanted, number);
    }
    taken.add(free.toLowerCase());
    return free;
  }

  return {
    async keep(path, picture) {
      if (!zip.hasRoomFor(picture)) close();
      await zip.add(freeName(path), picture);
    },
    close,
  };
}
