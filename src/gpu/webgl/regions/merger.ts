import type {Size} from '../../size.ts';
import {createSizedTarget} from '../picture/sized-target.ts';
import {createScreenPass} from '../tools/screen-pass.ts';
import {shaderText} from '../tools/shader-text.ts';
import mergeSource from './merge.glsl?raw';

/** What a region is covered with: a picture, or one colour, RGB in 0…1 with its alpha multiplied in. */
export type Covering = WebGLTexture | {colour: readonly [number, number, number, number]};

/** Puts persons before what is behind them. */
export type Merger = {
  /**
   * A picture of `size`: a texture of half floats with its alpha multiplied in, which the merger owns and the next
   * call overwrites.
   *
   * @param mask of that size; 0…1 in red, 1 where a person is
   */
  merge(mask: WebGLTexture, size: Size, person: Covering, background: Covering): WebGLTexture;
  /** Frees the texture; may be called twice. */
  dispose(): void;
};

/** Stands for: a picture. */
const NO_COLOUR = [0, 0, 0, -1] as const;

/** Makes a merger in this context. */
export function createMerger(gl: WebGL2RenderingContext): Merger {
  const pass = createScreenPass(gl, shaderText({}, [mergeSource]));
  const target = createSizedTarget(gl);

  return {
    merge(mask, size, person, background) {
      const {texture, framebuffer} = target.of(size);
      // A sampler wants some texture, though its colour is not asked for.
      const textures = {
        mask,
        person: 'colour' in person ? mask : person,
        background: 'colour' in background ? mask : background,
      };
      pass.draw(framebuffer, size, textures, (shader) => {
        gl.uniform4fv(shader.uniform('personColour'), colourOf(person));
        gl.uniform4fv(shader.uniform('backgroundColour'), colourOf(background));
      });
      return texture;
    },
    dispose() {
      pass.dispose();
      target.dispose();
    },
  };
}

function colourOf(covering: Covering): readonly [number, number, number, number] {
  return 'colour' in covering ? covering.colour : NO_COLOUR;
}
