import type {Paint} from '../../painter.ts';
import {createScreenPass} from '../tools/screen-pass.ts';
import {shaderText} from '../tools/shader-text.ts';
import cellsSource from './flash-cells.glsl?raw';
import riskSource from './flash-risk.glsl?raw';
import type {Picture} from './picture.ts';
import {createSizedTarget} from './sized-target.ts';
import {createTargetPair} from './target-pair.ts';

/** How firmly a painting is to be held: a texel of 0…1, and what it counts at 1. */
export type Hold = {risk: WebGLTexture; heldShare: number};

/**
 * Watches for flashes, whatever drives the look or the scene: more than three in a second over a quarter of the
 * picture can harm people (WCAG 2.3.1). It looks at a few pixels on the GPU and reads nothing back.
 */
export type FlashGuard = {
  /**
   * How firmly the painting of a frame is to be held, so that it changes slowly while it would flash. The same
   * layers on the same frame are counted once. The texture is the guard's, and the next call overwrites it.
   */
  watch(painting: WebGLTexture, frame: Picture, layers: Paint['layers']): Hold;
  /** Forgets the paintings so far: the next one is of another scene. */
  restart(): void;
  /** Frees the textures; may be called twice. */
  dispose(): void;
};

/** Cells that are watched. */
const CELLS = {width: 24, height: 16};
const ONE = {width: 1, height: 1};

/** In this time two thirds of what was counted are forgotten, in milliseconds: that counts by the second. */
const SECOND_MS = 1000;

/**
 * In this time what is held comes two thirds of the way to what is new, in milliseconds: white and black four
 * times a second come to less than a tenth of the light.
 */
const HOLD_MS = 650;

/**
 * Makes a guard in this context.
 *
 * @param now the time of a painting, in milliseconds
 */
export function createFlashGuard(
  gl: WebGL2RenderingContext,
  now: () => number = () => performance.now(),
): FlashGuard {
  const defines = {CELLS: `ivec2(${CELLS.width}, ${CELLS.height})`};
  const counting = createScreenPass(gl, shaderText(defines, [cellsSource]));
  const summing = createScreenPass(gl, shaderText(defines, [riskSource]));
  const cells = createTargetPair(gl);
  const risk = createSizedTarget(gl);
  let last:
    {frame: Picture; layers: Paint['layers']; timeMs: number; heldShare: number} | undefined;

  return {
    watch(painting, frame, layers) {
      const {texture, framebuffer} = risk.of(ONE);
      if (last?.frame === frame && last.layers === layers) {
        return {risk: texture, heldShare: last.heldShare};
      }
      const timeMs = now();
      const sinceMs = last ? timeMs - last.timeMs : Infinity;
      const {next, last: before} = cells.of(CELLS);
      counting.draw(next.framebuffer, CELLS, {painting, before: before.texture}, (shader) => {
        gl.uniform1f(shader.uniform('kept'), Math.exp(-sinceMs / SECOND_MS));
      });
      cells.swap();
      summing.draw(framebuffer, ONE, {cells: next.texture});
      const heldShare = 1 - Math.exp(-sinceMs / HOLD_MS);
      last = {frame, layers, timeMs, heldShare};
      return {risk: texture, heldShare};
    },
    restart() {
      last = undefined;
    },
    dispose() {
      counting.dispose();
      summing.dispose();
      cells.dispose();
      risk.dispose();
    },
  };
}
