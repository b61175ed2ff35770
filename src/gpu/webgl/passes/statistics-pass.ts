import type {StyleStatistics} from '../../../network/style-statistics.ts';
import type {StatisticsPass} from '../../plan/plan.ts';
import {shaderText} from '../tools/shader-text.ts';
import {createNearestTexture, createTarget, type TargetTexture} from '../tools/target-texture.ts';
import adainSource from './adain.glsl?raw';
import contentSource from './content-statistics.glsl?raw';
import mapSource from './feature-map.glsl?raw';
import type {GpuPass, PassContext} from './gpu-pass.ts';
import deviationsSource from './strip-deviations.glsl?raw';
import meansSource from './strip-means.glsl?raw';
import stripsSource from './strips.glsl?raw';

/** Fragments that share the work on a group of channels. */
const STRIPS = 16;

const STATISTICS_UNITS = {
  feature: 0,
  stripMeans: 1,
  stripDeviations: 2,
  before: 3,
  content: 3,
  style: 4,
};

/** The statistics of a level, and AdaIN's scale and shift. */
export type StatisticsGpuPass = GpuPass & {
  /** Texels of a scale (row 0) and a shift (row 1) for each group of channels. */
  adain: WebGLTexture;
  /** Takes another style's statistics of the level: one upload, no allocation. */
  setStyle(style: StyleStatistics[string]): void;
  setAlpha(alpha: number): void;
  /** What the next frame counts in the content's statistics, 0…1; 1 is all. */
  setShare(share: number): void;
};

/**
 * Puts the statistics of a level onto the GPU: means of strips, deviations from the mean, from both the
 * content's statistics, which follow the frames slowly, and AdaIN from these. Sums are in full floats, and
 * nothing is squared before its mean is taken off.
 */
export function createStatisticsPass(
  {gl, programs, formats}: PassContext,
  {map, level}: StatisticsPass,
  groups: number,
): StatisticsGpuPass {
  const defines = {STRIPS};
  const sources = {
    means: shaderText(defines, [mapSource, stripsSource, meansSource]),
    deviations: shaderText(defines, [mapSource, stripsSource, deviationsSource]),
    content: shaderText(defines, [stripsSource, contentSource]),
    adain: shaderText(defines, [adainSource]),
  };
  const means = createDrawing(sources.means, STRIPS, groups);
  const deviations = createDrawing(sources.deviations, STRIPS, groups);
  const content = createDrawing(sources.content, groups, 2);
  const adain = createDrawing(sources.adain, groups, 2);
  // The target to draw to next, and the one that holds what is known.
  const spare = createTarget(gl, formats.statistics, {width: groups, height: 2});
  let known = [content.target, spare] as const;

  const style = createNearestTexture(gl, gl.TEXTURE_2D);
  gl.texStorage2D(gl.TEXTURE_2D, 1, gl.RGBA32F, groups, 2);
  const values = new Float32Array(groups * 8);
  let strength = 1;
  let share = 1;

  function createDrawing(source: string, width: number, height: number) {
    return {
      shader: programs.programOf(source),
      target: createTarget(gl, formats.statistics, {width, height}),
    };
  }

  function bindTo(unit: number, texture: WebGLTexture) {
    gl.activeTexture(gl.TEXTURE0 + unit);
    gl.bindTexture(gl.TEXTURE_2D, texture);
  }

  function drawTo({framebuffer, width, height}: TargetTexture) {
    gl.bindFramebuffer(gl.FRAMEBUFFER, framebuffer);
    gl.viewport(0, 0, width, height);
    gl.scissor(0, 0, width, height);
    gl.drawArrays(gl.TRIANGLES, 0, 3);
  }

  return {
    adain: adain.target.texture,
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
    setAlpha(alpha) {
      strength = alpha;
    },
    setShare(next) {
      share = next;
    },
    bind(memory) {
      for (const {shader} of [means, deviations, content, adain]) {
        shader.finish();
        gl.useProgram(shader.program);
        for (const [name, unit] of Object.entries(STATISTICS_UNITS)) {
          gl.uniform1i(shader.uniform(name), unit);
        }
      }
      const shape = memory.shapeOf(map);
      const feature = memory.targetOf(map).texture;
      const blockRows = shape[1] / 2;
      const place = {
        means: means.shader.uniform('featureShape'),
        deviations: deviations.shader.uniform('featureShape'),
        blockRows: content.shader.uniform('blockRows'),
        share: content.shader.uniform('share'),
        alpha: adain.shader.uniform('alpha'),
      };
      return () => {
        gl.activeTexture(gl.TEXTURE0 + STATISTICS_UNITS.feature);
        gl.bindTexture(gl.TEXTURE_2D_ARRAY, feature);
        bindTo(STATISTICS_UNITS.stripMeans, means.target.texture);
        bindTo(STATISTICS_UNITS.stripDeviations, deviations.target.texture);
        bindTo(STATISTICS_UNITS.style, style);

        gl.useProgram(means.shader.program);
        gl.uniform4iv(place.means, shape);
        drawTo(means.target);

        gl.useProgram(deviations.shader.program);
        gl.uniform4iv(place.deviations, shape);
        drawTo(deviations.target);

        const [next, before] = known;
        gl.useProgram(content.shader.program);
        gl.uniform1i(place.blockRows, blockRows);
        gl.uniform1f(place.share, share);
        bindTo(STATISTICS_UNITS.before, before.texture);
        drawTo(next);
        known = [before, next];

        gl.useProgram(adain.shader.program);
        gl.uniform1f(place.alpha, strength);
        bindTo(STATISTICS_UNITS.content, next.texture);
        drawTo(adain.target);
      };
    },
    dispose() {
      for (const {target} of [means, deviations, content, adain]) target.dispose();
      spare.dispose();
      gl.deleteTexture(style);
    },
  };
}
