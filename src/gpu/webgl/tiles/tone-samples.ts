import type {GridTile} from '../../plan/tile-grid.ts';
import type {Size} from '../../size.ts';
import {createScreenPass} from '../tools/screen-pass.ts';
import {shaderText} from '../tools/shader-text.ts';
import {createTarget} from '../tools/target-texture.ts';
import samplesSource from './samples.glsl?raw';

/** Collects the pixels by which the tones of a painting are known, while that is painted in parts. */
export type ToneSamples = {
  /** What there is so far; once all parts were taken, it has the tones of the whole. */
  texture: WebGLTexture;
  /** Takes those of a tile. */
  take(painting: WebGLTexture, tile: GridTile): void;
  /** Frees the texture; may be called twice. */
  dispose(): void;
};

/** As many on each side as `ranks.glsl` looks at: of a picture of this size it looks at every pixel. */
const SIDE = 32;

/**
 * Makes a collection.
 *
 * @param size of the whole painting, in pixels
 * @param format of the paintings
 */
export function createToneSamples(
  gl: WebGL2RenderingContext,
  {width, height}: Size,
  format: GLenum,
): ToneSamples {
  const pass = createScreenPass(gl, shaderText({SIDE}, [samplesSource]));
  const target = createTarget(gl, format, {width: SIDE, height: SIDE});
  return {
    texture: target.texture,
    take(painting, {window, own}) {
      pass.draw(target.framebuffer, target, {painting}, (shader) => {
        gl.uniform2i(shader.uniform('first'), window.x, window.y);
        gl.uniform4i(shader.uniform('own'), own.x, own.y, own.x + own.width, own.y + own.height);
        gl.uniform2i(shader.uniform('size'), width, height);
      });
    },
    dispose() {
      pass.dispose();
      target.dispose();
    },
  };
}
