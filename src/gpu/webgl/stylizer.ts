import type {StyleCode} from '../../network/style-code.ts';
import type {Weights} from '../../network/weights.ts';
import type {PaintLayer} from '../painter.ts';
import type {Plan} from '../plan/plan.ts';
import type {Size} from '../size.ts';
import type {WeightSource} from './passes/conv-pass.ts';
import type {GpuPass, PassContext} from './passes/gpu-pass.ts';

/** What a network's own passes are made of, for who paints with them otherwise: gone with the stylizer. */
export type StylizerParts = {
  context: PassContext;
  plan: Plan;
  weights: Weights;
  source: WeightSource;
  /** The encoder's convolutions, in order. */
  encoder: readonly GpuPass[];
};

/** A network on the GPU that paints. Whoever creates one disposes it. */
export interface Stylizer {
  /** `graph`: TensorFlow.js ops; `fused`: own passes. */
  readonly kind: 'graph' | 'fused';
  /** Of own passes. */
  readonly parts?: StylizerParts;
  /** Compiles what is needed to paint at about this size, without blocking the page. */
  prepare(size: Size): Promise<void>;
  /**
   * Paints a frame, a texture of `size` (multiples of `FRAME_STEP`), in each layer, and hands the paintings,
   * textures of the same size, to `show`, layer by layer; they are gone when it returns. What does not depend on
   * the layer is done once, but by the graph.
   *
   * @param share what the frame counts in the content's statistics, beside the frames before that had a
   *   share; without, it is a picture of its own. The graph takes every frame for that.
   */
  render(
    frame: WebGLTexture,
    size: Size,
    layers: readonly PaintLayer[],
    show: (paintings: readonly WebGLTexture[]) => void,
    share?: number,
  ): void;
  /** Does beforehand what is done once for a code, so that a frame with it takes no longer than others. */
  expect(code: StyleCode): void;
  /** Frees weights and textures; may be called twice. */
  dispose(): void;
}
