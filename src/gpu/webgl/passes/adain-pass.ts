import type {StyleStatistics} from '../../../network/style-statistics.ts';
import {drawTo} from '../tools/draw-to.ts';
import {shaderText} from '../tools/shader-text.ts';
import {createNearestTexture, createTarget} from '../tools/target-texture.ts';
import adainSource from './adain.glsl?raw';
import type {PassContext} from './gpu-pass.ts';
import type {KnownLevel} from './statistics-pass.ts';

const UNITS = {content: 0, style: 1};

/** AdaIN of a level, in one style. */
export type AdainPass = {
  /** Texels of a scale (row 0) and a shift (row 1) for each group of channels. */
  texture: WebGLTexture;
  /** Takes another style's statistics of the level: one upload, no allocation. */
  setStyle(style: StyleStatistics[string]): void;
  /** Draws the scales and shifts that a strength wants, for the content as it is known now. */
  draw(alpha: number): void;
  /** Frees what the pass holds; may be called twice. */
  dispose(): void;
};

/**
 * Puts AdaIN of a level onto the GPU.
 *
 * @param statistics of the content
 */
export function createAdainPass(
  {gl, programs, formats}: PassContext,
  {level, groups, known}: KnownLevel,
): AdainPass {
  const shader = programs.programOf(shaderText({}, [adainSource]));
  const target = createTarget(gl, formats.statistics, {width: groups, height: 2});
  const style = createNearestTexture(gl, gl.TEXTURE_2D);
  gl.texStorage2D(gl.TEXTURE_2D, 1, gl.RGBA32F, groups, 2);
  const values = new Float32Array(groups * 8);

  function bindTo(unit: number, bound: WebGLTexture) {
    gl.activeTexture(gl.TEXTURE0 + unit);
    gl.bindTexture(gl.TEXTURE_2D, bound);
  }

  return {
    texture: target.texture,
    setStyle({mean, std}) {
      if (mean.length > groups * 4 || mean.length <= groups * 4 - 4 || std.length !== mean.length) {
        throw new Error(
          `Expected a style of about ${groups * 4} channels at ${level}, but got ${mean.length}.`,
        );
      }
      values.set(mean, 0);
      values.set(std, groups * 4);
      bindTo(0, style);
      gl.texSubImage2D(gl.TEXTURE_2D, 0, 0, 0, groups, 2, gl.RGBA, gl.FLOAT, values);
    },
    draw(alpha) {
      shader.finish();
      gl.useProgram(shader.program);
      gl.uniform1i(shader.uniform('content'), UNITS.content);
      gl.uniform1i(shader.uniform('style'), UNITS.style);
      gl.uniform1f(shader.uniform('alpha'), alpha);
      bindTo(UNITS.content, known());
      bindTo(UNITS.style, style);
      drawTo(gl, target);
    },
    dispose() {
      target.dispose();
      gl.deleteTexture(style);
    },
  };
}
