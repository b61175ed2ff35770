import type {Frame} from '../../gpu/frame.ts';

/** A picture as a frame, which closes it. */
export function frameOf(image: HTMLCanvasElement | ImageBitmap): Frame {
  const {width, height} = image;
  const close = () => {
    if ('close' in image) image.close();
  };
  return {image, size: {width, height}, timeMs: performance.now(), close};
}
