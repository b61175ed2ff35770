import type {Size} from '../../size.ts';

/** The RGBA bytes of a texture, row 0 first. Waits for the GPU: never in the frame loop. */
export function readTexture(
  gl: WebGL2RenderingContext,
  texture: WebGLTexture,
  {width, height}: Size,
): Uint8Array<ArrayBuffer> {
  const framebuffer = gl.createFramebuffer();
  gl.bindFramebuffer(gl.FRAMEBUFFER, framebuffer);
  gl.framebufferTexture2D(gl.FRAMEBUFFER, gl.COLOR_ATTACHMENT0, gl.TEXTURE_2D, texture, 0);
  const bytes = new Uint8Array(width * height * 4);
  gl.readPixels(0, 0, width, height, gl.RGBA, gl.UNSIGNED_BYTE, bytes);
  gl.deleteFramebuffer(framebuffer);
  return bytes;
}
