import type {FrameLoop} from './frame-loop.ts';

/** Where no frame comes, as the picture stands still, other work waits no longer, in milliseconds. */
const PATIENCE_MS = 100;

/** What the turns need from outside; time comes in so that tests can drive it. */
export type FrameTurnsOptions = {
  loop: Pick<FrameLoop, 'start' | 'stop' | 'request'>;
  /** Resolves after the milliseconds given, in a hidden tab too. */
  wait: (ms: number) => Promise<void>;
};

/**
 * Shares the GPU between the live picture and other work that comes in pieces: no frame is painted during
 * a piece, and after it frames are for as long as it took, one at least. So the picture keeps half its
 * rate, and what a frame takes is not mistaken for what it waits.
 */
export class FrameTurns {
  private readonly options: FrameTurnsOptions;
  private onFrame = () => {};

  constructor(options: FrameTurnsOptions) {
    this.options = options;
  }

  /** A frame is done. */
  frameFinished(): void {
    this.onFrame();
  }

  /** Holds frames back for the first piece. */
  begin(): void {
    this.options.loop.stop();
  }

  /**
   * Lets frames go, and holds them back again when it is time for the next piece.
   *
   * @param pieceMs how long the GPU was busy with the piece before
   */
  async give(pieceMs: number): Promise<void> {
    const {loop, wait} = this.options;
    const frame = new Promise<void>((resolve) => (this.onFrame = resolve));
    this.end();
    const asLong = wait(pieceMs);
    await Promise.race([frame, asLong.then(() => wait(PATIENCE_MS))]);
    await asLong;
    loop.stop();
  }

  /** Lets frames go for good. */
  end(): void {
    this.options.loop.start();
    this.options.loop.request();
  }
}
