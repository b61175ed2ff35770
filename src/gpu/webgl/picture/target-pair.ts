import type {Size} from '../../size.ts';
import {createTarget, type TargetTexture} from '../tools/target-texture.ts';
import {sameSize} from './picture.ts';

/** Two textures that take turns: one is drawn to from what the other one holds. */
export type TargetPair = {
  /**
   * The one to draw to, and the one drawn to before the last swap. In another size than before both are
   * made anew, and hold nothing.
   */
  of(size: Size): {next: TargetTexture; last: TargetTexture; isNew: boolean};
  /** Lets them change their parts; there must be some. */
  swap(): void;
  /** Frees both; may be called twice. */
  dispose(): void;
};

/**
 * Makes a pair in this context.
 *
 * @param format in eight bits, a fade to black would stop a level or two before it
 */
export function createTargetPair(
  gl: WebGL2RenderingContext,
  format: GLenum = gl.RGBA16F,
): TargetPair {
  let targets: [TargetTexture, TargetTexture] | undefined;

  function free() {
    for (const target of targets ?? []) target.dispose();
  }

  return {
    of(size) {
      const isNew = !sameSize(targets?.[0], size);
      if (isNew) free();
      if (isNew || !targets) {
        targets = [createTarget(gl, format, size), createTarget(gl, format, size)];
      }
      const [next, last] = targets;
      return {next, last, isNew};
    },
    swap() {
      if (targets) targets.reverse();
    },
    dispose: free,
  };
}
