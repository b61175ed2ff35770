/** Learning a style: a brush is fitted to it on this machine. */
export type LearningState = {
  /** Whether styles can be learnt: a loss network comes with the app. */
  offered: boolean;
  /** The style that is being learnt, by its id; null while none is. */
  style: string | null;
  /** How far that is, 0…1. */
  share: number;
  /** Until it is learnt, in seconds; null while that is not known. */
  secondsLeft: number | null;
  /** Whether it waits for a recording to end. */
  waits: boolean;
};

/** Nothing is being learnt. */
export const RESTING = {style: null, share: 0, secondsLeft: null, waits: false} as const;
