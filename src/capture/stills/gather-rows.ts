import type {PictureTile} from './picture-tile.ts';

/** Makes rows of tiles. */
export type RowGatherer = {
  /** The rows that are whole now, from the one after those before on: RGBA bytes. */
  take(tile: PictureTile): Uint8Array<ArrayBuffer>[];
};

/**
 * Gathers the rows of a picture. Of those that are not whole, all that has come is held: tiles should come row by row.
 *
 * @param width of the picture, in pixels
 */
export function gatherRows(width: number): RowGatherer {
  const rows = new Map<number, {bytes: Uint8Array<ArrayBuffer>; filled: number}>();
  let next = 0;

  function rowOf(y: number) {
    const known = rows.get(y) ?? {bytes: new Uint8Array(4 * width), filled: 0};
    rows.set(y, known);
    return known;
  }

  return {
    take(tile) {
      for (let y = 0; y < tile.height; y++) {
        const row = rowOf(tile.y + y);
        const start = 4 * y * tile.width;
        row.bytes.set(tile.pixels.subarray(start, start + 4 * tile.width), 4 * tile.x);
        row.filled += tile.width;
      }
      const whole: Uint8Array<ArrayBuffer>[] = [];
      for (let row = rows.get(next); row && row.filled >= width; row = rows.get(next)) {
        whole.push(row.bytes);
        rows.delete(next++);
      }
      return whole;
    },
  };
}
