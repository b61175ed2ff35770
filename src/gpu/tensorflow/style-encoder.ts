import * as tf from '@tensorflow/tfjs-core';
import type {Architecture} from '../../network/architecture.ts';
import {createNetwork} from '../../network/network.ts';
import type {StyleCode} from '../../network/style-code.ts';
import {readStatistics, styleStatistics} from '../../network/style-statistics.ts';
import type {Weights} from '../../network/weights.ts';
import type {Size} from '../size.ts';
import {createTarget} from '../webgl/tools/target-texture.ts';
import {pictureTensor} from './picture-tensor.ts';
import {compileAhead} from './tensorflow-backend.ts';

/** Finds out what a network knows of style pictures, with TensorFlow.js: once a style is enough. */
export type StyleEncoder = {
  /**
   * Compiles what an analysis at this size needs, without blocking the page; once a size, as
   * TensorFlow.js keys its programs by shape.
   */
  prepare(size: Size): Promise<void>;
  /**
   * The code of an RGBA8 texture of `size`, row 0 on top, which is prepared. This reads numbers back
   * from the GPU: never in the frame loop.
   */
  analyzeStyle(picture: WebGLTexture, size: Size): Promise<StyleCode>;
  /** Frees the weights; may be called twice. */
  dispose(): void;
};

/**
 * Puts a network's weights onto the WebGL backend that `startTensorFlow` has started in the context
 * the textures belong to.
 *
 * @param finished resolves when the GPU has done all it was given, and rejects if its context is lost
 */
export function createStyleEncoder(
  gl: WebGL2RenderingContext,
  architecture: Architecture,
  weights: Weights,
  finished: () => Promise<void>,
): StyleEncoder {
  const network = createNetwork(architecture, weights);
  const prepared = new Map<string, Promise<void>>();

  function compile(size: Size): Promise<void> {
    const blank = createTarget(gl, gl.RGBA8, size);
    return compileAhead(() => {
      tf.tidy(() => {
        const statistics = styleStatistics(network, pictureTensor(blank.texture, size));
        // What brings the numbers back is a program, too.
        for (const {mean, std} of Object.values(statistics)) {
          for (const tensor of [mean, std]) tensor.dataToGPU().tensorRef.dispose();
        }
      });
    }).finally(blank.dispose);
  }

  return {
    prepare(size) {
      const key = `${size.width}×${size.height}`;
      const compiled = prepared.get(key) ?? compile(size);
      prepared.set(key, compiled);
      compiled.catch(() => prepared.delete(key));
      return compiled;
    },
    async analyzeStyle(picture, size) {
      const tensors = tf.tidy(() => styleStatistics(network, pictureTensor(picture, size)));
      try {
        // TensorFlow.js would wait for ever for the numbers of a lost context.
        await finished();
        return {statistics: readStatistics(tensors)};
      } finally {
        tf.dispose(tensors);
      }
    },
    dispose: network.dispose,
  };
}
