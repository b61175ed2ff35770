import type {FrameSource} from '../sources/frame-source.ts';
import type {Timer} from './timer.ts';

/** A hidden tab that must go on is painted this often, in milliseconds. */
const HIDDEN_INTERVAL_MS = 1000 / 30;

/** The interval is kept between these, whatever the source does, in milliseconds. */
const SHORTEST_INTERVAL_MS = 1000 / 120;
/** A picture that moves needs 24 frames a second. */
export const LONGEST_INTERVAL_MS = 1000 / 24;

/** How fast the measured interval follows: the share of a new one. */
const SMOOTHING = 0.1;

/**
 * Tells when there is a frame to paint, and of which time: whenever the source has one while the tab is shown; by a
 * timer in a hidden tab that must go on, because it records; not at all in one that need not.
 */
export class FrameClock {
  private source: FrameSource | undefined;
  private keepsGoing = false;
  private stop = () => {};
  private lastTick = 0;
  private interval = LONGEST_INTERVAL_MS;
  private readonly timer: Timer;
  private readonly onTick: (frameMs: number) => void;

  /** @param onTick gets the frame's own time, where the source tells it, else the moment's */
  constructor(timer: Timer, onTick: (frameMs: number) => void) {
    this.timer = timer;
    this.onTick = onTick;
    document.addEventListener('visibilitychange', this.listen);
  }

  /** How often the source has a frame, in milliseconds. */
  get intervalMs(): number {
    return this.interval;
  }

  /** Follows another source, which it does not close. */
  follow(source: FrameSource | undefined): void {
    this.source = source;
    this.interval = LONGEST_INTERVAL_MS;
    this.listen();
  }

  /** Says whether a hidden tab is painted too. */
  keepGoing(keepsGoing: boolean): void {
    this.keepsGoing = keepsGoing;
    this.listen();
  }

  /** Ticks no more; may be called twice. */
  dispose(): void {
    this.stop();
    this.source = undefined;
    document.removeEventListener('visibilitychange', this.listen);
  }

  private readonly listen = () => {
    this.stop();
    this.stop = () => {};
    this.lastTick = 0;
    if (!this.source) return;
    if (!document.hidden) this.stop = this.source.onFrame(this.tick);
    else if (this.keepsGoing) this.stop = this.timer.every(HIDDEN_INTERVAL_MS, this.tickNow);
  };

  /** A hidden tab is not told of frames. */
  private readonly tickNow = () => {
    this.tick(performance.now());
  };

  private readonly tick = (frameMs: number) => {
    const now = performance.now();
    if (this.lastTick > 0) {
      const passed = Math.min(now - this.lastTick, LONGEST_INTERVAL_MS);
      const interval = Math.max(passed, SHORTEST_INTERVAL_MS);
      this.interval += SMOOTHING * (interval - this.interval);
    }
    this.lastTick = now;
    this.onTick(frameMs);
  };
}
