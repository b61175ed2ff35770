import type {Size} from '../../size.ts';
import vertexSource from './screen-triangle.glsl?raw';
import {type ShaderProgram, startShaderProgram} from './shader-program.ts';

/** A program that fills a whole target, and the GL state that needs. */
export type ScreenPass = {
  /**
   * Draws to `target` (null: the canvas); `setUniforms` is called with the program in use.
   * Leaves the GL state as TensorFlow.js expects it.
   */
  draw(
    target: WebGLFramebuffer | null,
    size: Size,
    textures: Record<string, WebGLTexture>,
    setUniforms?: (program: ShaderProgram) => void,
  ): void;
  /** Frees what the pass holds; may be called twice. */
  dispose(): void;
};

/**
 * Makes a pass of a fragment shader whose input is `position`, 0…1 over the target. It compiles
 * meanwhile, and is waited for when it is first drawn.
 */
export function createScreenPass(gl: WebGL2RenderingContext, fragmentSource: string): ScreenPass {
  const shader = startShaderProgram(gl, vertexSource, fragmentSource);
  const vertices = gl.createVertexArray();
  return {
    draw(target, size, textures, setUniforms) {
      shader.finish();
      gl.bindFramebuffer(gl.FRAMEBUFFER, target);
      gl.viewport(0, 0, size.width, size.height);
      gl.scissor(0, 0, size.width, size.height);
      gl.useProgram(shader.program);
      gl.bindVertexArray(vertices);
      Object.entries(textures).forEach(([name, texture], unit) => {
        gl.activeTexture(gl.TEXTURE0 + unit);
        gl.bindTexture(gl.TEXTURE_2D, texture);
        gl.uniform1i(shader.uniform(name), unit);
      });
      setUniforms?.(shader);
      gl.drawArrays(gl.TRIANGLES, 0, 3);
      gl.bindVertexArray(null);
    },
    dispose() {
      shader.dispose();
      gl.deleteVertexArray(vertices);
    },
  };
}
