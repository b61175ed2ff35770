/** The GPU was taken away, by the browser, its driver or another program, before it was done. */
export class ContextLostError extends Error {
  override name = 'ContextLostError';

  constructor(message = 'Expected the GPU to finish its work, but its context is lost.') {
    super(message);
  }
}
