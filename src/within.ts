/** Something took longer than it may. */
export class TooLateError extends Error {
  override name = 'TooLateError';
}

/**
 * What `promise` gives, if it does so in time. What it does later is nobody's business.
 *
 * @param ms milliseconds
 * @throws TooLateError, or what the promise rejects with
 */
export function within<Result>(ms: number, promise: Promise<Result>): Promise<Result> {
  return new Promise((resolve, reject) => {
    const timer = setTimeout(() => {
      reject(new TooLateError(`Expected an answer within ${ms} ms, but there was none.`));
    }, ms);
    promise.then(resolve, reject).finally(() => {
      clearTimeout(timer);
    });
  });
}
