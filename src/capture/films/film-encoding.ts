import {canEncodeVideo, Quality} from 'mediabunny';
import {FilmError} from './film-error.ts';

/** A way to encode a painted film that this browser has said it can do. */
export type FilmEncoding = {
  container: 'mp4' | 'webm';
  codec: 'avc' | 'vp9' | 'vp8';
  quality: Quality;
  bitsPerSecond: number;
};

/** From the file that plays in most places to the one that plays in fewest. */
const CHOICES = [
  {container: 'mp4', codec: 'avc'},
  {container: 'webm', codec: 'vp9'},
  {container: 'webm', codec: 'vp8'},
] as const;

/** Encoders refuse less. */
const LEAST_BITS_PER_SECOND = 200_000;

/** What is to be encoded. */
export type FilmFormat = {
  /** Even, in pixels. */
  width: number;
  height: number;
  frameRate: number;
  /** For every pixel of every frame; 0.1 is fair, 0.25 is rich. */
  bitsPerPixel: number;
};

/**
 * The best way to encode a film.
 *
 * @throws FilmError `encoder` where the browser has none for this size
 */
export async function pickFilmEncoding(format: FilmFormat): Promise<FilmEncoding> {
  const {width, height, frameRate, bitsPerPixel} = format;
  const wanted = Math.round(width * height * frameRate * bitsPerPixel);
  const bitsPerSecond = Math.max(LEAST_BITS_PER_SECOND, wanted);
  const quality = new Quality({bitrate: bitsPerSecond});
  for (const choice of CHOICES) {
    const can = await canEncodeVideo(choice.codec, {width, height, quality, frameRate});
    if (can) return {...choice, quality, bitsPerSecond};
  }
  throw new FilmError('encoder', `Nothing here encodes ${width} × ${height} pixels.`);
}
