import {CaptureError} from '../capture-error.ts';
import type {PictureWriter, StillChoice, StillSize} from './picture-writer.ts';
import {writeOnCanvas} from './write-on-canvas.ts';
import {writePng} from './write-png.ts';

/** What no browser's canvas has more of, in pixels: a side, and all of them. */
const CANVAS = {side: 16_384, area: 268_435_456};

/** No WebP has a longer side, in pixels. */
const WEBP_SIDE = 16_383;

/**
 * Opens what makes a file of a picture that comes in tiles.
 *
 * @param clear whether something of the picture may be clear; a JPEG has it white
 * @throws CaptureError `picture-too-large` where no canvas has so many pixels; a PNG needs none
 */
export function openPictureWriter(
  size: StillSize,
  choice: StillChoice,
  {clear}: {clear: boolean},
): PictureWriter {
  if (choice.format === 'png' && 'CompressionStream' in globalThis) return writePng(size, clear);
  if (!fitsCanvas(size, choice)) {
    const {width, height} = size;
    throw new CaptureError(
      'picture-too-large',
      `Expected no more than a canvas has, but got ${width} × ${height}.`,
    );
  }
  return writeOnCanvas(size, choice);
}

function fitsCanvas({width, height}: StillSize, {format}: StillChoice): boolean {
  const longest = format === 'webp' ? WEBP_SIDE : CANVAS.side;
  return Math.max(width, height) <= longest && width * height <= CANVAS.area;
}
