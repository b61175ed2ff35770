import type {StatisticsPass} from '../../plan/plan.ts';
import type {Rectangle} from '../../plan/tile-grid.ts';
import {drawTo} from '../tools/draw-to.ts';
import type {ShaderProgram} from '../tools/shader-program.ts';
import {shaderText} from '../tools/shader-text.ts';
import {createTarget} from '../tools/target-texture.ts';
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
};

/** The content's statistics of a level. */
export type KnownLevel = {
  level: string;
  /** Groups of channels. */
  groups: number;
  /** Texels of μ (row 0) and σ (row 1) for each group, as they are known now. */
  known(): WebGLTexture;
};

/** Finds out the statistics of a level of the content. */
export type StatisticsGpuPass = GpuPass &
  KnownLevel & {
    /** What the next frame counts in the content's statistics, 0…1; 1 is all. */
    setShare(share: number): void;
    /** Takes them of a part of the frame alone from now on, in multiples of `FRAME_STEP`. */
    setPart(part: Rectangle): void;
  };

/**
 * Puts the statistics of a level onto the GPU: means of strips, deviations from the mean, and from both the
 * content's statistics, which follow the frames slowly. Sums are in full floats, and nothing is squared before
 * its mean is taken off.
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
  };
  const means = createDrawing(sources.means, STRIPS, groups);
  const deviations = createDrawing(sources.deviations, STRIPS, groups);
  const content = createDrawing(sources.content, groups, 2);
  // The target to draw to next, and the one that holds what is known.
  const spare = createTarget(gl, formats.statistics, {width: groups, height: 2});
  let known = [content.target, spare] as const;
  let share = 1;
  let part: Rectangle | undefined;

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

  return {
    level,
    groups,
    known: () => known[1].texture,
    setShare(next) {
      share = next;
    },
    setPart(next) {
      part = next;
    },
    bind(memory) {
      for (const {shader} of [means, deviations, content]) {
        shader.finish();
        gl.useProgram(shader.program);
        for (const [name, unit] of Object.entries(STATISTICS_UNITS)) {
          gl.uniform1i(shader.uniform(name), unit);
        }
      }
      const shape = memory.shapeOf(map);
      const feature = memory.targetOf(map).texture;
      const blockSide = (2 * memory.size.width) / shape[0];
      const place = {
        means: placesOf(means.shader),
        deviations: placesOf(deviations.shader),
        blockRows: content.shader.uniform('blockRows'),
        share: content.shader.uniform('share'),
      };
      return () => {
        const {x, y, width, height} = part ?? {x: 0, y: 0, ...memory.size};
        const blocks = [x, y, width, height].map((pixels) => pixels / blockSide);
        gl.activeTexture(gl.TEXTURE0 + STATISTICS_UNITS.feature);
        gl.bindTexture(gl.TEXTURE_2D_ARRAY, feature);
        bindTo(STATISTICS_UNITS.stripMeans, means.target.texture);
        bindTo(STATISTICS_UNITS.stripDeviations, deviations.target.texture);

        gl.useProgram(means.shader.program);
        gl.uniform4iv(place.means.shape, shape);
        gl.uniform4iv(place.means.blocks, blocks);
        drawTo(gl, means.target);

        gl.useProgram(deviations.shader.program);
        gl.uniform4iv(place.deviations.shape, shape);
        gl.uniform4iv(place.deviations.blocks, blocks);
        drawTo(gl, deviations.target);

        const [next, before] = known;
        gl.useProgram(content.shader.program);
        gl.uniform1i(place.blockRows, height / blockSide);
        gl.uniform1f(place.share, share);
        bindTo(STATISTICS_UNITS.before, before.texture);
        drawTo(gl, next);
        known = [before, next];
      };
    },
    dispose() {
      for (const {target} of [means, deviations, content]) target.dispose();
      spare.dispose();
    },
  };
}

function placesOf(shader: ShaderProgram) {
  return {shape: shader.uniform('featureShape'), blocks: shader.uniform('blocks')};
}
