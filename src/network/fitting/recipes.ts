import {FIT_WEIGHTS} from './fit-weights.ts';
import type {FitRecipe} from './fitter.ts';

/** How a style can be learnt in the page. */
export type Manner = 'usual' | 'longer' | 'stronger';

const usual: FitRecipe = {
  name: 'page-2',
  steps: 240,
  batches: 16,
  count: 2,
  side: 160,
  rate: 2e-3,
  steadyShare: 0.4,
  styleWeight: FIT_WEIGHTS.style,
};

/** The recipes of the page: the usual one takes a minute or so of a laptop's GPU. */
export const RECIPES: Readonly<Record<Manner, FitRecipe>> = {
  usual,
  longer: {...usual, name: 'page-2-longer', steps: 480},
  stronger: {...usual, name: 'page-2-stronger', styleWeight: 3 * FIT_WEIGHTS.style},
};

/** The recipe of a name; undefined where it is of another version of the page. */
export function recipeNamed(name: string): FitRecipe | undefined {
  return Object.values(RECIPES).find((recipe) => recipe.name === name);
}
