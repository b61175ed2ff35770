import {FRAME_STEP, type Size} from '../size.ts';
import {assignTextures} from './assign-textures.ts';
import {storageOf} from './feature-map.ts';
import type {Plan} from './plan.ts';

/** Textures of a window take about so much at most. */
const MOST_BYTES = 180e6;

/** No side is longer: the GPU should get done with a window soon. */
const LONGEST_SIDE = 1088;

/** A part of the result that lies side by side takes so much at most, where that can be had. */
const MOST_ROW_BYTES = 96e6;

/** What a window's size depends on. */
export type WindowNeeds = {
  plan: Plan;
  /** Bytes of four channels of a map. */
  texelBytes: number;
  /** What a pixel takes besides the network's maps. */
  pictureBytes: number;
  /** The longest side of a texture here. */
  longestTexture: number;
};

/** How large a window of a picture may be, in multiples of `FRAME_STEP`. */
export function mostWindow(
  {plan, texelBytes, pictureBytes, longestTexture}: WindowNeeds,
  longestSide = LONGEST_SIDE,
): Size {
  const unit = {width: FRAME_STEP, height: FRAME_STEP};
  const storages = assignTextures(plan).textures.map((map) => storageOf(map, unit));
  const mapBytes = storages.reduce(
    (sum, {width, height, layers}) => sum + width * height * layers * texelBytes,
    0,
  );
  const bytes = mapBytes / FRAME_STEP ** 2 + pictureBytes;
  const side = Math.min(longestSide, Math.sqrt(MOST_BYTES / bytes));
  // The groups of a map lie one below the other.
  const tallest = Math.max(...storages.map(({height}) => height / FRAME_STEP));
  const stepped = (length: number) => Math.floor(length / FRAME_STEP) * FRAME_STEP;
  return {width: stepped(side), height: stepped(Math.min(side, longestTexture / tallest))};
}

/**
 * The most rows of a painting that are painted before the next ones, so that what is waited for of the result can be
 * held.
 *
 * @param scale pixels of the painting for one of the result
 */
export function mostRows(size: Size, scale: number): number {
  return Math.floor((MOST_ROW_BYTES / (4 * size.width)) * scale);
}
