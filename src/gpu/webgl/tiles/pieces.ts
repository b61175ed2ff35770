import {ContextLostError} from '../../context-lost-error.ts';
import type {LargePainting} from '../../painter.ts';
import {gpuFinished} from '../tools/gpu-fence.ts';

/** Work on the GPU that is done piece by piece, beside other work. */
export type Pieces = {
  /** Lets other work go first. */
  begin(): Promise<void>;
  /**
   * Does a piece, waits until the GPU has done it, and lets other work go.
   *
   * @param share of all the work
   * @throws what the signals say, ContextLostError
   */
  run<Result>(work: () => Result | Promise<Result>, share: number): Promise<Result>;
};

/**
 * Makes the pieces of a painting.
 *
 * @param lost aborted when the context is lost
 * @param wait resolves after the milliseconds given
 */
export function createPieces(
  gl: WebGL2RenderingContext,
  {signal, turn, onProgress}: Pick<LargePainting, 'signal' | 'turn' | 'onProgress'>,
  lost: AbortSignal,
  wait: (ms: number) => Promise<void>,
): Pieces {
  let done = 0;

  async function giveTurn(pieceMs: number) {
    await turn?.(pieceMs);
    lost.throwIfAborted();
    if (gl.isContextLost()) throw new ContextLostError();
    signal?.throwIfAborted();
  }

  return {
    begin: () => giveTurn(0),
    async run(work, share) {
      const start = performance.now();
      const result = await work();
      await gpuFinished(gl, wait);
      done += share;
      onProgress?.(Math.min(1, done));
      await giveTurn(performance.now() - start);
      return result;
    },
  };
}
