import type {Random} from './random.ts';

const PERIOD = 64;

/** Where a point lies among scattered seeds: the nearest one's number, and how far its cell's edge is. */
export type Cell = {id: number; edge: number};

/**
 * Divides the plane into cells about one unit wide around scattered seeds (Worley 1996), repeating
 * every 64 units; `edge` is 0 on the border between two cells and about 0.5 in their middle.
 */
export function createCells(random: Random): (x: number, y: number) => Cell {
  const seeds = Array.from({length: PERIOD * PERIOD}, () => [random(), random()] as const);
  const wrap = (value: number) => value & (PERIOD - 1);
  return (x, y) => {
    const [column, row] = [Math.floor(x), Math.floor(y)];
    let [nearest, second, id] = [Infinity, Infinity, 0];
    for (let cellY = row - 1; cellY <= row + 1; cellY++) {
      for (let cellX = column - 1; cellX <= column + 1; cellX++) {
        const index = wrap(cellY) * PERIOD + wrap(cellX);
        const seed = seeds[index] as readonly [number, number];
        const distance = Math.hypot(cellX + seed[0] - x, cellY + seed[1] - y);
        if (distance < nearest) [nearest, second, id] = [distance, nearest, index];
        else if (distance < second) second = distance;
      }
    }
    return {id, edge: second - nearest};
  };
}
