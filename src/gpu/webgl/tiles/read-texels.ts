import type {Size} from '../../size.ts';
import {gpuFinished} from '../tools/gpu-fence.ts';

/** The RGBA floats of a small texture of floats, row 0 first. Waits for the GPU where that is not done. */
export function readFloats(
  gl: WebGL2RenderingContext,
  texture: WebGLTexture,
  {width, height}: Size,
): Float32Array {
  const framebuffer = gl.createFramebuffer();
  gl.bindFramebuffer(gl.FRAMEBUFFER, framebuffer);
  gl.framebufferTexture2D(gl.FRAMEBUFFER, gl.COLOR_ATTACHMENT0, gl.TEXTURE_2D, texture, 0);
  const values = new Float32Array(width * height * 4);
  gl.readPixels(0, 0, width, height, gl.RGBA, gl.FLOAT, values);
  gl.deleteFramebuffer(framebuffer);
  return values;
}

/**
 * The RGBA bytes of the lower left of what was drawn to a framebuffer, row 0 first. They come through a buffer, so
 * that the page does not wait for the GPU.
 *
 * @param wait resolves after the milliseconds given
 * @throws ContextLostError
 */
export async function readBytes(
  gl: WebGL2RenderingContext,
  framebuffer: WebGLFramebuffer,
  {width, height}: Size,
  wait: (ms: number) => Promise<void>,
): Promise<Uint8ClampedArray<ArrayBuffer>> {
  const bytes = new Uint8ClampedArray(width * height * 4);
  const buffer = gl.createBuffer();
  try {
    gl.bindBuffer(gl.PIXEL_PACK_BUFFER, buffer);
    gl.bufferData(gl.PIXEL_PACK_BUFFER, bytes.length, gl.STREAM_READ);
    gl.bindFramebuffer(gl.FRAMEBUFFER, framebuffer);
    gl.readPixels(0, 0, width, height, gl.RGBA, gl.UNSIGNED_BYTE, 0);
    // Bound, it would take what others read.
    gl.bindBuffer(gl.PIXEL_PACK_BUFFER, null);
    await gpuFinished(gl, wait);
    gl.bindBuffer(gl.PIXEL_PACK_BUFFER, buffer);
    gl.getBufferSubData(gl.PIXEL_PACK_BUFFER, 0, bytes);
    gl.bindBuffer(gl.PIXEL_PACK_BUFFER, null);
    return bytes;
  } finally {
    gl.deleteBuffer(buffer);
  }
}
