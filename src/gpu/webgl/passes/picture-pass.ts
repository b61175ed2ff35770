import type {PicturePass} from '../../plan/plan.ts';
import {shaderText} from '../tools/shader-text.ts';
import mapSource from './feature-map.glsl?raw';
import type {GpuPass, PassContext} from './gpu-pass.ts';
import pictureSource from './picture.glsl?raw';

/** Puts the pass onto the GPU that lays the last map out as a picture. */
export function createPicturePass({gl, programs}: PassContext, {map}: PicturePass): GpuPass {
  const shader = programs.programOf(shaderText({}, [mapSource, pictureSource]));
  return {
    bind(memory) {
      shader.finish();
      const place = shader.uniform('featureShape');
      const shape = memory.shapeOf(map);
      const feature = memory.targetOf(map).texture;
      const {framebuffer, width, height} = memory.picture;
      return () => {
        gl.useProgram(shader.program);
        gl.activeTexture(gl.TEXTURE0);
        gl.bindTexture(gl.TEXTURE_2D_ARRAY, feature);
        gl.uniform4iv(place, shape);
        gl.bindFramebuffer(gl.FRAMEBUFFER, framebuffer);
        gl.viewport(0, 0, width, height);
        gl.scissor(0, 0, width, height);
        gl.drawArrays(gl.TRIANGLES, 0, 3);
      };
    },
    dispose: () => {},
  };
}
