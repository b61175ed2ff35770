import {type Colour, quantize} from 'gifenc';

/** GIF knows 256 colours, and one of them is none: clear. */
const MOST_COLOURS = 255;

/** Of this many pixels of a sample, one is looked at: more tell nothing new. */
const STRIDE = 7;

/** A pixel with less alpha than this is clear, of 255: GIF knows no halves. */
const CLEAR_BELOW = 128;

/** How far dithering moves a colour at most, both ways together, of 255. */
const DITHER = 12;

/** What is looked up is as fine as this, in bits of each channel. */
const BITS = 7;

const UNKNOWN = -1;

/** Whether a pixel is clear in a GIF. */
export function isClear(alpha: number): boolean {
  return alpha < CLEAR_BELOW;
}

/**
 * The colours for all pictures of a GIF, 255 at most, of some of its pictures.
 *
 * @param samples RGBA pixels
 */
export function chooseColours(samples: readonly Uint8ClampedArray[]): Colour[] {
  const seen = samples.flatMap((pixels) => {
    const kept = new Uint8Array(Math.ceil(pixels.length / STRIDE / 4) * 4);
    let end = 0;
    for (let at = 0; at < pixels.length; at += 4 * STRIDE) {
      if (isClear(pixels[at + 3] as number)) continue;
      kept.set(pixels.subarray(at, at + 4), end);
      end += 4;
    }
    return kept.subarray(0, end);
  });
  const all = new Uint8Array(seen.reduce((sum, {length}) => sum + length, 0));
  let start = 0;
  for (const part of seen) {
    all.set(part, start);
    start += part.length;
  }
  // Nothing is seen where all is clear.
  return all.length === 0 ? [[0, 0, 0]] : quantize(all, MOST_COLOURS);
}

/**
 * Finds the place of the nearest of some colours; what is found is remembered.
 *
 * @returns takes red, green and blue, 0…255
 */
export function nearestOf(
  colours: readonly Colour[],
): (red: number, green: number, blue: number) => number {
  const table = new Int16Array(2 ** (3 * BITS)).fill(UNKNOWN);
  const drop = 8 - BITS;
  return (red, green, blue) => {
    const key = ((red >> drop) << (2 * BITS)) | ((green >> drop) << BITS) | (blue >> drop);
    const known = table[key] as number;
    if (known !== UNKNOWN) return known;
    let nearest = 0;
    let least = Infinity;
    for (const [place, colour] of colours.entries()) {
      const far = (colour[0] - red) ** 2 + (colour[1] - green) ** 2 + (colour[2] - blue) ** 2;
      if (far >= least) continue;
      least = far;
      nearest = place;
    }
    return (table[key] = nearest);
  };
}

/**
 * By how much a pixel is lightened so that neighbours take turns between two colours: ordered dithering by an
 * 8 × 8 matrix (Bayer 1973).
 */
export function ditherAt(x: number, y: number): number {
  let rank = 0;
  for (const bit of [1, 2, 4]) rank = 4 * rank + ((x ^ y) & bit ? 2 : 0) + (y & bit ? 1 : 0);
  return ((rank + 0.5) / 64 - 0.5) * DITHER;
}
