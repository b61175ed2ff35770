import type {StillFormat} from '../../capture/stills/picture-writer.ts';
import type {Size} from '../../gpu/size.ts';

/** How broad the strokes of a picture are: as broad as on the stage now, half as broad, or as fine as its pixels. */
export type PictureStrokes = 'stage' | 'finer' | 'finest';

/** How a picture is painted and saved. */
export type PictureChoice = {
  /** The longer side of the result, in pixels; undefined for as many as the picture has. */
  side?: number | undefined;
  strokes: PictureStrokes;
  format: StillFormat;
  /** Of JPEG and WebP, 0…1. */
  quality: number;
};

/** How many pictures are painted and saved. */
export type PicturesChoice = PictureChoice & {
  /** A folder that was chosen for them; else they are kept among the clips. */
  into?: FileSystemDirectoryHandle | undefined;
};

/** What is chosen first. */
export const USUAL_PICTURE: PictureChoice = {strokes: 'finer', format: 'png', quality: 0.9};

/** What is known of a picture before it is painted. */
export type PictureAbout = {
  /** All the pixels there are of it. */
  full: Size;
  /** What is painted of it on the stage. */
  stage: Size;
};

/** Longer sides that are offered, in pixels. */
export const PICTURE_SIDES = [2048, 4096, 8192] as const;

/** More pixels than these are not painted: a side, and all of them. */
const MOST = {side: 65_500, pixels: 300e6};

/** Endings of the files. */
export const ENDINGS: Record<StillFormat, string> = {png: 'png', jpeg: 'jpg', webp: 'webp'};

/** The size of a picture whose longer side is brought to so many pixels, as far as can be painted. */
export function sizeOfSide({width, height}: Size, side = Math.max(width, height)): Size {
  const scale = Math.min(
    side / Math.max(width, height),
    MOST.side / Math.max(width, height),
    Math.sqrt(MOST.pixels / (width * height)),
  );
  const round = (length: number) => Math.max(1, Math.floor(length * scale + 1e-6));
  return {width: round(width), height: round(height)};
}

/**
 * What is painted of a result, which is then made sharp in all of its pixels: the fewer, the broader the strokes.
 *
 * @param stage what is painted on the stage
 */
export function paintedSize(size: Size, strokes: PictureStrokes, stage: Size): Size {
  const shortSide = Math.min(stage.width, stage.height) * (strokes === 'finer' ? 2 : 1);
  const scale = strokes === 'finest' ? 1 : shortSide / Math.min(size.width, size.height);
  if (!(scale > 0 && scale < 1)) return size;
  return {
    width: Math.max(1, Math.round(size.width * scale)),
    height: Math.max(1, Math.round(size.height * scale)),
  };
}
