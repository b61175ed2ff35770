import type {Architecture} from '../../network/architecture.ts';
import type {BrushShare} from '../../network/brush.ts';
import type {StyleStatistics} from '../../network/style-statistics.ts';
import type {Weights} from '../../network/weights.ts';
import {type ConvPass, planNetwork} from '../plan/plan.ts';
import {FRAME_STEP, type Size} from '../size.ts';
import {type ConvGpuPass, createConvPass, type WeightSource} from './passes/conv-pass.ts';
import {createFrameMemory} from './passes/frame-memory.ts';
import type {GpuPass, Step} from './passes/gpu-pass.ts';
import {createPicturePass} from './passes/picture-pass.ts';
import {createStatisticsPass, type StatisticsGpuPass} from './passes/statistics-pass.ts';
import type {Stylizer} from './stylizer.ts';
import {floatFormats} from './tools/float-formats.ts';
import {createProgramSet} from './tools/program-set.ts';
import {keepRecentSizes} from './tools/recent-sizes.ts';
import {createNearestTexture} from './tools/target-texture.ts';

/** How the passes use the GPU; `choose-tuning.ts` finds out what suits it. */
export type Tuning = {
  /** Textures that a pass draws to. */
  targets: 4 | 8;
  weights: WeightSource;
  floats: 'half' | 'full';
};

/** Of a style that has none; one object, so that it is known again. */
const NO_BRUSHES: readonly BrushShare[] = [];

/** Sizes whose textures are kept: a ladder goes up and down between two. */
const SIZES_KEPT = 2;

/** A stylizer that can be tried out before all else is prepared. */
export type FusedStylizer = Stylizer & {
  /**
   * Paints a blank frame that nobody sees: drivers finish programs only when these are first drawn
   * with, which takes the GPU a while.
   */
  warmUp(size: Size): void;
};

type PreparedSize = {steps: Step[]; painting: WebGLTexture; dispose(): void};

/**
 * The network as passes of our own. A frame is nothing but draws.
 *
 * @param wait resolves after the milliseconds given
 * @throws where an architecture asks for what no pass does
 */
export function createFusedStylizer(
  gl: WebGL2RenderingContext,
  architecture: Architecture,
  weights: Weights,
  tuning: Tuning,
  wait: (ms: number) => Promise<void>,
): FusedStylizer {
  const plan = planNetwork(architecture, tuning.targets);
  const programs = createProgramSet(gl);
  const formats = floatFormats(gl, tuning.floats);
  const context = {gl, programs, formats};
  const vertices = gl.createVertexArray();
  const levels = new Map<string, StatisticsGpuPass>();
  const convs: ConvGpuPass[] = [];
  const styles = new Map<string, WebGLTexture>();
  const passes = plan.passes.map((pass): GpuPass => {
    if (pass.kind === 'conv') return createConv(pass);
    if (pass.kind === 'picture') return createPicturePass(context, pass);
    const statistics = createStatisticsPass(context, pass, plan.maps[pass.map]?.groups ?? 0);
    levels.set(pass.level, statistics);
    styles.set(pass.level, statistics.adain);
    return statistics;
  });
  const sizes = keepRecentSizes(SIZES_KEPT, prepareSize);
  let current: StyleStatistics | undefined;
  let brushed: {brushes: readonly BrushShare[]; alpha: number} = {brushes: NO_BRUSHES, alpha: 1};
  /** Whether the content's statistics are those of a scene that goes on. */
  let follows = false;
  let disposed = false;

  function createConv(pass: ConvPass): GpuPass {
    const map = plan.maps[pass.output];
    if (!map) throw new Error(`Expected the map that ${pass.path} draws.`);
    const conv = createConvPass(context, pass, map, weights, styles, tuning.weights);
    convs.push(conv);
    return conv;
  }

  function prepareSize(size: Size): PreparedSize {
    if (size.width % FRAME_STEP || size.height % FRAME_STEP) {
      throw new Error(
        `Expected a size in multiples of ${FRAME_STEP}, but got ${size.width}×${size.height}.`,
      );
    }
    const memory = createFrameMemory(gl, plan, formats, size);
    const steps = passes.map((pass) => pass.bind(memory));
    return {steps, painting: memory.picture.texture, dispose: memory.dispose};
  }

  function takeStyle(style: StyleStatistics) {
    if (style === current) return;
    for (const [level, statistics] of levels) {
      const values = style[level];
      if (!values) throw new Error(`Expected style statistics of level "${level}".`);
      statistics.setStyle(values);
    }
    current = style;
  }

  function takeBrushes(brushes: readonly BrushShare[], alpha: number) {
    if (brushes === brushed.brushes && (alpha === brushed.alpha || brushes === NO_BRUSHES)) return;
    for (const conv of convs) conv.setBrushes(brushes, alpha);
    brushed = {brushes, alpha};
  }

  function draw({steps}: PreparedSize, frame: WebGLTexture, alpha: number, share?: number) {
    for (const statistics of levels.values()) {
      statistics.setAlpha(alpha);
      statistics.setShare(follows ? (share ?? 1) : 1);
    }
    follows = share !== undefined;
    gl.bindVertexArray(vertices);
    for (const step of steps) step(frame);
    gl.bindVertexArray(null);
  }

  return {
    kind: 'fused',
    prepare: () => programs.finished(wait),
    warmUp(size) {
      const blank = createNearestTexture(gl, gl.TEXTURE_2D);
      gl.texStorage2D(gl.TEXTURE_2D, 1, gl.RGBA8, 1, 1);
      draw(sizes.of(size), blank, 1);
      gl.deleteTexture(blank);
      gl.flush();
    },
    render(frame, size, {code, alpha}, show, share) {
      if (disposed) throw new Error('Expected a stylizer in use, but it is disposed.');
      const prepared = sizes.of(size);
      takeStyle(code.statistics);
      takeBrushes(code.brushes ?? NO_BRUSHES, alpha);
      draw(prepared, frame, alpha, share);
      show(prepared.painting);
    },
    expect({brushes = NO_BRUSHES}) {
      for (const {brush} of brushes) for (const conv of convs) conv.expectBrush(brush);
    },
    dispose() {
      disposed = true;
      for (const pass of passes) pass.dispose();
      sizes.dispose();
      programs.dispose();
      gl.deleteVertexArray(vertices);
    },
  };
}
