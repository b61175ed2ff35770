import type {FitTerms} from './fit-loss.ts';

/** What each term counts. */
export type FitWeights = Readonly<Record<keyof FitTerms, number>>;

/** What each term counts as a rule. */
export const FIT_WEIGHTS: FitWeights = {
  target: 1,
  style: 40,
  steady: 200,
  overshoot: 10,
};
