import type {Message} from '../../words/message.ts';
import type {AppState} from '../state.ts';
import type {Store} from '../store.ts';
import type {Notice} from './notice.ts';

/** How long a notice that is no error stays, in milliseconds. */
const LIFETIME_MS = 5000;

/** Tells people what happened. */
export type Notices = {
  show(kind: Notice['kind'], message: Message): void;
  dismiss(id: number): void;
  /** Forgets what is still to go by itself; may be called twice. */
  dispose(): void;
};

/** Notices in the store: errors stay until dismissed, the others go after a while. */
export function createNotices(store: Store<AppState>): Notices {
  let lastId = 0;
  const leaving = new Set<ReturnType<typeof setTimeout>>();
  const dismiss = (id: number) => {
    store.set({notices: store.get().notices.filter((notice) => notice.id !== id)});
  };
  return {
    dismiss,
    show(kind, message) {
      const id = ++lastId;
      // The same sentence twice tells nothing new.
      const text = JSON.stringify(message);
      const others = store.get().notices.filter((it) => JSON.stringify(it.message) !== text);
      store.set({notices: [...others, {id, kind, message}]});
      if (kind === 'error') return;
      const timer = setTimeout(() => {
        leaving.delete(timer);
        dismiss(id);
      }, LIFETIME_MS);
      leaving.add(timer);
    },
    dispose() {
      for (const timer of leaving) clearTimeout(timer);
      leaving.clear();
    },
  };
}
