/** A tile takes about so long, in milliseconds, where it need not have a shorter side than this, in pixels. */
const TILE_MS = 600;
const LEAST_SIDE = 512;

/**
 * The side of a tile that is painted soon enough for the picture to go on, in pixels; undefined where it is not known
 * how fast the GPU is.
 *
 * @param pixels of a frame that took so many milliseconds
 */
export function tileSide(pixels: number, frameMs: number): number | undefined {
  if (frameMs === 0) return undefined;
  return Math.max(LEAST_SIDE, Math.round(Math.sqrt((pixels * TILE_MS) / frameMs)));
}
