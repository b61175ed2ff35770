/** What each of the terms of the loss counts, see `FitTerms`. */
export type FitWeights = Readonly<Record<'target' | 'style' | 'steady' | 'overshoot', number>>;

/** What each term counts as a rule. */
export const FIT_WEIGHTS: FitWeights = {
  target: 1,
  style: 40,
  steady: 200,
  overshoot: 10,
};
