import type {Calm} from '../../painter.ts';
import {createScreenPass} from '../tools/screen-pass.ts';
import fragmentSource from './noise-filter.glsl?raw';
import type {Picture} from './picture.ts';
import {createTargetPair} from './target-pair.ts';

/**
 * Takes the noise out of live frames, so that a scene that stands still gives a painting that does:
 * a recursive filter over time that motion opens, pixel by pixel (after Dubois & Sabri 1984, "Noise
 * Reduction in Image Sequences Using Motion-Compensated Temporal Filtering", but without vectors).
 */
export type NoiseFilter = {
  /**
   * The frame with less noise, and in alpha how much it moves, 0…1: a texture of half floats, which
   * the filter owns and the frame after the next overwrites. The first frame, and the first of another
   * size, stays as it is; the same frame again, as firmly, gives what it has given.
   */
  calm(frame: Picture, firmness?: Calm): Picture;
  /** Forgets the frames so far: the next one is of another scene. */
  restart(): void;
  /** Frees the textures; may be called twice. */
  dispose(): void;
};

/**
 * What a new frame counts where nothing moves, and between which changes of the colours around a pixel, of
 * 255, stillness turns to motion. Noise of a camera stays below: among nine pixels it averages out, and
 * motion does not.
 */
const FIRMNESS: Record<Calm, {share: number; still: number; moving: number}> = {
  off: {share: 1, still: 4, moving: 12},
  normal: {share: 0.25, still: 4, moving: 12},
  strong: {share: 0.12, still: 6, moving: 16},
};

/** Makes a noise filter in this context. */
export function createNoiseFilter(gl: WebGL2RenderingContext): NoiseFilter {
  const pass = createScreenPass(gl, fragmentSource);
  const pair = createTargetPair(gl);
  let restarted = true;
  let done: {frame: Picture; firmness: Calm; calmed: Picture} | undefined;

  return {
    calm(frame, firmness = 'normal') {
      if (done?.frame === frame && done.firmness === firmness) return done.calmed;
      const {texture, size} = frame;
      const {next, last, isNew} = pair.of(size);
      const before = restarted || isNew ? texture : last.texture;
      pass.draw(next.framebuffer, size, {frame: texture, before}, (shader) => {
        const {share, still, moving} = FIRMNESS[firmness];
        gl.uniform1f(shader.uniform('share'), share);
        gl.uniform1f(shader.uniform('still'), still / 255);
        gl.uniform1f(shader.uniform('moving'), moving / 255);
      });
      pair.swap();
      restarted = false;
      done = {frame, firmness, calmed: {texture: next.texture, size}};
      return done.calmed;
    },
    restart() {
      restarted = true;
      done = undefined;
    },
    dispose() {
      pass.dispose();
      pair.dispose();
    },
  };
}
