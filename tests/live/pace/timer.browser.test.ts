import {afterEach, beforeEach, expect, it, vi} from 'vitest';
import {createTimer, type Timer} from '../../../src/live/pace/timer.ts';
import {restoreVisibility, setHidden} from '../visibility.ts';

let timer: Timer;
/** Workers started and ended so far. */
let started: number;
let ended: number;

beforeEach(() => {
  started = 0;
  ended = 0;
  const {Worker: BrowserWorker} = globalThis;
  vi.stubGlobal(
    'Worker',
    class extends BrowserWorker {
      constructor(url: string | URL, options?: WorkerOptions) {
        super(url, options);
        started++;
      }

      override terminate() {
        ended++;
        super.terminate();
      }
    },
  );
  timer = createTimer();
});

afterEach(() => {
  timer.dispose();
  restoreVisibility();
  vi.unstubAllGlobals();
});

it.each([false, true])('waits at least as long as asked (hidden: %s)', async (hidden) => {
  setHidden(hidden);
  const start = performance.now();
  await timer.wait(30);

  // Clocks of a page and of its worker may differ by a millisecond.
  expect(performance.now() - start).toBeGreaterThanOrEqual(29);
  expect(started).toBe(hidden ? 1 : 0);
});

it('uses one worker for all hidden waits, and mixes none of them up', async () => {
  setHidden(true);
  const waited: number[] = [];
  await Promise.all(
    [40, 1, 20].map(async (ms) => {
      await timer.wait(ms);
      waited.push(ms);
    }),
  );

  expect(waited).toEqual([1, 20, 40]);
  expect(started).toBe(1);
});

it.each([false, true])('calls again and again until it is stopped (hidden: %s)', async (hidden) => {
  setHidden(hidden);
  let calls = 0;
  const stop = timer.every(1, () => calls++);
  await vi.waitFor(() => {
    expect(calls).toBeGreaterThanOrEqual(3);
  });
  stop();
  const atStop = calls;
  // Waits that end after those of the interval.
  await timer.wait(10);
  await timer.wait(10);

  expect(calls).toBe(atStop);
});

it('ends its worker at dispose, which may be called twice; waits under way stay open', async () => {
  setHidden(true);
  await timer.wait(1);
  let resolved = false;
  void timer.wait(1).then(() => {
    resolved = true;
  });
  timer.dispose();
  timer.dispose();
  const other = createTimer();
  await other.wait(30);
  other.dispose();

  expect(resolved).toBe(false);
  expect([started, ended]).toEqual([2, 2]);
});
