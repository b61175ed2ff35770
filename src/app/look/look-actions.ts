import type {Attempt} from '../attempt.ts';
import type {AppState} from '../state.ts';
import type {Store} from '../store.ts';
import {clampAlpha} from './alpha-key.ts';
import {heaviestStyle} from './heaviest-style.ts';
import type {Look} from './look-table.ts';
import type {Looks} from './looks.ts';

/** What a person can do about the look. */
export type LookActions = {
  /** Shows one style alone, at full weight. */
  pickStyle(id: string): Promise<void>;
  /** Picks the style `step` places further in the gallery than the heaviest, wrapping around. */
  stepStyle(step: 1 | -1): Promise<void>;
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
      const {entries} = store.get().styles;
      const picked = heaviestStyle(looks.current());
      const index = entries.findIndex(({id}) => id === picked);
      const next = entries.at((index + step) % entries.length);
      if (next) await pickStyle(next.id);
    },
    setLook: (change) => void attempt(() => looks.change(change)),
    changeAlpha(by) {
      const alpha = Math.round((looks.current().alpha + by) * 100) / 100;
      void attempt(() => looks.change({alpha: clampAlpha(alpha)}));
    },
  };
}
