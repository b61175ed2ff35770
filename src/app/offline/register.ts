/** Where the service worker is, beside the page. */
const SCRIPT = './sw.js';

/**
 * Registers the service worker, looks for a newer one, and waits until one is there to be asked.
 *
 * @param onFound called with the registration as soon as there is one
 * @param signal ends the waiting
 * @returns the one that is there; undefined where the browser allows none, or it could not be made ready: then try
 *   again later
 */
export async function register(
  container: ServiceWorkerContainer,
  onFound: (registration: ServiceWorkerRegistration) => void,
  signal: AbortSignal,
): Promise<ServiceWorker | undefined> {
  try {
    const registration = await container.register(SCRIPT, {updateViaCache: 'none'});
    if (signal.aborted) return undefined;
    onFound(registration);
    const {active, installing} = registration;
    // Without a connection it stays as it is.
    if (active) await registration.update().catch(() => {});
    else if (installing) await settled(installing, signal);
    return registration.active ?? undefined;
  } catch {
    // Private windows refuse. All goes on as without.
    return undefined;
  }
}

function settled(worker: ServiceWorker, signal: AbortSignal): Promise<void> {
  return new Promise((resolve) => {
    const look = () => {
      if (worker.state === 'activated' || worker.state === 'redundant') resolve();
    };
    worker.addEventListener('statechange', look, {signal});
    signal.addEventListener('abort', () => {
      resolve();
    });
    look();
  });
}
