import type {Answers, Order} from '../../../src/offline/orders.ts';
import type {SiteFile} from '../../../src/offline/site.ts';

/** A service worker that notes what it is told. */
export type FakeWorker = ServiceWorker & {
  orders: Order[];
  /** Brings it into a state, and says so. */
  become(state: ServiceWorkerState): void;
};

/** @param answer what it answers to orders; nothing where undefined */
export function fakeWorker(
  answer: (order: Order) => Answers[keyof Answers] | undefined = () => undefined,
): FakeWorker {
  const orders: Order[] = [];
  const worker = Object.assign(new EventTarget(), {
    orders,
    state: 'installing',
    become(state: ServiceWorkerState) {
      worker.state = state;
      worker.dispatchEvent(new Event('statechange'));
    },
    postMessage(order: Order, [port]: MessagePort[] = []) {
      orders.push(order);
      const told = answer(order);
      if (told !== undefined) port?.postMessage(told);
    },
  });
  return worker as unknown as FakeWorker;
}

/** A service worker that has these files to keep, and says of each what comes of it. */
export function keepingWorker(
  files: readonly SiteFile[],
  kept: readonly string[],
  outcomes: Partial<Record<string, Answers['keep']>> = {},
): FakeWorker {
  return fakeWorker((order) => {
    if (order.do === 'list') return {files, kept};
    return order.do === 'keep' ? (outcomes[order.path] ?? 'kept') : undefined;
  });
}

/** The paths that a worker was told to keep. */
export function keptPaths({orders}: FakeWorker): string[] {
  return orders.flatMap((order) => (order.do === 'keep' ? order.path : []));
}

/** What a page knows of its service workers; `workers` are the ones that there are. */
export type FakeContainer = ServiceWorkerContainer & {
  registration: ServiceWorkerRegistration & EventTarget;
  workers: Record<'active' | 'installing' | 'waiting', FakeWorker | null>;
  /** Lets a new version come: it is installed, and waits. */
  renew(worker: FakeWorker): void;
  /** Lets a version answer the page from now on. */
  takeOver(worker: FakeWorker): void;
};

/** @param active the one that answers the page; null on a first visit */
export function fakeContainer(active: FakeWorker | null = null): FakeContainer {
  const workers: FakeContainer['workers'] = {active, installing: null, waiting: null};
  const registration = Object.assign(new EventTarget(), {update: () => Promise.resolve()});
  for (const name of ['active', 'installing', 'waiting'] as const) {
    Object.defineProperty(registration, name, {get: () => workers[name]});
  }
  const container = Object.assign(new EventTarget(), {
    controller: active,
    workers,
    registration,
    register: () => Promise.resolve(registration),
    renew(worker: FakeWorker) {
      workers.installing = worker;
      registration.dispatchEvent(new Event('updatefound'));
      Object.assign(workers, {installing: null, waiting: worker});
      worker.become('installed');
    },
    takeOver(worker: FakeWorker) {
      Object.assign(workers, {active: worker, installing: null, waiting: null});
      container.controller = worker;
      container.dispatchEvent(new Event('controllerchange'));
    },
  });
  return container as unknown as FakeContainer;
}
