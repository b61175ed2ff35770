import type {Brush, BrushShare} from '../../network/brush.ts';
import type {StyleStatistics} from '../../network/style-statistics.ts';
import type {Weights} from '../../network/weights.ts';
import type {PaintLayer} from '../painter.ts';
import type {ConvPass, PicturePass, Plan} from '../plan/plan.ts';
import {createAdainPass} from './passes/adain-pass.ts';
import {createConvPass, type WeightSource} from './passes/conv-pass.ts';
import type {FrameMemory} from './passes/frame-memory.ts';
import type {PassContext, Step} from './passes/gpu-pass.ts';
import {createPicturePass} from './passes/picture-pass.ts';
import type {KnownLevel} from './passes/statistics-pass.ts';
import type {TargetTexture} from './tools/target-texture.ts';

/** AdaIN and the decoder in one style, which is exchanged seldom. */
export type Decoder = {
  /**
   * The draws of the decoder for frames of the memory's size; they live as long as both.
   *
   * @param painting what they end in
   */
  bind(memory: FrameMemory, painting: TargetTexture): Step[];
  /**
   * Takes a layer's style and brushes, if they are others than before, and draws AdaIN's scales and shifts for the
   * content as it is known now.
   */
  takeLayer(layer: PaintLayer): void;
  /** Does beforehand what is done once for a brush. */
  expectBrush(brush: Brush): void;
  /** Frees what it holds; may be called twice. */
  dispose(): void;
};

/** Of a style that has none; one object, so that it is known again. */
const NO_BRUSHES: readonly BrushShare[] = [];

/**
 * Makes a decoder.
 *
 * @param levels the content's statistics of each
 */
export function createDecoder(
  context: PassContext,
  plan: Plan,
  weights: Weights,
  levels: readonly KnownLevel[],
  source: WeightSource,
): Decoder {
  const adains = levels.map((level) => ({
    level: level.level,
    pass: createAdainPass(context, level),
  }));
  const styles = new Map(adains.map(({level, pass}) => [level, pass.texture]));
  const convs = decoderConvs(plan).map((pass) => {
    const map = plan.maps[pass.output];
    if (!map) throw new Error(`Expected the map that ${pass.path} draws.`);
    return createConvPass(context, pass, map, weights, styles, source);
  });
  const pictures = plan.passes
    .filter((pass): pass is PicturePass => pass.kind === 'picture')
    .map((pass) => createPicturePass(context, pass));
  let current: StyleStatistics | undefined;
  let brushed: {brushes: readonly BrushShare[]; alpha: number} = {brushes: NO_BRUSHES, alpha: 1};

  function takeStyle(style: StyleStatistics) {
    if (style === current) return;
    for (const {level, pass} of adains) {
      const values = style[level];
      if (!values) throw new Error(`Expected style statistics of level "${level}".`);
      pass.setStyle(values);
    }
    current = style;
  }

  function takeBrushes(brushes: readonly BrushShare[], alpha: number) {
    if (brushes === brushed.brushes && (alpha === brushed.alpha || brushes === NO_BRUSHES)) return;
    for (const conv of convs) conv.setBrushes(brushes, alpha);
    brushed = {brushes, alpha};
  }

  return {
    bind: (memory, painting) => [
      ...convs.map((pass) => pass.bind(memory)),
      ...pictures.map((pass) => pass.bind(memory, painting)),
    ],
    takeLayer({code, alpha}) {
      takeStyle(code.statistics);
      takeBrushes(code.brushes ?? NO_BRUSHES, alpha);
      for (const {pass} of adains) pass.draw(alpha);
    },
    expectBrush(brush) {
      for (const conv of convs) conv.expectBrush(brush);
    },
    dispose() {
      for (const {pass} of adains) pass.dispose();
      for (const conv of convs) conv.dispose();
    },
  };
}

/** The convolutions that follow the last statistics: those of the decoder. */
function decoderConvs({passes}: Plan): ConvPass[] {
  return passes.filter(
    (pass): pass is ConvPass => pass.kind === 'conv' && pass.path.startsWith('decoder/'),
  );
}
