import type {Attempt} from '../attempt.ts';
import {AppError} from '../notices/app-error.ts';
import type {AppState} from '../state.ts';
import type {Store} from '../store.ts';
import {clampAlpha} from './alpha-key.ts';
import type {Look} from './look-table.ts';
import type {Looks} from './looks.ts';
import {MOST_MIXED, toggled, withShares} from './mix.ts';
import {styleBeside} from './style-beside.ts';

/** What a person can do about the look. */
export type LookActions = {
  /** Shows one style alone, at full weight. */
  pickStyle(id: string): Promise<void>;
  /** Picks the style `step` places further in the gallery than the heaviest, wrapping around. */
  stepStyle(step: 1 | -1): Promise<void>;
  /** Adds a style to the mix, or takes it out. */
  mixStyle(id: string): Promise<void>;
  /** Weighs the styles of the mix anew, in their order, with shares that are 1 together. */
  weighMix(shares: readonly number[]): void;
  /** Changes part of the look. */
  setLook(change: Partial<Look>): void;
  /** Makes the style stronger or weaker, in hundredths; as far as it goes. */
  changeAlpha(by: number): void;
};

export function lookActions(store: Store<AppState>, looks: Looks, attempt: Attempt): LookActions {
  const pickStyle = (id: string) => attempt(() => looks.change({styles: [{id, weight: 1}]}));
  return {
    pickStyle,
    async stepStyle(step) {
      const next = styleBeside(store.get().styles, looks.current(), step);
      if (next !== undefined) await pickStyle(next);
    },
    mixStyle: (id) =>
      attempt(async () => {
        const styles = toggled(looks.current().styles, id);
        if (styles.length > MOST_MIXED) {
          throw new AppError({key: 'look.mix-full', values: {most: MOST_MIXED}});
        }
        await looks.change({styles});
      }),
    weighMix(shares) {
      const styles = withShares(looks.current().styles, shares);
      void attempt(() => looks.change({styles}));
    },
    setLook: (change) => void attempt(() => looks.change(change)),
    changeAlpha(by) {
      const alpha = Math.round((looks.current().alpha + by) * 100) / 100;
      void attempt(() => looks.change({alpha: clampAlpha(alpha)}));
    },
  };
}
