import type {Color} from './color.ts';

/** The colour of `below` after printing a transparent `ink` on it; `amount` 0…1 of the ink. */
export function overprint(below: Color, ink: Color, amount: number): Color {
  const through = (channel: 0 | 1 | 2) => below[channel] * (1 - amount * (1 - ink[channel] / 255));
  return [through(0), through(1), through(2)];
}
