import type {FitRecipe} from './fitter.ts';

/** The recipe of the page: a minute or so of a laptop's GPU. */
export const PAGE_RECIPE: FitRecipe = {
  steps: 240,
  count: 2,
  side: 192,
  rate: 1e-3,
  steadyShare: 0.4,
};
