import * as tf from '@tensorflow/tfjs';
import type {Network} from '../../network/network.ts';
import {
  readStatistics,
  type StyleStatistics,
  styleStatistics,
} from '../../network/style-statistics.ts';
import type {Size} from '../size.ts';
import {pictureTensor} from './picture-tensor.ts';
import {compileAhead} from './tensorflow-backend.ts';

/** Finds out the statistics of style pictures with TensorFlow.js: once a style is enough. */
export type StyleEncoder = {
  /** Compiles what is needed at about this size, without blocking the page. */
  prepare(size: Size): Promise<void>;
  /** The statistics of an RGBA8 texture of `size`, row 0 on top. */
  analyzeStyle(picture: WebGLTexture, size: Size): Promise<StyleStatistics>;
};

/**
 * Makes a style encoder of a network, which stays the caller's.
 *
 * @param finished resolves when the GPU has done all it was given, and rejects if its context is lost
 */
export function createStyleEncoder(network: Network, finished: () => Promise<void>): StyleEncoder {
  return {
    async prepare({width, height}) {
      await compileAhead(() => {
        tf.tidy(() => {
          styleStatistics(network, tf.zeros<tf.Rank.R4>([1, height, width, 3]));
        });
      });
    },
    async analyzeStyle(picture, size) {
      const tensors = tf.tidy(() => styleStatistics(network, pictureTensor(picture, size)));
      try {
        // TensorFlow.js would wait for ever for the numbers of a lost context.
        await finished();
        return readStatistics(tensors);
      } finally {
        tf.dispose(tensors);
      }
    },
  };
}
