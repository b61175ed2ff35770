import {decodeStill} from './decode-picture.ts';
import type {FrameSource} from './frame-source.ts';
import {wholePicture} from './full-picture.ts';

/** Longer side of a still source in pixels: enough for the largest working size. */
const STILL_SIDE = 2048;

/**
 * Opens a picture, from a file or from an address.
 *
 * @param limitMs how long it may take
 * @throws SourceError
 */
export async function openStill(
  address: Blob | URL,
  title: string,
  limitMs?: number,
): Promise<FrameSource> {
  const {picture: image, fullSize} = await decodeStill(address, STILL_SIDE, limitMs);
  const size = () => ({width: image.width, height: image.height});
  return {
    kind: 'image',
    title,
    facesPerson: false,
    full: {
      size: () => Promise.resolve(fullSize),
      take: () => wholePicture(address, limitMs),
    },
    size,
    onFrame(listener) {
      const handle = requestAnimationFrame(listener);
      return () => {
        cancelAnimationFrame(handle);
      };
    },
    frame: (timeMs) => ({image, size: size(), timeMs, close() {}}),
    onHealth: () => () => {},
    resume() {},
    close() {},
  };
}
