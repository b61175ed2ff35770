import type {Paint} from '../../painter.ts';
import type {Size} from '../../size.ts';
import {createScreenPass} from '../tools/screen-pass.ts';
import {createTarget, type TargetTexture} from '../tools/target-texture.ts';
import {type Picture, sameSize} from './picture.ts';
import fragmentSource from './steadier.glsl?raw';

/**
 * Keeps strokes from trembling: what little noise a frame has left, a network makes more of, and the
 * more texture it paints. Where the frame stands still, the painting is blended with the one before.
 */
export type Steadier = {
  /**
   * The painting of a frame, steadied: a texture of half floats, which the steadier owns and the frame
   * after the next overwrites. The first one with another paint or of another size stays as it is; the
   * same frame again does not count anew.
   *
   * @param frame what was painted; in alpha how much it moves, 0…1, as `NoiseFilter` gives it
   */
  steady(painting: WebGLTexture, frame: Picture, paint: Paint): WebGLTexture;
  /** Forgets the paintings so far: the next one is of another scene. */
  restart(): void;
  /** Frees the textures; may be called twice. */
  dispose(): void;
};

/** Makes a steadier in this context. */
export function createSteadier(gl: WebGL2RenderingContext): Steadier {
  const pass = createScreenPass(gl, fragmentSource);
  // The texture to draw to, and the one that holds the painting of the frame before.
  let targets: [TargetTexture, TargetTexture] | undefined;
  let painted: {frame: Picture; paint: Paint} | undefined;
  let paintBefore: Paint | undefined;

  function targetsOf(size: Size): [TargetTexture, TargetTexture] {
    if (targets && sameSize(targets[0], size)) return targets;
    free();
    painted = undefined;
    return (targets = [createTarget(gl, gl.RGBA16F, size), createTarget(gl, gl.RGBA16F, size)]);
  }

  function free() {
    for (const target of targets ?? []) target.dispose();
  }

  return {
    steady(painting, frame, paint) {
      let [now, before] = targetsOf(frame.size);
      if (painted?.frame !== frame) {
        [now, before] = targets = [before, now];
        paintBefore = painted?.paint;
      }
      const textures = {
        painting,
        before: paintBefore === paint ? before.texture : painting,
        frame: frame.texture,
      };
      pass.draw(now.framebuffer, frame.size, textures);
      painted = {frame, paint};
      return now.texture;
    },
    restart() {
      painted = undefined;
    },
    dispose() {
      pass.dispose();
      free();
    },
  };
}
