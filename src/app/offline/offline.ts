import type {FileActions} from '../files/file-actions.ts';
import type {Notices} from '../notices/notices.ts';
import {rest} from '../rest.ts';
import type {Settings} from '../settings/settings-table.ts';
import type {AppState} from '../state.ts';
import type {Store} from '../store.ts';
import {createKeeping} from './keeping.ts';
import {nowAndThen} from './now-and-then.ts';
import {askToPersist, persistOwnStyles} from './persist.ts';
import {register} from './register.ts';
import {takeLaunches} from './take-launches.ts';
import {tell} from './tell.ts';
import {offerUpdates} from './updates.ts';

/** The live picture comes first, and finding the network that fits, in milliseconds. */
const FIRST_REST_MS = 2500;

/** What being offline needs of the studio. */
export type OfflineParts = {
  store: Store<AppState>;
  notices: Pick<Notices, 'show' | 'dismiss'>;
  takeFiles: FileActions['takeFiles'];
  changeSettings(change: Partial<Settings>): void;
  /** A function, because browsers may throw when a storage is only mentioned. */
  storage: () => Storage;
};

/** What is kept of the site on this machine. */
export type Offline = {
  /** Brings up to date what the store says of it. */
  look(): Promise<void>;
  /** Keeps all there is, and of later versions, too, until it is stopped. */
  keepAll(): Promise<void>;
  /** Keeps no more than what is used. */
  stop(): void;
};

/** The page's own; the development server has no service worker to offer, nor have insecure pages. */
const OWN: ServiceWorkerContainer | undefined = import.meta.env.PROD
  ? (navigator as Partial<Navigator>).serviceWorker
  : undefined;

/**
 * Lets the page start without a connection from now on, offers its updates, and takes the files it is launched with.
 *
 * @param signal ends it
 */
export function createOffline(
  {store, notices, takeFiles, changeSettings, storage}: OfflineParts,
  signal: AbortSignal,
  container = OWN,
): Offline {
  const scope = new URL('.', location.href).href;
  const keeping = createKeeping(store, scope);
  const first = container?.controller ?? null;
  let registration: ServiceWorkerRegistration | undefined;
  let tidied = false;

  function found(one: ServiceWorkerRegistration) {
    if (!container || one === registration) return;
    registration = one;
    const reload = () => {
      location.reload();
    };
    const parts = {store, notices, container, registration, first, leaveOff, reload};
    offerUpdates(parts, signal);
  }

  async function begin(those: ServiceWorkerContainer): Promise<void> {
    await rest(FIRST_REST_MS, signal);
    if (!signal.aborted) nowAndThen(() => void lookAround(those).catch(console.warn), signal);
  }

  async function lookAround(those: ServiceWorkerContainer): Promise<void> {
    const worker = await register(those, found, signal);
    if (!worker || signal.aborted || store.get().offline.keeping) return;
    await (store.get().settings.keepAll ? keeping.keepAll(worker) : keeping.keepSoon(worker));
    // Only a page that has just begun is surely of this version.
    if (!tidied) tell(worker, {do: 'tidy'});
    tidied = true;
  }

  function leaveOff() {
    if (registration?.active) keeping.leaveOff(registration.active);
  }

  signal.addEventListener('abort', leaveOff);
  signal.addEventListener('abort', persistOwnStyles(store, storage));
  void takeLaunches({notices, takeFiles}, scope, signal);
  if (container) void begin(container);

  return {
    async look() {
      if (registration?.active) await keeping.look(registration.active);
    },
    async keepAll() {
      if (!registration?.active) return;
      changeSettings({keepAll: true});
      void askToPersist(storage);
      await keeping.keepAll(registration.active);
    },
    stop() {
      changeSettings({keepAll: false});
      leaveOff();
    },
  };
}
