import type {Size} from '../../size.ts';
import {createTarget, type TargetTexture} from '../tools/target-texture.ts';

/** Paintings of tiles that are needed once more. */
export type KeptPaintings = {
  /** How many tiles there is room for: the first ones. */
  readonly room: number;
  /** Keeps copies of a tile's paintings, where there is room for them. */
  keep(index: number, paintings: readonly TargetTexture[]): void;
  /** Those of a tile; undefined where they are not kept. */
  of(index: number): readonly WebGLTexture[] | undefined;
  /** Frees the textures; may be called twice. */
  dispose(): void;
};

/** What they take at most. */
const MOST_BYTES = 64e6;

/**
 * Makes room for paintings.
 *
 * @param size of each
 * @param count how many a tile has
 * @param format of their texels
 * @param mostBytes what they take at most
 */
export function createKeptPaintings(
  gl: WebGL2RenderingContext,
  {width, height}: Size,
  count: number,
  format: GLenum,
  mostBytes = MOST_BYTES,
): KeptPaintings {
  const texelBytes = format === gl.RGBA8 ? 4 : 16;
  const kept: TargetTexture[][] = [];
  const room = Math.floor(mostBytes / (width * height * texelBytes * count));

  function copyOf({framebuffer}: TargetTexture): TargetTexture {
    const copy = createTarget(gl, format, {width, height});
    gl.bindFramebuffer(gl.READ_FRAMEBUFFER, framebuffer);
    gl.bindFramebuffer(gl.DRAW_FRAMEBUFFER, copy.framebuffer);
    // What is left of a draw would cut the copy.
    gl.scissor(0, 0, width, height);
    const [mask, filter] = [gl.COLOR_BUFFER_BIT, gl.NEAREST];
    gl.blitFramebuffer(0, 0, width, height, 0, 0, width, height, mask, filter);
    return copy;
  }

  return {
    room,
    keep(index, paintings) {
      if (index < room) kept[index] = paintings.map(copyOf);
    },
    of: (index) => kept[index]?.map(({texture}) => texture),
    dispose() {
      for (const targets of kept.splice(0)) for (const target of targets) target.dispose();
    },
  };
}
