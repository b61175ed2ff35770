import {FRAME_STEP, type Size} from '../../gpu/size.ts';

/** Working sizes, short side in pixels. Few: every new size costs textures and some programs. */
export const LADDER = [144, 192, 256, 320, 384, 480, 576, 720] as const;

/** No side is longer than this many short sides; the rest of a panorama is cut off. */
const LONGEST_ASPECT = 3;

/** The share of the frame interval that painting may take; the rest is for the page. */
export const BUDGET_SHARE = 0.85;

/** Climbing needs this share of the budget to suffice, as predicted from the area. */
const CLIMB_SHARE = 0.7;

/** Frames that are averaged before a decision. */
const WINDOW = 8;

/** Good windows in a row before a climb: at first, and at most after climbs that did not hold. */
const FIRST_PATIENCE = 1;
const LONGEST_PATIENCE = 64;

/** The working size for a frame: the short side given, the aspect kept, multiples of 16. */
export function workingSize(frame: Size, shortSide: number): Size {
  const aspect = Math.min(LONGEST_ASPECT, Math.max(1 / LONGEST_ASPECT, frame.width / frame.height));
  const round = (side: number) => Math.max(FRAME_STEP, Math.round(side / FRAME_STEP) * FRAME_STEP);
  return aspect >= 1
    ? {width: round(shortSide * aspect), height: round(shortSide)}
    : {width: round(shortSide), height: round(shortSide / aspect)};
}

/** Moves the working size along the ladder so that painting keeps up with the frames. */
export class SizeLadder {
  private rung: number;
  private readonly times: number[] = [];
  private goodWindows = 0;
  private patience = FIRST_PATIENCE;
  private climbed = false;

  /** @param start the short side to begin with; the nearest rung below is taken */
  constructor(start: number) {
    this.rung = rungBelow(start);
  }

  /** The short side to paint at. */
  get shortSide(): number {
    return LADDER[this.rung] as number;
  }

  /** True while more frames are needed for a decision. */
  get deciding(): boolean {
    return this.times.length > 0;
  }

  /**
   * Takes note of one painted frame, and moves when a window of frames says so.
   *
   * @param frameMs how long the frame took, until the GPU had finished it
   * @param intervalMs how often a frame is wanted
   * @returns true if the size has changed
   */
  observe(frameMs: number, intervalMs: number): boolean {
    this.times.push(frameMs);
    if (this.times.length < WINDOW) return false;
    const typical = median(this.times);
    this.times.length = 0;

    const budget = intervalMs * BUDGET_SHARE;
    if (typical > budget) return this.descend(typical, budget);
    return this.considerClimbing(typical, budget);
  }

  /** The largest rung that fits the budget if the time follows the area; at least one step. */
  private descend(typical: number, budget: number): boolean {
    this.goodWindows = 0;
    if (this.rung === 0) return false;
    // A climb that did not hold: be slower to try again.
    if (this.climbed) this.patience = Math.min(LONGEST_PATIENCE, this.patience * 4);
    this.climbed = false;
    const fitting = this.shortSide * Math.sqrt(budget / typical);
    this.rung = Math.min(this.rung - 1, rungBelow(fitting));
    return true;
  }

  /** The largest rung that would take up a good part of the budget, if the time follows the area. */
  private considerClimbing(typical: number, budget: number): boolean {
    const fitting = this.shortSide * Math.sqrt((budget * CLIMB_SHARE) / typical);
    const target = rungBelow(fitting);
    if (target <= this.rung) {
      this.goodWindows = 0;
      return false;
    }
    if (++this.goodWindows < this.patience) return false;
    this.goodWindows = 0;
    this.climbed = true;
    this.rung = target;
    return true;
  }
}

function rungBelow(shortSide: number): number {
  return Math.max(
    0,
    LADDER.findLastIndex((side) => side <= shortSide),
  );
}

function median(values: readonly number[]): number {
  return values.toSorted((a, b) => a - b)[values.length >> 1] ?? 0;
}
