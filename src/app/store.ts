/** A value in slices that can be read, replaced in part, and watched. */
export interface Store<State> {
  get(): State;
  /** Replaces the named slices and tells every listener. */
  set(change: Partial<State>): void;
  /** Changes part of one slice, which becomes another object, and tells every listener. */
  patch<Slice extends keyof State>(slice: Slice, change: Partial<State[Slice]>): void;
  /** Calls `listener` after every change; returns the function that stops it. */
  subscribe(listener: (state: State) => void): () => void;
}

/** Makes a store that starts with `initial`. */
export function createStore<State extends object>(initial: State): Store<State> {
  let state = initial;
  const listeners = new Set<(state: State) => void>();
  const set = (change: Partial<State>) => {
    state = {...state, ...change};
    for (const listener of listeners) listener(state);
  };
  return {
    get: () => state,
    set,
    patch<Slice extends keyof State>(slice: Slice, change: Partial<State[Slice]>) {
      set({[slice]: {...state[slice], ...change}} as unknown as Partial<State>);
    },
    subscribe(listener) {
      listeners.add(listener);
      return () => listeners.delete(listener);
    },
  };
}
