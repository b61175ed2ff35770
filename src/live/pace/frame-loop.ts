/** What the loop needs from outside; time comes in so that tests can drive it. */
export type FrameLoopOptions = {
  /** Submits the newest frame with the newest look to the GPU; false if there is none yet. */
  paint: () => boolean;
  /** Resolves when the GPU has finished it; false if it went away meanwhile. */
  finished: () => Promise<boolean>;
  /** Milliseconds, as `performance.now()`. */
  now: () => number;
  /** Called after each finished frame with the milliseconds it took. */
  onFinished: (frameMs: number) => void;
  /** A frame that threw; the loop goes on. */
  onError: (error: unknown) => void;
};

/**
 * Paints when asked, one frame in flight. What comes while the GPU is busy is not queued: when it
 * is done, the newest frame is painted, once.
 */
export class FrameLoop {
  private running = false;
  private busy = false;
  private wanted = false;
  private readonly options: FrameLoopOptions;

  constructor(options: FrameLoopOptions) {
    this.options = options;
  }

  /** Lets requests paint. */
  start(): void {
    this.running = true;
  }

  /** Ignores requests from now on; a frame in flight is finished. */
  stop(): void {
    this.running = false;
    this.wanted = false;
  }

  /** Says that there is something new to paint: a frame, a look, a size. */
  request(): void {
    if (!this.running) return;
    this.wanted = true;
    if (!this.busy) void this.run();
  }

  private async run(): Promise<void> {
    const {paint, finished, now, onFinished, onError} = this.options;
    this.busy = true;
    while (this.wanted && this.running) {
      this.wanted = false;
      const start = now();
      try {
        if (!paint()) continue;
        if (await finished()) onFinished(now() - start);
      } catch (error) {
        onError(error);
      }
    }
    this.busy = false;
  }
}
