import type {Frame} from '../../gpu/frame.ts';
import type {Size} from '../../gpu/size.ts';
import {decodeWhole} from './decode-picture.ts';
import {frameOf} from './frame-of.ts';

/** What a source shows, with all the pixels that it has of it; its frames may have fewer. */
export type FullPicture = {
  /** How many it has. */
  size(): Promise<Size>;
  /**
   * Takes it. Whoever takes it closes it.
   *
   * @throws SourceError
   */
  take(): Promise<Frame>;
};

/** A picture from a file or an address as it came. Throws SourceError. */
export async function wholePicture(address: Blob | URL, limitMs?: number): Promise<Frame> {
  return frameOf(await decodeWhole(address, limitMs));
}
