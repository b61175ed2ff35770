import {afterEach, beforeEach, expect, it, vi} from 'vitest';
import {createNotices} from '../../../src/app/notices/notices.ts';
import {createOffline, type Offline} from '../../../src/app/offline/offline.ts';
import type {AppState} from '../../../src/app/state.ts';
import type {Store} from '../../../src/app/store.ts';
import type {SiteFile} from '../../../src/offline/site.ts';
import {memory} from '../fake-storage.ts';
import {fakeStore} from '../fake-store.ts';
import {
  type FakeContainer,
  fakeContainer,
  fakeWorker,
  keepingWorker,
  keptPaths,
} from './fake-service-worker.ts';

const FILES: SiteFile[] = [
  {path: '', bytes: 10, checksum: 'a', kept: 'first'},
  {path: 'film.webm', bytes: 10, checksum: 'b', kept: 'soon'},
  {path: 'fine.bin', bytes: 10, checksum: 'c', kept: 'used'},
];
const LONG_MS = 10_000;

let store: Store<AppState>;
let closing: AbortController;

beforeEach(() => {
  vi.useFakeTimers({toFake: ['setTimeout', 'clearTimeout', 'setInterval', 'clearInterval']});
  vi.spyOn(navigator.storage, 'persist').mockResolvedValue(true);
  vi.spyOn(navigator.storage, 'persisted').mockResolvedValue(false);
  store = fakeStore();
  closing = new AbortController();
});

afterEach(() => {
  closing.abort();
  vi.useRealTimers();
  vi.restoreAllMocks();
});

function begin(container: FakeContainer): Offline {
  const parts = {
    store,
    notices: createNotices(store),
    takeFiles: () => Promise.resolve(),
    changeSettings: (change: Partial<AppState['settings']>) => {
      store.patch('settings', change);
    },
    storage: memory(),
  };
  return createOffline(parts, closing.signal, container);
}

const settled = () => vi.advanceTimersByTimeAsync(LONG_MS);
const ordersOf = (worker: ReturnType<typeof fakeWorker>) => worker.orders.map((order) => order.do);

it('leaves a page that has just begun to paint alone, then keeps what is wanted soon', async () => {
  const worker = keepingWorker(FILES, ['']);
  const container = fakeContainer(worker);
  const register = vi.spyOn(container, 'register');
  begin(container);
  await vi.advanceTimersByTimeAsync(1000);
  expect(register).not.toHaveBeenCalled();

  await settled();

  expect(register).toHaveBeenCalledExactlyOnceWith('./sw.js', {updateViaCache: 'none'});
  await vi.waitFor(() => {
    expect(ordersOf(worker)).toEqual(['list', 'keep', 'tidy']);
  });
  expect(keptPaths(worker)).toEqual(['film.webm']);
});

it('waits for the first one to be ready', async () => {
  const worker = keepingWorker(FILES, ['']);
  const container = fakeContainer();
  container.workers.installing = worker;
  begin(container);
  await settled();
  expect(worker.orders).toEqual([]);

  container.takeOver(worker);
  worker.become('activated');

  await vi.waitFor(() => {
    expect(ordersOf(worker)).toEqual(['list', 'keep', 'tidy']);
  });
});

it('tries again when there is a connection, where the first one did not come', async () => {
  const container = fakeContainer();
  const broken = fakeWorker();
  container.workers.installing = broken;
  begin(container);
  await settled();
  container.workers.installing = null;
  broken.become('redundant');
  await settled();

  const worker = keepingWorker(FILES, ['']);
  container.takeOver(worker);
  dispatchEvent(new Event('online'));

  await vi.waitFor(() => {
    expect(keptPaths(worker)).toEqual(['film.webm']);
  });
});

it('looks for a new version every hour, and keeps what did not come', async () => {
  const worker = keepingWorker(FILES, [''], {'film.webm': 'unreachable'});
  const container = fakeContainer(worker);
  const update = vi.spyOn(container.registration, 'update');
  begin(container);
  await settled();
  await vi.waitFor(() => {
    expect(ordersOf(worker)).toEqual(['list', 'keep', 'tidy']);
  });

  await vi.advanceTimersByTimeAsync(3_600_000);

  await vi.waitFor(() => {
    expect(ordersOf(worker)).toEqual(['list', 'keep', 'tidy', 'list', 'keep']);
  });
  expect(update).toHaveBeenCalledTimes(2);
});

it('keeps all when told, of later visits too, and asks the browser to be firm', async () => {
  const worker = keepingWorker(FILES, ['', 'film.webm']);
  const offline = begin(fakeContainer(worker));
  await settled();

  await offline.keepAll();

  expect(keptPaths(worker)).toEqual(['fine.bin']);
  expect(store.get().settings.keepAll).toBe(true);
  await vi.waitFor(() => {
    expect(navigator.storage.persist).toHaveBeenCalledOnce();
  });
  const next = keepingWorker(FILES, ['', 'film.webm']);
  begin(fakeContainer(next));
  await settled();
  await vi.waitFor(() => {
    expect(keptPaths(next)).toEqual(['fine.bin']);
  });

  offline.stop();
  expect(store.get().settings.keepAll).toBe(false);
  expect(worker.orders.at(-1)).toEqual({do: 'stop'});
});

it('asks for nothing by itself that a browser might ask the person for', async () => {
  begin(fakeContainer(keepingWorker(FILES, [''])));
  await settled();

  expect(navigator.storage.persisted).not.toHaveBeenCalled();
});

it('goes on as without where a browser refuses', async () => {
  const container = fakeContainer(fakeWorker());
  container.register = () => Promise.reject(new DOMException('No.', 'SecurityError'));
  const offline = begin(container);
  await settled();

  await offline.look();
  await offline.keepAll();

  expect(store.get().offline.kept).toBeNull();
  expect(store.get().notices).toEqual([]);
});

it('ends what it has begun', async () => {
  const container = fakeContainer(keepingWorker(FILES, ['']));
  const register = vi.spyOn(container, 'register');
  begin(container);
  closing.abort();

  await settled();
  dispatchEvent(new Event('online'));
  document.dispatchEvent(new Event('visibilitychange'));
  await settled();

  expect(register).not.toHaveBeenCalled();
});
