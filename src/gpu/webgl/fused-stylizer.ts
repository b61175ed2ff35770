import type {Architecture} from '../../network/architecture.ts';
import {plainStyle} from '../../network/plain-style.ts';
import type {Weights} from '../../network/weights.ts';
import type {PaintLayer} from '../painter.ts';
import {planNetwork} from '../plan/plan.ts';
import {FRAME_STEP, type Size} from '../size.ts';
import {createDecoder, type Decoder} from './decoder.ts';
import {createConvPass, type WeightSource} from './passes/conv-pass.ts';
import {createFrameMemory, type FrameMemory} from './passes/frame-memory.ts';
import type {GpuPass, Step} from './passes/gpu-pass.ts';
import {createStatisticsPass, type StatisticsGpuPass} from './passes/statistics-pass.ts';
import type {Stylizer} from './stylizer.ts';
import {floatFormats} from './tools/float-formats.ts';
import {createProgramSet} from './tools/program-set.ts';
import {keepRecentSizes} from './tools/recent-sizes.ts';
import {createNearestTexture, createTarget, type TargetTexture} from './tools/target-texture.ts';

/** How the passes use the GPU; `choose-tuning.ts` finds out what suits it. */
export type Tuning = {
  /** Textures that a pass draws to. */
  targets: 4 | 8;
  weights: WeightSource;
  floats: 'half' | 'full';
};

/** The encoder knows no style. */
const NO_STYLES: ReadonlyMap<string, WebGLTexture> = new Map();

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

/** What a size has: its textures, the draws of the encoder, and those of each layer with its painting. */
type PreparedSize = {
  memory: FrameMemory;
  encoding: Step[];
  layers: {decoding: Step[]; painting: TargetTexture}[];
  dispose(): void;
};

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
  const levels: StatisticsGpuPass[] = [];
  const convs: GpuPass[] = [];
  const encoder = plan.passes.flatMap((pass): GpuPass[] => {
    if (pass.kind === 'statistics') {
      const statistics = createStatisticsPass(context, pass, plan.maps[pass.map]?.groups ?? 0);
      levels.push(statistics);
      return [statistics];
    }
    if (pass.kind === 'picture' || !pass.path.startsWith('encoder/')) return [];
    const map = plan.maps[pass.output];
    if (!map) throw new Error(`Expected the map that ${pass.path} draws.`);
    const conv = createConvPass(context, pass, map, weights, NO_STYLES, tuning.weights);
    convs.push(conv);
    return [conv];
  });
  /** One for each layer that has been painted at a time. */
  const decoders: Decoder[] = [];
  const sizes = keepRecentSizes(SIZES_KEPT, prepareSize);
  /** Whether the content's statistics are those of a scene that goes on. */
  let follows = false;
  let disposed = false;

  function decoderOf(layer: number): Decoder {
    const known = decoders[layer];
    if (known) return known;
    const decoder = createDecoder(context, plan, weights, levels, tuning.weights);
    decoders[layer] = decoder;
    return decoder;
  }

  function prepareSize(size: Size): PreparedSize {
    if (size.width % FRAME_STEP || size.height % FRAME_STEP) {
      throw new Error(
        `Expected a size in multiples of ${FRAME_STEP}, but got ${size.width}×${size.height}.`,
      );
    }
    const memory = createFrameMemory(gl, plan, formats, size);
    const encoding = encoder.map((pass) => pass.bind(memory));
    const layers: PreparedSize['layers'] = [];
    const dispose = () => {
      memory.dispose();
      for (const {painting} of layers) painting.dispose();
    };
    return {memory, encoding, layers, dispose};
  }

  function encode({encoding}: PreparedSize, frame: WebGLTexture, share?: number) {
    for (const level of levels) level.setShare(follows ? (share ?? 1) : 1);
    follows = share !== undefined;
    for (const step of encoding) step(frame);
  }

  function decode(
    {memory, layers}: PreparedSize,
    frame: WebGLTexture,
    layer: PaintLayer,
    index: number,
  ): WebGLTexture {
    const decoder = decoderOf(index);
    if (!layers[index]) {
      const painting = createTarget(gl, formats.picture, memory.size);
      layers[index] = {painting, decoding: decoder.bind(memory, painting)};
    }
    const {decoding, painting} = layers[index];
    decoder.takeLayer(layer);
    for (const step of decoding) step(frame);
    return painting.texture;
  }

  const render: Stylizer['render'] = (frame, size, layers, show, share) => {
    if (disposed) throw new Error('Expected a stylizer in use, but it is disposed.');
    const prepared = sizes.of(size);
    gl.bindVertexArray(vertices);
    encode(prepared, frame, share);
    const paintings = layers.map((layer, index) => decode(prepared, frame, layer, index));
    gl.bindVertexArray(null);
    show(paintings);
  };

  decoderOf(0);
  return {
    kind: 'fused',
    parts: {context, plan, weights, source: tuning.weights, encoder: convs},
    prepare: () => programs.finished(wait),
    warmUp(size) {
      const blank = createNearestTexture(gl, gl.TEXTURE_2D);
      gl.texStorage2D(gl.TEXTURE_2D, 1, gl.RGBA8, 1, 1);
      const layer = {code: {statistics: plainStyle(architecture)}, alpha: 1};
      render(blank, size, [layer], () => {});
      gl.deleteTexture(blank);
      gl.flush();
    },
    render,
    expect({brushes = []}) {
      for (const {brush} of brushes) for (const decoder of decoders) decoder.expectBrush(brush);
    },
    dispose() {
      disposed = true;
      for (const pass of [...encoder, ...decoders]) pass.dispose();
      sizes.dispose();
      programs.dispose();
      gl.deleteVertexArray(vertices);
    },
  };
}
