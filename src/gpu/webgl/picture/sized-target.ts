import type {Size} from '../../size.ts';
import {createTarget, type TargetTexture} from '../tools/target-texture.ts';
import {sameSize} from './picture.ts';

/** A texture of half floats to draw to, of the size that is asked for. */
export type SizedTarget = {
  /** In another size than before it is made anew. */
  of(size: Size): TargetTexture;
  /** Frees it; may be called twice. */
  dispose(): void;
};

/** Makes one in this context. */
export function createSizedTarget(gl: WebGL2RenderingContext): SizedTarget {
  let target: TargetTexture | undefined;
  return {
    of(size) {
      if (target && sameSize(target, size)) return target;
      target?.dispose();
      return (target = createTarget(gl, gl.RGBA16F, size));
    },
    dispose() {
      target?.dispose();
      target = undefined;
    },
  };
}
