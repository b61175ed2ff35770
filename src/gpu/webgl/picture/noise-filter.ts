import type {Size} from '../../size.ts';
import {createScreenPass} from '../tools/screen-pass.ts';
import {createTarget, type TargetTexture} from '../tools/target-texture.ts';
import fragmentSource from './noise-filter.glsl?raw';
import {type Picture, sameSize} from './picture.ts';

/**
 * Takes the noise out of live frames, so that a scene that stands still gives a painting that does:
 * a recursive filter over time that motion opens, pixel by pixel (after Dubois & Sabri 1984, "Noise
 * Reduction in Image Sequences Using Motion-Compensated Temporal Filtering", but without vectors).
 */
export type NoiseFilter = {
  /**
   * The frame with less noise, and in alpha how much it moves, 0…1: a texture of half floats, which
   * the filter owns and the frame after the next overwrites. The first frame, and the first of another
   * size, stays as it is; the same frame again gives what it has given.
   */
  calm(frame: Picture): Picture;
  /** Forgets the frames so far: the next one is of another scene. */
  restart(): void;
  /** Frees the textures; may be called twice. */
  dispose(): void;
};

/** Makes a noise filter in this context. */
export function createNoiseFilter(gl: WebGL2RenderingContext): NoiseFilter {
  const pass = createScreenPass(gl, fragmentSource);
  // The texture to draw to next, and the one that holds the frame before.
  let targets: [TargetTexture, TargetTexture] | undefined;
  let restarted = true;
  let done: {frame: Picture; calmed: Picture} | undefined;

  function targetsOf(size: Size): [TargetTexture, TargetTexture] {
    if (targets && sameSize(targets[0], size)) return targets;
    free();
    restarted = true;
    // In eight bits, a fade to black would stop a level or two before it.
    return (targets = [createTarget(gl, gl.RGBA16F, size), createTarget(gl, gl.RGBA16F, size)]);
  }

  function free() {
    for (const target of targets ?? []) target.dispose();
  }

  return {
    calm(frame) {
      if (done?.frame === frame) return done.calmed;
      const {texture, size} = frame;
      const [next, last] = targetsOf(size);
      const before = restarted ? texture : last.texture;
      pass.draw(next.framebuffer, size, {frame: texture, before});
      targets = [last, next];
      restarted = false;
      done = {frame, calmed: {texture: next.texture, size}};
      return done.calmed;
    },
    restart() {
      restarted = true;
      done = undefined;
    },
    dispose() {
      pass.dispose();
      free();
    },
  };
}
