import type {Frame} from '../../frame.ts';
import {createFrameInput} from '../picture/frame-input.ts';
import {gpuFinished} from '../tools/gpu-fence.ts';
import {createScreenPass} from '../tools/screen-pass.ts';
import {shaderText} from '../tools/shader-text.ts';
import {createTarget} from '../tools/target-texture.ts';
import type {PersonPasses} from './person-passes.ts';
import pictureSource from './person-picture.glsl?raw';
import presenceSource from './person-presence.glsl?raw';

/** Says how much of a picture persons cover. */
export type PersonPresence = {
  /**
   * The share of a frame that persons cover, 0…1. The answer is read once the GPU has it: nothing waits.
   *
   * @throws ContextLostError, PictureRefusedError
   */
  shareOf(frame: Frame): Promise<number>;
  /** Frees what is its own; may be called twice. */
  dispose(): void;
};

/** The mask is counted in so many cells a side, which are added up on the CPU. */
const CELLS = 16;

/**
 * Makes it in this context.
 *
 * @param passes stay the caller's
 * @param wait resolves after the milliseconds given
 */
export function createPersonPresence(
  gl: WebGL2RenderingContext,
  passes: PersonPasses,
  wait: (ms: number) => Promise<void>,
): PersonPresence {
  const {side} = passes;
  const square = {width: side, height: side};
  const cells = {width: CELLS, height: CELLS};
  const input = createFrameInput(gl);
  const shrinking = createScreenPass(gl, shaderText({SIDE: side}, [pictureSource]));
  const counting = createScreenPass(gl, shaderText({CELL: side / CELLS}, [presenceSource]));
  const picture = createTarget(gl, gl.RGBA8, square);
  const mask = createTarget(gl, gl.RGBA16F, square);
  const counted = createTarget(gl, gl.RGBA8, cells);

  async function read(): Promise<Uint8Array> {
    const bytes = new Uint8Array(4 * CELLS * CELLS);
    const buffer = gl.createBuffer();
    try {
      gl.bindBuffer(gl.PIXEL_PACK_BUFFER, buffer);
      gl.bufferData(gl.PIXEL_PACK_BUFFER, bytes.length, gl.STREAM_READ);
      gl.bindFramebuffer(gl.FRAMEBUFFER, counted.framebuffer);
      gl.readPixels(0, 0, CELLS, CELLS, gl.RGBA, gl.UNSIGNED_BYTE, 0);
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

  return {
    async shareOf({image, size}) {
      input.take(image, size);
      // As wide as it is: what is cut off would not be seen.
      const frame = input.fit({width: Math.round((side * size.width) / size.height), height: side});
      shrinking.draw(picture.framebuffer, square, {frame: frame.texture});
      passes.draw(picture.texture, mask, picture.texture, 0);
      counting.draw(counted.framebuffer, cells, {mask: mask.texture});
      const bytes = await read();
      let sum = 0;
      for (let cell = 0; cell < bytes.length; cell += 4) sum += bytes[cell] ?? 0;
      return sum / (255 * CELLS * CELLS);
    },
    dispose() {
      for (const part of [input, shrinking, counting, picture, mask, counted]) part.dispose();
    },
  };
}
