import {ContextLostError} from '../gpu/context-lost-error.ts';
import type {Frame} from '../gpu/frame.ts';
import type {LargePainting, Paint, Painter} from '../gpu/painter.ts';
import type {Size} from '../gpu/size.ts';

/** A canvas that frames are put on tile by tile. Whoever makes one disposes it. */
export type TiledFrame = {
  readonly canvas: HTMLCanvasElement;
  /**
   * Paints a frame onto the canvas; false where the GPU went away meanwhile.
   *
   * @throws what `Painter.paintLarge` throws besides
   */
  paint(painter: Pick<Painter, 'paintLarge'>, paint: Paint, frame: Frame): Promise<boolean>;
  /** Frees the canvas; may be called twice. */
  dispose(): void;
};

/**
 * @param size of the canvas
 * @param paintedSize of the painting, which is made sharp in the pixels of the canvas
 * @param signal ends a painting
 */
export function createTiledFrame(
  size: Size,
  paintedSize: Size,
  signal: AbortSignal | undefined,
): TiledFrame {
  const canvas = Object.assign(document.createElement('canvas'), size);
  // What is written to it comes from memory.
  const context = canvas.getContext('2d', {willReadFrequently: true});
  if (!context) throw new Error('Expected a 2D canvas, but there is none.');
  const painting: LargePainting = {size, paintedSize, signal};
  return {
    canvas,
    async paint(painter, paint, frame) {
      try {
        await painter.paintLarge(paint, frame, painting, ({x, y, width, height, pixels}) => {
          context.putImageData(new ImageData(pixels, width, height), x, y);
        });
        return true;
      } catch (error) {
        if (error instanceof ContextLostError) return false;
        throw error;
      }
    },
    dispose() {
      Object.assign(canvas, {width: 0, height: 0});
    },
  };
}
