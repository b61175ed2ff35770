import {clipName} from '../../capture/clip-name.ts';
import type {Engine} from '../../live/engine.ts';
import {wholePicture} from '../../live/sources/full-picture.ts';
import type {Clips} from '../captures/clips.ts';
import {isFlipped} from '../captures/is-flipped.ts';
import type {Looks} from '../look/looks.ts';
import {AppError} from '../notices/app-error.ts';
import type {Notices} from '../notices/notices.ts';
import type {Jobs} from './jobs.ts';
import {paintPicture, type PaintPictureParts} from './paint-picture.ts';
import {paintPictures} from './paint-pictures.ts';
import {
  ENDINGS,
  type PictureAbout,
  type PictureChoice,
  type PicturesChoice,
  USUAL_PICTURE,
} from './picture-choice.ts';

/** What pictures need from the studio. */
export type PictureParts = PaintPictureParts & {
  notices: Pick<Notices, 'show'>;
  engine: Promise<Pick<Engine, 'paintLarge' | 'fullSize' | 'takeFull'>>;
  looks: Pick<Looks, 'current' | 'masks'>;
  clips: Pick<Clips, 'keep'>;
};

/** Paints pictures at any size, beside the live one, in the look of the moment in which they are asked for. */
export type Pictures = {
  /** What is known of the picture on the stage; undefined where there is none. */
  describe(): Promise<PictureAbout | undefined>;
  /**
   * Paints the frame of this moment, or the one that is held, with all the pixels there are of it; it becomes a clip.
   *
   * @throws AppError, CaptureError, SourceError; AbortError where it was cancelled
   */
  paint(choice?: Partial<PictureChoice>): Promise<Blob>;
  /** Paints a picture from a file, which becomes no clip. Throws as `paint` does. */
  paintFile(picture: Blob, choice?: Partial<PictureChoice>): Promise<Blob>;
  /**
   * Paints many. What is made of them is kept whatever happens; what cannot be read is left out, and named in a notice.
   *
   * @throws as `paint` does, and AppError where they cannot be kept
   */
  paintAll(files: readonly File[], choice?: Partial<PicturesChoice>): Promise<void>;
};

/** @param jobs where pictures wait their turn */
export function createPictures(parts: PictureParts, jobs: Pick<Jobs, 'run'>): Pictures {
  const {store, notices, engine, looks, clips} = parts;
  return {
    async describe() {
      const full = await (await engine).fullSize();
      const {width, height} = store.get().stats;
      return full && {full, stage: {width, height}};
    },
    async paint(chosen) {
      const choice = {...USUAL_PICTURE, ...chosen};
      const frame = await (await engine).takeFull();
      if (!frame) throw new AppError({key: 'capture.nothing-to-save'});
      const look = looks.current();
      const mirror = store.get().source.mirrored && !isFlipped(store.get());
      const ending = ENDINGS[choice.format];
      try {
        return await jobs.run('picture', clipName(new Date(), ending), async ({signal, reach}) => {
          const picture = await paintPicture(parts, frame, look, choice, mirror, {signal, reach});
          clips.keep(picture, 'image', ending, 0);
          return picture;
        });
      } finally {
        frame.close();
      }
    },
    paintFile(file, chosen) {
      const choice = {...USUAL_PICTURE, ...chosen};
      const look = looks.current();
      const name = file instanceof File ? file.name : clipName(new Date(), ENDINGS[choice.format]);
      return jobs.run('picture', name, async ({signal, reach}) => {
        const frame = await wholePicture(file);
        try {
          return await paintPicture(parts, frame, look, choice, false, {signal, reach});
        } finally {
          frame.close();
        }
      });
    },
    paintAll: (files, chosen) =>
      paintPictures({...parts, jobs, notices}, files, {...USUAL_PICTURE, ...chosen}),
  };
}
