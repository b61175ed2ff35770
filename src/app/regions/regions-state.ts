import type {Brush} from './mask-painter.ts';

/** A hand that paints regions. */
export type HandState = {
  /** Whether it has taken the brush up. */
  isTaken: boolean;
  brush: Brush;
  canUndo: boolean;
};

/** What a region is covered with, and by whom it is told from others. */
export type RegionsState = {
  /** Whether persons can be told from what is behind them: not asked for, not yet, now, or not here. */
  persons: 'unasked' | 'coming' | 'found' | 'failed';
  hand: HandState;
};

/** A fifth of the frame's shorter side, half of it soft. */
export const USUAL_BRUSH: Brush = {paints: 'red', size: 0.2, softness: 0.5};

/** Nobody has asked for anything. */
export const WHOLE_PICTURE: RegionsState = {
  persons: 'unasked',
  hand: {isTaken: false, brush: USUAL_BRUSH, canUndo: false},
};
