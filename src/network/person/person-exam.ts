/** Where a figure stands in a picture: its chin, in 0…1 of the side. */
export type FigurePlace = {x: number; y: number};

/** Discs of a figure from the back to the front: a colour, the middle from the chin, and half width and height. */
const DISCS: readonly (readonly [colour: number, x: number, y: number, w: number, h: number])[] = [
  [0x27405e, 0, 0.5, 0.36, 0.3],
  [0xd9a98c, 0, 0.18, 0.07, 0.14],
  [0x3a2a20, 0, -0.08, 0.17, 0.2],
  [0xe3b596, 0, -0.02, 0.13, 0.18],
  ...[-1, 1].flatMap(
    (side) =>
      [
        [0xffffff, side * 0.05, -0.05, 0.025, 0.012],
        [0x2b2320, side * 0.05, -0.05, 0.011, 0.011],
        [0x4a3426, side * 0.05, -0.085, 0.03, 0.007],
      ] as const,
  ),
  [0xc98f76, 0, 0.015, 0.018, 0.03],
  [0xa2504a, 0, 0.085, 0.045, 0.013],
];

const WALL = 0xb9c4bd;

/** Cells on each side that an exam compares. */
export const EXAM_CELLS = 16;

/** A head with hair and shoulders before a plain wall, as RGBA bytes: enough of a person to be found as one. */
export function drawFigure(
  side: number,
  {x, y}: FigurePlace = {x: 0.5, y: 0.55},
): Uint8ClampedArray<ArrayBuffer> {
  const pixels = new Uint8ClampedArray(4 * side * side);
  for (let place = 0; place < side * side; place++) {
    const across = ((place % side) + 0.5) / side - x;
    const down = (Math.floor(place / side) + 0.5) / side - y;
    let colour = WALL;
    for (const [ink, left, top, width, height] of DISCS) {
      if (((across - left) / width) ** 2 + ((down - top) / height) ** 2 < 1) colour = ink;
    }
    pixels.set([colour >> 16, (colour >> 8) & 255, colour & 255, 255], 4 * place);
  }
  return pixels;
}

/** The means of a mask's cells, row by row. */
export function cellsOfMask(mask: ArrayLike<number>, side: number): number[] {
  const cell = side / EXAM_CELLS;
  const sums = new Array<number>(EXAM_CELLS * EXAM_CELLS).fill(0);
  for (let place = 0; place < side * side; place++) {
    const row = Math.floor(place / side / cell);
    const at = row * EXAM_CELLS + Math.floor((place % side) / cell);
    sums[at] = (sums[at] ?? 0) + (mask[place] ?? 0) / (cell * cell);
  }
  return sums;
}
