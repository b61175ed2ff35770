import {expect} from 'vitest';
import type {Frame} from '../../../../src/gpu/frame.ts';
import type {PaintedTile} from '../../../../src/gpu/painter.ts';
import type {Size} from '../../../../src/gpu/size.ts';

/** Takes tiles, and puts them together. */
export type TileTaker = {
  tiles: PaintedTile[];
  take: (tile: PaintedTile) => void;
  /** RGBA bytes of the whole, whose alpha is not multiplied in. */
  pixels: Uint8ClampedArray<ArrayBuffer>;
};

/** Makes a taker of a picture of a size. */
export function createTileTaker(size: Size): TileTaker {
  const pixels = new Uint8ClampedArray(4 * size.width * size.height);
  const tiles: PaintedTile[] = [];
  return {
    tiles,
    pixels,
    take(tile) {
      tiles.push(tile);
      for (let row = 0; row < tile.height; row++) {
        const ofTile = tile.pixels.subarray(4 * row * tile.width, 4 * (row + 1) * tile.width);
        pixels.set(ofTile, 4 * ((tile.y + row) * size.width + tile.x));
      }
    },
  };
}

/** A frame that shows a picture for as long as it is wanted. */
export function frameOf(image: HTMLCanvasElement | ImageData): Frame {
  const {width, height} = image;
  return {image, size: {width, height}, timeMs: 0, close: () => {}};
}

/** How two pictures differ: at most, on the mean, and what share of their bytes by more than 1, in steps of 0…255. */
export function differences(one: ArrayLike<number>, other: ArrayLike<number>) {
  if (one.length !== other.length) throw new Error(`Expected ${one.length} bytes of both.`);
  let [most, sum, more] = [0, 0, 0];
  for (let place = 0; place < one.length; place++) {
    const difference = Math.abs(one[place]! - other[place]!);
    most = Math.max(most, difference);
    sum += difference;
    if (difference > 1) more++;
  }
  return {most, mean: sum / one.length, share: more / one.length};
}

/**
 * Expects pictures that were painted in half floats and eight bits to be the same but for rounding: where a value lies
 * between two steps, sums in another order make it the one or the other, and a curve of tones makes that two or three.
 *
 * @param mean the most that they may differ on the mean, in steps of 0…255
 */
export function expectSame(one: ArrayLike<number>, other: ArrayLike<number>, mean = 0.03): void {
  const found = differences(one, other);
  expect(found.mean).toBeLessThan(mean);
  expect(found.share).toBeLessThan(mean / 10);
  expect(found.most).toBeLessThanOrEqual(8);
}

/** With the alpha multiplied in: what is clear has no colour. */
export function multiplied(pixels: Uint8ClampedArray): Uint8ClampedArray {
  return pixels.map((value, place) => {
    const alpha = pixels[place | 3]!;
    return place % 4 === 3 ? value : (value * alpha) / 255;
  });
}
