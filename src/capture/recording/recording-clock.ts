/**
 * Nothing ticks for so long unless the machine sleeps, in milliseconds: a hidden page's ticks are not held
 * back, and the slowest network keeps a page busy for less.
 */
const ASLEEP_MS = 20_000;

/** The first frame after that follows the last one before by this, in milliseconds. */
const FRAME_MS = 40;

/**
 * The time of a recording: it begins with the first frame and stands still in pauses, and while the
 * machine sleeps. All times are milliseconds; moments are on the clock of `now`.
 */
export class RecordingClock {
  private readonly now: () => number;
  private startedAt: number | null = null;
  private pausedAt: number | null = null;
  private pausedMs = 0;
  private lastSign: number | null = null;

  constructor(now: () => number) {
    this.now = now;
  }

  get started(): boolean {
    return this.startedAt !== null;
  }

  get paused(): boolean {
    return this.pausedAt !== null;
  }

  /** Recorded time so far. */
  get elapsedMs(): number {
    return Math.max(0, this.at(this.pausedAt ?? this.now()));
  }

  /** Begins at `moment`. Pauses before it do not count. */
  start(moment: number): void {
    this.startedAt = moment;
    this.pausedMs = 0;
    this.lastSign = this.now();
  }

  /** The recorded time at `moment`, which lies after the last pause; 0 before the start. */
  at(moment: number): number {
    return this.startedAt === null ? 0 : moment - this.startedAt - this.pausedMs;
  }

  pause(): void {
    this.pausedAt ??= this.now();
  }

  resume(): void {
    const now = this.now();
    this.lastSign = now;
    if (this.pausedAt === null) return;
    this.pausedMs += now - this.pausedAt;
    this.pausedAt = null;
  }

  /**
   * A sign of life, to be given all the time. True if it comes so late that the machine has slept: that
   * time is left out.
   */
  tick(): boolean {
    const now = this.now();
    const gap = now - (this.lastSign ?? now);
    this.lastSign = now;
    if (!this.started || this.paused || gap < ASLEEP_MS) return false;
    this.pausedMs += gap - FRAME_MS;
    return true;
  }
}
