/**
 * What was found out of a GPU at an earlier start, so that the next one need not; whoever can keep
 * something gives one. What is kept goes through JSON. Nothing of it is believed unchecked.
 */
export type TuningMemory = {
  /** What was kept last for this GPU; anything, where somebody else has written there. */
  recall(gpu: string): unknown;
  keep(gpu: string, tuning: unknown): void;
};
