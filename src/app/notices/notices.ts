import type {Message, PlainKey} from '../../words/message.ts';
import type {AppState} from '../state.ts';
import type {Store} from '../store.ts';
import type {Notice} from './notice.ts';

/** How long a notice that is no error stays, in milliseconds. */
const LIFETIME_MS = 5000;

/** What can be done about a notice: what its button says, and what it does. */
export type NoticeAction = {label: PlainKey; act: () => void};

/** Tells people what happened. */
export type Notices = {
  /** Gives the id of the notice. */
  show(kind: Notice['kind'], message: Message, action?: NoticeAction): number;
  dismiss(id: number): void;
  /** Does what the button of a notice says. */
  act(id: number): void;
  /** Forgets what is still to go by itself; may be called twice. */
  dispose(): void;
};

/** Notices in the store: errors stay until dismissed, the others go after a while. */
export function createNotices(store: Store<AppState>): Notices {
  let lastId = 0;
  const leaving = new Set<ReturnType<typeof setTimeout>>();
  const acts = new Map<number, () => void>();
  const dismiss = (id: number) => {
    acts.delete(id);
    store.set({notices: store.get().notices.filter((notice) => notice.id !== id)});
  };
  return {
    dismiss,
    act: (id) => acts.get(id)?.(),
    show(kind, message, action) {
      const id = ++lastId;
      // The same sentence twice tells nothing new.
      const text = JSON.stringify(message);
      const others = store.get().notices.filter((it) => JSON.stringify(it.message) !== text);
      if (action) acts.set(id, action.act);
      store.set({notices: [...others, {id, kind, message, action: action?.label}]});
      if (kind === 'error' || action) return id;
      const timer = setTimeout(() => {
        leaving.delete(timer);
        dismiss(id);
      }, LIFETIME_MS);
      leaving.add(timer);
      return id;
    },
    dispose() {
      for (const timer of leaving) clearTimeout(timer);
      leaving.clear();
    },
  };
}
