import type {PictureTile} from './picture-tile.ts';

/** What a picture can be saved as. */
export type StillFormat = 'png' | 'jpeg' | 'webp';

/** How a picture is saved. */
export type StillChoice = {
  format: StillFormat;
  /** Of JPEG and WebP, 0…1. */
  quality: number;
};

/** In pixels. */
export type StillSize = {width: number; height: number};

/** Makes a file of a picture that comes in tiles. Whoever opens one disposes it. */
export type PictureWriter = {
  /** Takes a tile; they come row by row. */
  take(tile: PictureTile): void | Promise<void>;
  /**
   * The file, once all tiles were taken.
   *
   * @throws CaptureError
   */
  finish(): Promise<Blob>;
  /** Gives up what is not finished; may be called twice. */
  dispose(): void;
};
