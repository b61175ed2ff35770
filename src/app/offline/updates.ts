import {within} from '../../within.ts';
import {isMaking} from '../exports/is-making.ts';
import type {Notices} from '../notices/notices.ts';
import type {AppState} from '../state.ts';
import type {Store} from '../store.ts';
import {tell} from './tell.ts';

/** A new version that does not take over in this time does so at the next start, in milliseconds. */
const TAKE_OVER_MS = 20_000;

/** What updates are offered with. */
export type UpdateParts = {
  store: Store<AppState>;
  notices: Pick<Notices, 'show' | 'dismiss'>;
  /** Of this page. */
  container: ServiceWorkerContainer;
  registration: ServiceWorkerRegistration;
  /** What answered the page when it began; null on a first visit. */
  first: ServiceWorker | null;
  /** Called before the new version takes over, which waits until the one before has nothing to do. */
  leaveOff(): void;
  /** Loads the page again; the browser asks first where something would be lost. */
  reload(): void;
};

/**
 * Offers a new version of the site once it is here, or has been taken in another tab. The page is loaded again when
 * the person says so, and never by itself; while something is recorded or exported, the offer waits. A page that
 * shows only the picture asks nobody, and has the new version when it is loaded the next time.
 *
 * @param signal ends it
 */
export function offerUpdates(parts: UpdateParts, signal: AbortSignal): void {
  const {store, notices, container, registration, first, leaveOff, reload} = parts;
  let {controller} = container;
  let renewed = first !== null && first !== controller;
  /** The version that the person has sent away, or need not be asked about. */
  let answered: ServiceWorker | null = null;
  let shown: number | undefined;
  let busy = false;

  /** The version that this page is not yet of. */
  const newer = () => (renewed ? controller : registration.active && registration.waiting);

  function follow() {
    // Showing and dismissing change the store.
    if (busy) return;
    busy = true;
    const state = store.get();
    if (shown !== undefined && !state.notices.some(({id}) => id === shown)) answered = newer();
    const version = newer();
    const isOffer = version !== answered && !isMaking(state);
    if (version && isOffer && state.view.clean) {
      answered = version;
      if (!renewed) take(version);
    }
    show(version !== null && isOffer && !state.view.clean);
    busy = false;
  }

  function show(wanted: boolean) {
    if (wanted) shown ??= notices.show('info', {key: 'update.ready'}, {label: 'update.now', act});
    else if (shown !== undefined) {
      notices.dismiss(shown);
      shown = undefined;
    }
  }

  /** Lets a version answer pages from now on. */
  function take(version: ServiceWorker) {
    leaveOff();
    tell(version, {do: 'take-over'});
  }

  function act() {
    void update();
  }

  /** Who then stays on the page all the same, for the sake of a clip, still has the offer. */
  async function update() {
    const {waiting} = registration;
    if (waiting) {
      const taken = new Promise((resolve) => {
        container.addEventListener('controllerchange', resolve, {once: true, signal});
      });
      take(waiting);
      await within(TAKE_OVER_MS, taken).catch(() => {});
    }
    if (!signal.aborted) reload();
  }

  function watch(worker: ServiceWorker | null) {
    worker?.addEventListener('statechange', follow, {signal});
  }

  function onChange() {
    // The first one that a page gets is of its own version.
    renewed ||= controller !== null;
    ({controller} = container);
    // It is taken now, whatever was said here: this page is of the version before.
    answered = null;
    follow();
  }

  container.addEventListener('controllerchange', onChange, {signal});
  registration.addEventListener(
    'updatefound',
    () => {
      watch(registration.installing);
    },
    {signal},
  );
  watch(registration.installing);
  const unsubscribe = store.subscribe(follow);
  signal.addEventListener('abort', unsubscribe);
  follow();
}
