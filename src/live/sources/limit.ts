import {SourceError} from './source-error.ts';

/** A time limit for what may never settle. Whoever makes one clears it. */
export class Limit {
  private readonly passed: Promise<never>;
  private readonly ms: number;
  private readonly end: number;
  private reject!: (reason: SourceError) => void;
  private timer: ReturnType<typeof setTimeout> | undefined;

  /**
   * @param ms passes after so many milliseconds without `renew`
   * @param mostMs passes after so many milliseconds in any case
   */
  constructor(ms: number, mostMs = Infinity) {
    this.ms = ms;
    this.end = performance.now() + mostMs;
    this.passed = new Promise((_, reject) => (this.reject = reject));
    // It may pass while nobody waits.
    this.passed.catch(() => {});
    this.renew();
  }

  /** Starts the time anew: there was progress. */
  readonly renew = (): void => {
    clearTimeout(this.timer);
    const left = Math.min(this.ms, this.end - performance.now());
    this.timer = setTimeout(() => {
      this.reject(new SourceError('slow', `Expected an answer within ${this.ms} ms.`));
    }, left);
  };

  /**
   * What `promise` gives, if it settles in time.
   *
   * @throws SourceError `slow`
   */
  hold<Value>(promise: Promise<Value>): Promise<Value> {
    return Promise.race([promise, this.passed]);
  }

  /** Passes no more; may be called twice. */
  clear(): void {
    clearTimeout(this.timer);
  }
}
