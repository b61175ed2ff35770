import type {Size} from '../../gpu/size.ts';
import type {Bitrate} from '../settings/settings-table.ts';

/** How a film is to be painted. */
export type FilmChoice = {
  /** Of what is made, short side in pixels. */
  shortSide: number;
  /** At which size it is painted, short side in pixels: the larger, the finer the strokes. */
  paintSide: number;
  /** Cues that come in at times of the film, in milliseconds; none: the look of this moment. */
  cues: readonly {id: string; atMs: number}[];
  bitrate: Bitrate;
  /** A file that was chosen for it; else it is kept among the clips. */
  into?: FileSystemFileHandle | undefined;
};

/** What is known of a film before it is painted. */
export type FilmAbout = Size & {durationMs: number; hasSound: boolean};

/** Short sides that a film can be made with, in pixels. */
export const FILM_SIDES = [480, 720, 1080, 1440, 2160] as const;

/** The even size of a film with this short side. */
export function filmSize({width, height}: Size, shortSide: number): Size {
  const scale = shortSide / Math.min(width, height);
  const even = (side: number) => Math.max(2, 2 * Math.round((side * scale) / 2));
  return {width: even(width), height: even(height)};
}
