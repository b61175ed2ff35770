/** Frames older than this do not count. */
const WINDOW_MS = 2000;

/** The typical frame over the last two seconds. */
export type FrameRate = {fps: number; frameMs: number};

/** Measures how many frames a second are painted and how long one takes. */
export class FrameMeter {
  private readonly frames: {time: number; frameMs: number}[] = [];

  /** Takes note of a frame that was finished at `time` after `frameMs` milliseconds. */
  record(time: number, frameMs: number): void {
    this.frames.push({time, frameMs});
    while (this.frames[0] && this.frames[0].time < time - WINDOW_MS) this.frames.shift();
  }

  /** The rate at `time`; zeros if nothing was painted lately. */
  read(time: number): FrameRate {
    const recent = this.frames.filter((frame) => frame.time >= time - WINDOW_MS);
    const first = recent[0];
    if (!first) return {fps: 0, frameMs: 0};
    const total = recent.reduce((sum, {frameMs}) => sum + frameMs, 0);
    const span = Math.max(time - first.time, first.frameMs);
    return {fps: (1000 * recent.length) / Math.max(span, 1), frameMs: total / recent.length};
  }
}
