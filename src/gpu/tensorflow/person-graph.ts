import * as tf from '@tensorflow/tfjs-core';
import type {PersonNetwork} from '../../network/person/person-network.ts';
import {createSegmenter} from '../../network/person/segment.ts';
import keepSource from '../webgl/regions/keep.glsl?raw';
import keepMaskSource from '../webgl/regions/keep-mask.glsl?raw';
import type {PersonPasses} from '../webgl/regions/person-passes.ts';
import {createScreenPass} from '../webgl/tools/screen-pass.ts';
import {shaderText} from '../webgl/tools/shader-text.ts';
import {PERSON_KERNELS} from './person-kernels.ts';
import {pictureTensor} from './picture-tensor.ts';
import {registerKernels} from './register-kernels.ts';
import {compileAhead} from './tensorflow-backend.ts';

/** It takes four times as many draws, so it looks at ten frames a second at most. */
const REST_MS = 100;

/**
 * The network that finds persons as TensorFlow.js ops, on the WebGL backend that `startTensorFlow` has started in the
 * context the textures belong to.
 */
export function createPersonGraph(
  gl: WebGL2RenderingContext,
  network: PersonNetwork,
): PersonPasses {
  registerKernels(PERSON_KERNELS);
  const {side} = network;
  const size = {width: side, height: side};
  const segmenter = createSegmenter(network);
  const keeping = createScreenPass(gl, shaderText({}, [keepSource, keepMaskSource]));

  /** Four to a texel, as `dataToGPU` has them. */
  function textureOf(picture: tf.Tensor4D) {
    const mask = tf.tidy(() => tf.tile(segmenter.maskOf(picture), [1, 1, 1, 4]));
    return {mask, ...mask.dataToGPU({customTexShape: [side, side]})};
  }

  return {
    side,
    restMs: REST_MS,
    async prepare() {
      await compileAhead(() => {
        const picture = tf.zeros<tf.Rank.R4>([1, side, side, 3]);
        const {mask, tensorRef} = textureOf(picture);
        tf.dispose([picture, mask, tensorRef]);
      });
    },
    draw(picture, target, before, kept) {
      const input = pictureTensor(picture, size);
      const {mask, texture, tensorRef} = textureOf(input);
      if (texture) {
        keeping.draw(target.framebuffer, size, {mask: texture, before}, (shader) => {
          gl.uniform1f(shader.uniform('kept'), kept);
        });
      }
      tf.dispose([input, mask, tensorRef]);
    },
    dispose() {
      segmenter.dispose();
      keeping.dispose();
    },
  };
}
