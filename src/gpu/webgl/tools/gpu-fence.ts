import {ContextLostError} from '../../context-lost-error.ts';

/** How often the fence is looked at; browsers pass its state on between tasks only. */
const POLL_MS = 1;

/**
 * Resolves when the GPU has finished everything submitted so far. Never blocks the page.
 *
 * @param wait resolves after at least the milliseconds given
 * @throws ContextLostError
 */
export async function gpuFinished(
  gl: WebGL2RenderingContext,
  wait: (ms: number) => Promise<void>,
): Promise<void> {
  const fence = gl.fenceSync(gl.SYNC_GPU_COMMANDS_COMPLETE, 0);
  if (!fence) throw new ContextLostError();
  gl.flush();
  let state: GLenum = gl.TIMEOUT_EXPIRED;
  while (state === gl.TIMEOUT_EXPIRED && !gl.isContextLost()) {
    await wait(POLL_MS);
    state = gl.clientWaitSync(fence, 0, 0);
  }
  gl.deleteSync(fence);
  // A fence of a context that was lost and has come back fails.
  if (gl.isContextLost() || state === gl.WAIT_FAILED) throw new ContextLostError();
}
