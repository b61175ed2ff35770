import {CaptureError} from './capture-error.ts';

/** A canvas of fixed size that keeps the picture drawn to it last. */
export interface PictureCopy {
  readonly canvas: HTMLCanvasElement;
  /**
   * Copies what `source` shows, whole and centred on black where the proportions differ. A source
   * without pixels changes nothing.
   */
  draw(source: HTMLCanvasElement | OffscreenCanvas | ImageBitmap): void;
  /** Draws the same picture once more, for who watches the canvas. */
  redraw(): void;
}

/**
 * Makes a copy of `width` × `height` pixels; it shows its sources mirrored while `flip` says so. The
 * pixels go from canvas to canvas on the GPU.
 *
 * @param clear whether what is clear stays so, rather than black
 */
export function createPictureCopy(
  width: number,
  height: number,
  flip: () => boolean,
  {clear = false} = {},
): PictureCopy {
  const canvas = document.createElement('canvas');
  canvas.width = width;
  canvas.height = height;
  const context = canvas.getContext('2d', {alpha: clear});
  if (!context) {
    throw new CaptureError('unsupported', `Got no 2D context for ${width} × ${height} pixels.`);
  }
  return {
    canvas,
    draw(source) {
      if (source.width === 0 || source.height === 0) return;
      const scale = Math.min(width / source.width, height / source.height);
      const drawnWidth = Math.round(source.width * scale);
      const drawnHeight = Math.round(source.height * scale);
      if (flip()) context.setTransform(-1, 0, 0, 1, width, 0);
      else context.resetTransform();
      context.clearRect(0, 0, width, height);
      context.drawImage(
        source,
        (width - drawnWidth) / 2,
        (height - drawnHeight) / 2,
        drawnWidth,
        drawnHeight,
      );
    },
    redraw() {
      context.resetTransform();
      context.drawImage(canvas, 0, 0);
    },
  };
}
