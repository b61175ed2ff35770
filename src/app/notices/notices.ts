import type {AppState, Notice} from '../state.ts';
import type {Store} from '../store.ts';

/** How long a notice that is no error stays, in milliseconds. */
const LIFETIME_MS = 5000;

/** Tells people what happened. */
export type Notices = {
  show(kind: Notice['kind'], text: string): void;
  dismiss(id: number): void;
};

/** Notices in the store: errors stay until dismissed, the others go after a while. */
export function createNotices(store: Store<AppState>): Notices {
  let lastId = 0;
  const dismiss = (id: number) => {
    store.set({notices: store.get().notices.filter((notice) => notice.id !== id)});
  };
  return {
    dismiss,
    show(kind, text) {
      const id = ++lastId;
      // The same sentence twice tells nothing new.
      const others = store.get().notices.filter((notice) => notice.text !== text);
      store.set({notices: [...others, {id, kind, text}]});
      if (kind !== 'error') {
        setTimeout(() => {
          dismiss(id);
        }, LIFETIME_MS);
      }
    },
  };
}
