import {within} from '../within.ts';
import {AppError} from './notices/app-error.ts';

/** A part of the app that has not come in this time is given up, in milliseconds. */
const PART_MS = 20_000;

/**
 * A part of the app that comes apart, as `import()` gives it. After an update of the site, the parts of
 * the page before are gone.
 *
 * @param partMs how long it may take
 * @throws AppError if it does not come
 */
export async function loadPart<Part>(coming: Promise<Part>, partMs = PART_MS): Promise<Part> {
  try {
    return await within(partMs, coming);
  } catch (cause) {
    throw new AppError({key: 'start.unloaded'}, {cause});
  }
}
