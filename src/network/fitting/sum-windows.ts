import * as tf from '@tensorflow/tfjs-core';
import type {Feature} from '../network.ts';

/** A window of a map: where it begins, and from which channel on. */
export type Window = {top: number; left: number; channel: number};

/** Of all windows. */
export type WindowSize = {height: number; width: number; channels: number};

/** The kernel of a backend that sums up windows at once; where there is none, TensorFlow.js does it op by op. */
export const SUM_WINDOWS = 'SumWindows';

/** What such a kernel gets beside the map, which is called `x`. */
export type SumWindowsAttrs = {windows: readonly Window[]; size: WindowSize};

/** The sum of some windows of a map `[n, height, width, channels]`; without gradients. */
export function sumWindows(x: Feature, windows: readonly Window[], size: WindowSize): Feature {
  const {height, width, channels} = size;
  if (canSumAtOnce(x, size)) {
    return tf.engine().runKernel(SUM_WINDOWS, {x}, {windows, size} as unknown as tf.NamedAttrMap);
  }
  const extent = [x.shape[0], height, width, channels];
  const parts = windows.map(({top, left, channel}): Feature =>
    tf.slice(x, [0, top, left, channel], extent),
  );
  return tf.addN(parts);
}

/** Channels come in twos there. */
function canSumAtOnce(x: Feature, {channels}: WindowSize): boolean {
  return channels % 2 === 0 && x.shape[3] % 2 === 0 && !!tf.getKernel(SUM_WINDOWS, tf.getBackend());
}
