const HOUR_MS = 3_600_000;

/** Who comes back to the page sooner than this finds it as it was, in milliseconds. */
const AWAY_MS = 600_000;

/**
 * Calls `look` now, every hour, and when there is a connection again, or the page is seen again after a while.
 *
 * @param signal ends it
 */
export function nowAndThen(look: () => void, signal: AbortSignal): void {
  let last = 0;
  const now = () => {
    last = performance.now();
    look();
  };
  const timer = setInterval(now, HOUR_MS);
  signal.addEventListener('abort', () => {
    clearInterval(timer);
  });
  addEventListener('online', now, {signal});
  document.addEventListener(
    'visibilitychange',
    () => {
      if (!document.hidden && performance.now() - last > AWAY_MS) now();
    },
    {signal},
  );
  now();
}
