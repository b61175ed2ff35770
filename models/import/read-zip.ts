import {unzipSync} from 'fflate';

/** True where the bytes begin as a zip archive. */
export function isZip(bytes: Uint8Array): boolean {
  return bytes[0] === 0x50 && bytes[1] === 0x4b && bytes[2] === 3 && bytes[3] === 4;
}

/**
 * The files of a zip archive by their paths.
 *
 * @throws Error where the archive is damaged; its directory is at the end, so this is what a cut file gives
 */
export function readZip(bytes: Uint8Array): Map<string, Uint8Array> {
  try {
    return new Map(Object.entries(unzipSync(bytes)));
  } catch (cause) {
    throw new Error('the zip archive is cut short or damaged; get the file again.', {cause});
  }
}
