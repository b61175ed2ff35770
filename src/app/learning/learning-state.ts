/** Learning a style: a brush is fitted to it on this machine. */
export type LearningState = {
  /**
   * How much of the look's style was learnt, 0…1, on this machine or before it came here; null where there
   * is nothing to learn: a mix, a network that cannot, no loss network that comes with the app.
   */
  learnt: number | null;
  /** Whether the style came with a brush, and paints with what was learnt here in its place. */
  replaced: boolean;
  /** The style that is being learnt, by its id; null while none is. */
  style: string | null;
  /** How far that is, 0…1. */
  share: number;
  /** Until it is learnt, in seconds; null while that is not known. */
  secondsLeft: number | null;
  /** Whether it waits for a recording to end. */
  waits: boolean;
  /** Whether a person is asked before a style is learnt: it takes this machine long, or drains it. */
  asksFirst: boolean;
};

/** Nothing is being learnt. */
export const RESTING = {style: null, share: 0, secondsLeft: null, waits: false} as const;
