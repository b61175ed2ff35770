/** A way across and down, in steps. */
export type Move = {x: number; y: number};

/** Where arrow keys move what stands on a plane, by `KeyboardEvent.key`. */
export const ARROW_MOVES: Readonly<Record<string, Move>> = {
  ArrowLeft: {x: -1, y: 0},
  ArrowRight: {x: 1, y: 0},
  ArrowUp: {x: 0, y: -1},
  ArrowDown: {x: 0, y: 1},
};
