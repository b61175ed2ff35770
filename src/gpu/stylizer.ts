import type {StyleStatistics} from '../network/style-statistics.ts';
import type {Size} from './size.ts';

/** What to paint with: the (mixed) statistics of the style, and α in [0, 1]. */
export type Paint = {style: StyleStatistics; alpha: number};

/** A network on the GPU. Whoever creates one disposes it. */
export interface Stylizer {
  /** `graph`: TensorFlow.js ops; `fused`: own passes. */
  readonly kind: 'graph' | 'fused';
  /** Compiles what is needed to analyse and paint at about this size, without blocking the page. */
  prepare(size: Size): Promise<void>;
  /**
   * The statistics of a style picture: an RGBA8 texture of `size`, row 0 on top. This reads numbers
   * back from the GPU: once a style, never in the frame loop.
   */
  analyzeStyle(picture: WebGLTexture, size: Size): Promise<StyleStatistics>;
  /**
   * Paints a frame, a texture of `size` (multiples of 16), and hands the painting, a texture
   * of the same size, to `show`; it is gone when `show` returns.
   */
  render(
    frame: WebGLTexture,
    size: Size,
    paint: Paint,
    show: (painting: WebGLTexture) => void,
  ): void;
  /** Frees weights and textures; may be called twice. */
  dispose(): void;
}
