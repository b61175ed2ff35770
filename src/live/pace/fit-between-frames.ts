import type {Fitter} from '../../network/fitting/fitter.ts';
import type {FrameTurns} from './frame-turns.ts';

/**
 * A fitter whose steps leave the GPU to frames after each piece.
 *
 * @param now the time in milliseconds
 */
export function fitBetweenFrames(
  fitter: Fitter,
  turns: Pick<FrameTurns, 'begin' | 'give' | 'end'>,
  now: () => number,
): Fitter {
  return {
    get steps() {
      return fitter.steps;
    },
    async step(turn) {
      let sinceMs = now();
      turns.begin();
      try {
        const terms = await fitter.step(async (pieceMs) => {
          await turn?.(pieceMs);
          await turns.give(pieceMs);
          sinceMs = now();
        });
        await turns.give(now() - sinceMs);
        return terms;
      } finally {
        turns.end();
      }
    },
    read: () => fitter.read(),
    dispose() {
      fitter.dispose();
    },
  };
}
