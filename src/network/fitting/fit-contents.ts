import * as tf from '@tensorflow/tfjs-core';
import {type Palette, paletteOf} from '../palette.ts';
import {chanceAt, drawsOf} from './chance.ts';
import {type ColourMap, colourMap} from './colour-map.ts';
import type {FitBatch} from './fit-inputs.ts';

/** A picture to fit on: RGBA in 0…255, row by row. */
export type FitContent = {pixels: Uint8ClampedArray; width: number; height: number};

/** What steps look at: by its number, so that a fit that was stopped goes on with what it would have seen. */
export type FitContents = {
  /**
   * A batch by its number, which belongs to the caller.
   *
   * @param moves whether the scenes are seen a second time, moved
   */
  batch(number: number, moves: boolean): FitBatch;
};

/**
 * Batches, which come round again; pictures in each, and the side of their crops in pixels, a multiple
 * of 16.
 */
export type FitCrops = {batches: number; count: number; side: number};

/** Pixels that a scene moves at most each way. */
const MOTION = 2;

/** Noise of the second view at most, of 1. */
const NOISE = 3 / 255;

/** The grain that every frame gets, as in `recolour.glsl`: its height, and how far its points are apart. */
const GRAIN = {height: 7 / 255, side: 4};

/**
 * Contents in a style's palette.
 *
 * @throws if there is none of at least the crops' side and a little more
 */
export function createFitContents(
  contents: readonly FitContent[],
  style: Palette,
  {batches, count, side}: FitCrops,
): FitContents {
  const margin = side + 2 * MOTION;
  const usable = contents
    .filter(({width, height}) => Math.min(width, height) >= margin)
    .map((content) => ({content, map: colourMap(paletteOf(content.pixels), style)}));
  if (usable.length === 0) throw new Error(`Expected pictures of at least ${margin} pixels.`);
  const grain = grainOf(side);

  return {
    batch(number, moves) {
      const draw = drawsOf(number);
      const [right, down] = [draw(2 * MOTION + 1) - MOTION, draw(2 * MOTION + 1) - MOTION];
      const values = new Float32Array(count * side * side * 3);
      const moved = new Float32Array(moves ? values.length : 0);
      for (let index = 0; index < count; index++) {
        // All pictures are seen, or as many as there are crops.
        const share = (number + index / count) / batches;
        const chosen = usable[Math.floor(share * usable.length)];
        if (!chosen) throw new Error('Expected a picture to fit on.');
        const {content, map} = chosen;
        const crop = {
          left: MOTION + draw(content.width - margin + 1),
          top: MOTION + draw(content.height - margin + 1),
          flipped: draw(2) === 1,
        };
        const at = index * side * side * 3;
        copyCrop(values.subarray(at), content, map, crop, side, grain, () => 0);
        if (!moves) continue;
        const from = {
          ...crop,
          left: crop.left + (crop.flipped ? -right : right),
          top: crop.top + down,
        };
        const height = (NOISE * draw(256)) / 255;
        copyCrop(
          moved.subarray(at),
          content,
          map,
          from,
          side,
          grain,
          (place) => height * (chanceAt(place, number) + chanceAt(place, ~number)),
        );
      }
      const shape: [number, number, number, number] = [count, side, side, 3];
      const batch = {contents: tf.tensor4d(values, shape)};
      return moves ? {...batch, views: {pictures: tf.tensor4d(moved, shape), right, down}} : batch;
    },
  };
}

/** A whole picture as networks take it; it belongs to the caller. */
export function pictureTensor({pixels, width, height}: FitContent): tf.Tensor4D {
  const rgb = pixels.filter((_, at) => at % 4 !== 3);
  return tf.tensor4d(
    Float32Array.from(rgb, (value) => value / 255),
    [1, height, width, 3],
  );
}

/** Frees a batch; may be called twice. */
export function disposeBatch({contents, views}: FitBatch): void {
  contents.dispose();
  views?.pictures.dispose();
}

type Crop = {left: number; top: number; flipped: boolean};

function copyCrop(
  target: Float32Array,
  {pixels, width}: FitContent,
  {matrix, offset}: ColourMap,
  {left, top, flipped}: Crop,
  side: number,
  grain: Float32Array,
  noiseAt: (place: number) => number,
) {
  for (let place = 0; place < side * side; place++) {
    const [x, y] = [place % side, Math.floor(place / side)];
    const from = 4 * ((top + y) * width + left + (flipped ? side - 1 - x : x));
    for (let channel = 0; channel < 3; channel++) {
      let value = offset[channel] ?? 0;
      for (let each = 0; each < 3; each++) {
        value += ((matrix[3 * channel + each] ?? 0) * (pixels[from + each] ?? 0)) / 255;
      }
      const noise = noiseAt(3 * place + channel);
      target[3 * place + channel] = clamped(clamped(value) + (grain[place] ?? 0) + noise);
    }
  }
}

/** The grain of a square, row by row: chance on a lattice, eased between its points. */
function grainOf(side: number): Float32Array {
  return Float32Array.from({length: side * side}, (_, place) => {
    const [column, row] = [place % side, Math.floor(place / side)];
    const [x, y] = [Math.floor(column / GRAIN.side), Math.floor(row / GRAIN.side)];
    const right = eased((column % GRAIN.side) / GRAIN.side);
    const above = mixed(chanceAt(x, y), chanceAt(x + 1, y), right);
    const below = mixed(chanceAt(x, y + 1), chanceAt(x + 1, y + 1), right);
    return GRAIN.height * mixed(above, below, eased((row % GRAIN.side) / GRAIN.side));
  });
}

function eased(share: number): number {
  return share * share * (3 - 2 * share);
}

function mixed(from: number, to: number, share: number): number {
  return from + (to - from) * share;
}

function clamped(value: number): number {
  return Math.min(1, Math.max(0, value));
}
