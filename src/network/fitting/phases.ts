import * as tf from '@tensorflow/tfjs-core';
import type {Feature} from '../network.ts';

/**
 * A convolution of a map that is up-sampled by repeating pixels: its pixels 2j − 1 and 2j see the map's
 * j − 1 and j alone, so it is one of 2×2 on the map for each of these two phases, down and across, with
 * four ninths of the multiplications. Which rows of a 3×3 kernel each of two taps sums up,
 * `[phase][tap][row]`; columns are as rows.
 */
const PHASES: readonly (readonly (readonly number[])[])[] = [
  [
    [1, 1, 0],
    [0, 0, 1],
  ],
  [
    [1, 0, 0],
    [0, 1, 1],
  ],
];

/** Kernels of `[3, 3, inputs, outputs]` as one of `[2, 2, inputs, 4 · outputs]`, phase by phase. */
export function phaseKernel(kernel: tf.Tensor4D): tf.Tensor4D {
  const [, , inputs, outputs] = kernel.shape;
  return tf.tidy(() => {
    const rows = tf.reshape(kernel, [9, inputs * outputs]);
    const byPhase = tf.reshape(tf.matMul(sums(), rows), [4, 4, inputs, outputs]);
    return tf.reshape(tf.transpose(byPhase, [1, 2, 0, 3]), [2, 2, inputs, 4 * outputs]);
  });
}

/** The gradient by a kernel, of that by what `phaseKernel` made of it. */
export function phaseKernelGradient(gradient: tf.Tensor4D): tf.Tensor4D {
  const [, , inputs, all] = gradient.shape;
  const outputs = all / 4;
  return tf.tidy(() => {
    const byTap = tf.reshape(gradient, [4, inputs, 4, outputs]);
    const byPhase = tf.reshape(tf.transpose(byTap, [2, 0, 1, 3]), [16, inputs * outputs]);
    return tf.reshape(tf.matMul(sums(), byPhase, true), [3, 3, inputs, outputs]);
  });
}

/** `[n, h, w, 4 · c]`, phase by phase, as a map of `[n, 2h, 2w, c]`. */
export function joinPhases(phases: Feature): Feature {
  return tf.depthToSpace(phases, 2);
}

/** The other way round. */
export function splitPhases(map: Feature): Feature {
  const [n, height, width, channels] = map.shape;
  const [rows, columns] = [height / 2, width / 2];
  return tf.tidy(() => {
    const pixels = tf.reshape(map, [n, rows, 2, columns, 2, channels]);
    return tf.reshape(tf.transpose(pixels, [0, 1, 3, 2, 4, 5]), [n, rows, columns, 4 * channels]);
  });
}

/** `[16, 9]`: which of a kernel's places each tap of each phase sums up. */
function sums(): tf.Tensor2D {
  const table = PHASES.flatMap((down) =>
    PHASES.flatMap((right) =>
      down.flatMap((rows) =>
        right.map((columns) => rows.flatMap((row) => columns.map((column) => row * column))),
      ),
    ),
  );
  return tf.tensor2d(table);
}
