/**
 * The time of a recording: it begins with the first frame and stands still in pauses. All times are
 * milliseconds; moments are on the clock of `now`.
 */
export class RecordingClock {
  private readonly now: () => number;
  private startedAt: number | null = null;
  private pausedAt: number | null = null;
  private pausedMs = 0;

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
  }

  /** The recorded time at `moment`, which lies after the last pause; 0 before the start. */
  at(moment: number): number {
    return this.startedAt === null ? 0 : moment - this.startedAt - this.pausedMs;
  }

  pause(): void {
    this.pausedAt ??= this.now();
  }

  resume(): void {
    if (this.pausedAt === null) return;
    this.pausedMs += this.now() - this.pausedAt;
    this.pausedAt = null;
  }
}
