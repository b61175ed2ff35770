import type {Engine} from '../../live/engine.ts';
import type {Attempt} from '../attempt.ts';
import type {AppState} from '../state.ts';
import type {Store} from '../store.ts';
import {showView} from './show-view.ts';
import type {Drawer} from './view-state.ts';

/** How a person can look at the picture. */
export type ViewActions = {
  /** Moves the before/after divider; null takes it away. */
  setDivider(position: number | null): void;
  /** Holds the frame on the stage, or lets the picture run again. */
  setFrozen(frozen: boolean): void;
  /** Opens a drawer in place of the one that is open; null closes it. */
  openDrawer(drawer: Drawer | null): void;
};

export function viewActions(
  store: Store<AppState>,
  engine: Promise<Engine>,
  attempt: Attempt,
): ViewActions {
  return {
    setDivider(position) {
      const divider = position === null ? null : Math.min(1, Math.max(0, position));
      store.patch('view', {divider});
      void attempt(async () => {
        showView(store.get(), await engine);
      });
    },
    openDrawer(drawer) {
      store.patch('view', {drawer});
    },
    setFrozen(frozen) {
      store.patch('view', {frozen});
      void attempt(async () => {
        (await engine).setFrozen(frozen);
      });
    },
  };
}
