import type {Engine} from '../../live/engine.ts';
import type {Attempt} from '../attempt.ts';
import {withLaterPart} from '../later-part.ts';
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
  /** Puts the picture into a window of its own, in a click or key press, or closes that. */
  togglePopOut(): Promise<void>;
  /** Opens a drawer in place of the one that is open; null closes it. */
  openDrawer(drawer: Drawer | null): void;
};

/** @param signal closes what was opened */
export function viewActions(
  store: Store<AppState>,
  engine: Promise<Engine>,
  canvas: HTMLCanvasElement,
  attempt: Attempt,
  signal: AbortSignal,
): ViewActions {
  const withPopOut = withLaterPart(
    async () => (await import('./pop-out.ts')).createPopOut({store, canvas, engine}, signal),
    attempt,
  );
  return {
    togglePopOut: () => withPopOut((popOut) => popOut.toggle()),
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
