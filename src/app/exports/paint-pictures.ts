import {CaptureError} from '../../capture/capture-error.ts';
import {PictureRefusedError} from '../../gpu/picture-refused-error.ts';
import {wholePicture} from '../../live/sources/full-picture.ts';
import {SourceError} from '../../live/sources/source-error.ts';
import type {Message} from '../../words/message.ts';
import type {Clips} from '../captures/clips.ts';
import type {Looks} from '../look/looks.ts';
import type {Notices} from '../notices/notices.ts';
import type {Jobs} from './jobs.ts';
import {openPictureKeeper} from './open-picture-keeper.ts';
import {paintPicture, type PaintPictureParts} from './paint-picture.ts';
import {ENDINGS, type PicturesChoice} from './picture-choice.ts';

/** What painting many pictures needs. */
export type PaintPicturesParts = PaintPictureParts & {
  notices: Pick<Notices, 'show'>;
  looks: Pick<Looks, 'current' | 'masks'>;
  clips: Pick<Clips, 'keep'>;
  jobs: Pick<Jobs, 'run'>;
};

/** So many files that could not be read are named. */
const MOST_NAMED = 5;

/** Paints many pictures; see `Pictures`. */
export async function paintPictures(
  parts: PaintPicturesParts,
  files: readonly File[],
  choice: PicturesChoice,
): Promise<void> {
  const {notices, looks, clips, jobs} = parts;
  const count = files.length;
  const name = nameOf(files);
  const look = looks.current();
  const unread: string[] = [];
  let made = 0;

  function tell() {
    const names = unread.slice(0, MOST_NAMED).join(', ') + (unread.length > MOST_NAMED ? ' …' : '');
    if (unread.length > 0) notices.show('error', {key: 'pictures.unread', values: {names}});
    else if (made === count) notices.show('info', doneWith(count));
    if (made + unread.length < count && made > 0) {
      notices.show('info', {key: 'pictures.kept', values: {made, count}});
    }
  }

  await jobs.run('pictures', name, async ({signal, reach}) => {
    const {into, format} = choice;
    const keeper = openPictureKeeper(clips, {count, name, ending: ENDINGS[format], into});
    try {
      for (const [index, file] of files.entries()) {
        const about = {key: 'pictures.at', values: {at: index + 1, count}} as const;
        const far = (share: number) => reach((index + share) / count, about);
        await far(0);
        const picture = await paintOne(file, {signal, reach: far});
        if (picture) await keeper.keep(pathOf(file), picture);
        if (picture) made++;
        else unread.push(file.name);
      }
    } finally {
      keeper.close();
      tell();
    }
  });

  /** Undefined where it cannot be read. */
  async function paintOne(file: File, progress: Parameters<typeof paintPicture>[5]) {
    try {
      const frame = await wholePicture(file);
      try {
        return await paintPicture(parts, frame, look, choice, false, progress);
      } finally {
        frame.close();
      }
    } catch (error) {
      if (!isOfThisPicture(error)) throw error;
      console.warn(file.name, error);
      return undefined;
    }
  }
}

function doneWith(count: number): Message {
  return count === 1 ? {key: 'pictures.done.one'} : {key: 'pictures.done', values: {count}};
}

/** Whether others may be painted all the same. */
function isOfThisPicture(error: unknown): boolean {
  const isTooLarge = error instanceof CaptureError && error.code === 'picture-too-large';
  return isTooLarge || error instanceof SourceError || error instanceof PictureRefusedError;
}

/** Of a file in a folder that was chosen, below that. */
function pathOf({name, webkitRelativePath}: File): string[] {
  return webkitRelativePath ? webkitRelativePath.split('/').slice(1) : [name];
}

/** What a person calls them: the folder, or the first of them and how many more. */
function nameOf([first, ...others]: readonly File[]): string {
  const [folder] = first?.webkitRelativePath.split('/') ?? [];
  if (folder) return folder;
  return others.length > 0 ? `${first?.name ?? ''} + ${others.length}` : (first?.name ?? '');
}
