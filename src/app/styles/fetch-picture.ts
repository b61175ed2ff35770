import {AppError} from '../notices/app-error.ts';

/** A picture of the gallery that does not come in this time does not come, in milliseconds. */
const PICTURE_MS = 15_000;

/**
 * Fetches the picture of a style.
 *
 * @throws AppError if it is not there, or does not come
 */
export async function fetchPicture(url: string, ms = PICTURE_MS): Promise<Blob> {
  try {
    const response = await fetch(url, {signal: AbortSignal.timeout(ms)});
    if (!response.ok) throw new Error(`Expected a picture, but got status ${response.status}.`);
    return await response.blob();
  } catch (cause) {
    throw new AppError({key: 'style.picture-missing'}, {cause});
  }
}
