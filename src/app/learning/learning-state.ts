/** Learning a style: a brush is fitted to it on this machine. */
export type LearningState = {
  /**
   * How much of the look's style was learnt on this machine, 0…1; null where there is nothing to learn: a
   * mix, a style with a brush of its own, no loss network that comes with the app.
   */
  learnt: number | null;
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
