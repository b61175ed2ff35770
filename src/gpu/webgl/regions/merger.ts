import type {Size} from '../../size.ts';
import {createTargetPair} from '../picture/target-pair.ts';
import {createScreenPass} from '../tools/screen-pass.ts';
import {shaderText} from '../tools/shader-text.ts';
import mergeSource from './merge.glsl?raw';

/** What a region is covered with: a picture, or one colour, RGB in 0…1 with its alpha multiplied in. */
export type Covering = WebGLTexture | {colour: readonly [number, number, number, number]};

/** Where a region is: a texture, and which of its channels says so, 0…1. */
export type Mask = {texture: WebGLTexture; channel: 'red' | 'green'};

/** Puts regions over each other. */
export type Merger = {
  /** Begins a picture of `size` with what covers all of it. */
  begin(size: Size, covering: Covering): void;
  /** Covers a region of it. */
  cover(mask: Mask, covering: Covering): void;
  /**
   * The picture: a texture of half floats with its alpha multiplied in, which the merger owns and the next picture
   * overwrites; or what it was begun with, where that is a picture and no region was covered.
   */
  end(): Covering;
  /** Frees the textures; may be called twice. */
  dispose(): void;
};

/** Stands for: a picture. */
const NO_COLOUR = [0, 0, 0, -1] as const;

/** Makes a merger in this context. */
export function createMerger(gl: WebGL2RenderingContext): Merger {
  const pass = createScreenPass(gl, shaderText({}, [mergeSource]));
  const pair = createTargetPair(gl);
  let [size, under, isMerged]: [Size, Covering, boolean] = [{width: 0, height: 0}, {}, false];

  return {
    begin(ofSize, covering) {
      [size, under, isMerged] = [ofSize, covering, false];
    },
    cover({texture: mask, channel}, over) {
      const {next} = pair.of(size);
      // A sampler wants some texture, though its colour is not asked for.
      const textures = {
        mask,
        over: 'colour' in over ? mask : over,
        under: 'colour' in under ? mask : under,
      };
      pass.draw(next.framebuffer, size, textures, (shader) => {
        gl.uniform4f(
          shader.uniform('channel'),
          channel === 'red' ? 1 : 0,
          channel === 'red' ? 0 : 1,
          0,
          0,
        );
        gl.uniform4fv(shader.uniform('overColour'), colourOf(over));
        gl.uniform4fv(shader.uniform('underColour'), colourOf(under));
        gl.uniform1i(shader.uniform('underHasAlpha'), isMerged ? 1 : 0);
      });
      pair.swap();
      [under, isMerged] = [next.texture, true];
    },
    end: () => under,
    dispose() {
      pass.dispose();
      pair.dispose();
    },
  };
}

function colourOf(covering: Covering): readonly [number, number, number, number] {
  return 'colour' in covering ? covering.colour : NO_COLOUR;
}
