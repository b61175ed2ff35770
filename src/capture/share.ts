import {CaptureError} from './capture-error.ts';

/** True where the browser can hand this file to other apps. */
export function canShare(file: File): boolean {
  return (navigator as Partial<Navigator>).canShare?.({files: [file]}) ?? false;
}

/**
 * Opens the browser's share sheet for `file`; must be called from a click or key press.
 * Gives false where the person closed the sheet, which is no error.
 *
 * @throws {CaptureError} `share-failed`
 */
export async function share(file: File): Promise<boolean> {
  try {
    await navigator.share({files: [file]});
    return true;
  } catch (error) {
    if (error instanceof DOMException && error.name === 'AbortError') return false;
    throw new CaptureError('share-failed', `Could not share ${file.name}: ${String(error)}`, error);
  }
}
