import type {PicturePass} from '../../plan/plan.ts';
import {drawTo} from '../tools/draw-to.ts';
import {shaderText} from '../tools/shader-text.ts';
import type {TargetTexture} from '../tools/target-texture.ts';
import mapSource from './feature-map.glsl?raw';
import type {FrameMemory} from './frame-memory.ts';
import type {PassContext, Step} from './gpu-pass.ts';
import pictureSource from './picture.glsl?raw';

/** Lays the last map out as a picture. */
export type PictureGpuPass = {
  /** Makes the pass ready for frames of the memory's size, to draw to `painting`. */
  bind(memory: FrameMemory, painting: TargetTexture): Step;
};

/** Puts the pass onto the GPU that ends a painting. */
export function createPicturePass({gl, programs}: PassContext, {map}: PicturePass): PictureGpuPass {
  const shader = programs.programOf(shaderText({}, [mapSource, pictureSource]));
  return {
    bind(memory, painting) {
      shader.finish();
      const place = shader.uniform('featureShape');
      const shape = memory.shapeOf(map);
      const feature = memory.targetOf(map).texture;
      return () => {
        gl.useProgram(shader.program);
        gl.activeTexture(gl.TEXTURE0);
        gl.bindTexture(gl.TEXTURE_2D_ARRAY, feature);
        gl.uniform4iv(place, shape);
        drawTo(gl, painting);
      };
    },
  };
}
