/** Runs something no more often than it should. */
export type Pacer = {
  /** Runs it now, or when it may run again; then once, however often that was asked for. */
  ask(): void;
  /** Forgets what was asked for and runs nothing more; may be called twice. */
  dispose(): void;
};

/** Makes a pacer that runs `run` at most once in so many milliseconds. */
export function atMostEvery(ms: number, run: () => void): Pacer {
  let timer: ReturnType<typeof setTimeout> | undefined;
  let wanted = false;
  let over = false;
  const runNow = () => {
    wanted = false;
    timer = setTimeout(() => {
      timer = undefined;
      if (wanted) runNow();
    }, ms);
    run();
  };
  return {
    ask() {
      if (over) return;
      if (timer === undefined) runNow();
      else wanted = true;
    },
    dispose() {
      over = true;
      clearTimeout(timer);
      timer = undefined;
      wanted = false;
    },
  };
}
