import type {Frame} from '../../gpu/frame.ts';
import {frameOf} from './frame-of.ts';
import {type FullPicture, wholePicture} from './full-picture.ts';
import {Limit} from './limit.ts';

/** A photo that has not come in this time is given up, in milliseconds. */
const PHOTO_MS = 8000;

/**
 * Photos of a camera, which have more pixels than its film in many; undefined where the browser takes none.
 *
 * @param track of the camera; it stays the caller's
 */
export function cameraPhoto(track: MediaStreamTrack): FullPicture | undefined {
  const {ImageCapture: Capture} = globalThis as {ImageCapture?: typeof ImageCapture};
  if (!Capture) return undefined;
  const open = () => new Capture(track);

  async function largest(capture: ImageCapture) {
    const {imageWidth, imageHeight} = await capture.getPhotoCapabilities();
    const {width = 0, height = 0} = track.getSettings();
    return {width: imageWidth?.max ?? width, height: imageHeight?.max ?? height};
  }

  async function takePhoto(capture: ImageCapture): Promise<Frame> {
    const {width, height} = await largest(capture);
    return wholePicture(await capture.takePhoto({imageWidth: width, imageHeight: height}));
  }

  async function hold<Result>(take: (capture: ImageCapture) => Promise<Result>): Promise<Result> {
    const limit = new Limit(PHOTO_MS);
    try {
      return await limit.hold(take(open()));
    } finally {
      limit.clear();
    }
  }

  return {
    size: () => hold(largest),
    async take() {
      try {
        return await hold(takePhoto);
      } catch (error) {
        console.warn('The camera takes no photo.', error);
        return frameOf(await hold((capture) => capture.grabFrame()));
      }
    },
  };
}
