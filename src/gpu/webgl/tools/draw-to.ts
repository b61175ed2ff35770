import type {TargetTexture} from './target-texture.ts';

/** Draws over all of a target with the program, textures and vertices that are in use. */
export function drawTo(
  gl: WebGL2RenderingContext,
  {framebuffer, width, height}: Pick<TargetTexture, 'framebuffer' | 'width' | 'height'>,
): void {
  gl.bindFramebuffer(gl.FRAMEBUFFER, framebuffer);
  gl.viewport(0, 0, width, height);
  gl.scissor(0, 0, width, height);
  gl.drawArrays(gl.TRIANGLES, 0, 3);
}
