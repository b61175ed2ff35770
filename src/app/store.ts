/** A value that can be read, replaced in part, and watched. */
export interface Store<State> {
  get(): State;
  /** Replaces the named keys and tells every listener. */
  set(change: Partial<State>): void;
  /** Calls `listener` after every change; returns the function that stops it. */
  subscribe(listener: (state: State) => void): () => void;
}

/** Makes a store that starts with `initial`. */
export function createStore<State extends object>(initial: State): Store<State> {
  let state = initial;
  const listeners = new Set<(state: State) => void>();
  return {
    get: () => state,
    set(change) {
      state = {...state, ...change};
      for (const listener of listeners) listener(state);
    },
    subscribe(listener) {
      listeners.add(listener);
      return () => listeners.delete(listener);
    },
  };
}
