import TimerWorker from './timer.worker.ts?worker';

/** Waiting that also works in a hidden tab, where a page's own timers are held back to one a second. */
export type Timer = {
  /** Resolves after at least `ms` milliseconds. */
  wait(ms: number): Promise<void>;
  /** Calls `listener` every `ms` milliseconds; returns the function that stops it. */
  every(ms: number, listener: () => void): () => void;
  /** Ends the worker; waits under way never resolve. May be called twice. */
  dispose(): void;
};

/** Makes a timer; its worker starts when the first hidden wait needs it. */
export function createTimer(): Timer {
  let worker: Worker | undefined;
  let lastId = 0;
  const waiting = new Map<number, () => void>();

  function waitInWorker(ms: number): Promise<void> {
    worker ??= startWorker();
    const id = ++lastId;
    worker.postMessage({id, ms});
    return new Promise((resolve) => waiting.set(id, resolve));
  }

  function startWorker(): Worker {
    const started = new TimerWorker();
    started.onmessage = ({data}: MessageEvent<number>) => {
      waiting.get(data)?.();
      waiting.delete(data);
    };
    return started;
  }

  const wait = (ms: number) =>
    document.hidden ? waitInWorker(ms) : new Promise<void>((resolve) => setTimeout(resolve, ms));

  return {
    wait,
    every(ms, listener) {
      let running = true;
      const run = async () => {
        await wait(ms);
        if (!running) return;
        listener();
        void run();
      };
      void run();
      return () => {
        running = false;
      };
    },
    dispose() {
      worker?.terminate();
      worker = undefined;
      waiting.clear();
    },
  };
}
