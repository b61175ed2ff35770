import {afterEach, beforeEach, expect, it, vi} from 'vitest';
import {IDLE} from '../../../src/app/captures/captures-state.ts';
import {createKeeping, type Keeping} from '../../../src/app/offline/keeping.ts';
import type {AppState} from '../../../src/app/state.ts';
import type {Store} from '../../../src/app/store.ts';
import type {SiteFile, WhenKept} from '../../../src/offline/site.ts';
import {fakeStore} from '../fake-store.ts';
import {fakeWorker, keepingWorker, keptPaths} from './fake-service-worker.ts';

const SCOPE = new URL('.', location.href).href;

const file = (path: string, kept: WhenKept, bytes = 100): SiteFile => ({
  path,
  bytes,
  checksum: path,
  kept,
});
const FILES = [
  file('', 'first'),
  file('late.js', 'first'),
  file('film.webm', 'soon', 1000),
  file('fine.bin', 'used', 5000),
  file('other.bin', 'used', 3000),
];

let store: Store<AppState>;
let keeping: Keeping;
let room: StorageEstimate | Error;

beforeEach(() => {
  store = fakeStore();
  keeping = createKeeping(store, SCOPE);
  room = {quota: 1e6, usage: 0};
  vi.spyOn(navigator.storage, 'estimate').mockImplementation(() =>
    room instanceof Error ? Promise.reject(room) : Promise.resolve(room),
  );
});

afterEach(() => {
  vi.restoreAllMocks();
});

const offline = () => store.get().offline;

it('says how much is kept', async () => {
  await keeping.look(keepingWorker(FILES, ['', 'fine.bin']));

  expect(offline().kept).toEqual({files: 2, bytes: 5100, allFiles: 5, allBytes: 9200});
});

it('keeps what is wanted soon, what did not come at first, and what the page has used', async () => {
  vi.spyOn(performance, 'getEntriesByType').mockReturnValue([
    {name: `${SCOPE}fine.bin`},
    {name: 'https://example.org/other.bin'},
  ] as PerformanceEntry[]);
  const worker = keepingWorker(FILES, ['']);

  await keeping.keepSoon(worker);

  expect(keptPaths(worker)).toEqual(['late.js', 'film.webm', 'fine.bin']);
  expect(offline()).toMatchObject({kept: {files: 4, bytes: 6200}, keeping: false, problem: null});
});

it('keeps all, and tells how far it is', async () => {
  const worker = keepingWorker(FILES, ['', 'film.webm']);
  const seen: unknown[] = [];
  store.subscribe(({offline: {keeping: busy, kept}}) => seen.push([busy, kept?.files]));

  await keeping.keepAll(worker);

  expect(keptPaths(worker)).toEqual(['late.js', 'fine.bin', 'other.bin']);
  expect(seen).toEqual([
    [true, undefined],
    [true, 2],
    [true, 3],
    [true, 4],
    [true, 5],
    [false, 5],
  ]);
  expect(offline().problem).toBeNull();
});

it('begins nothing where there is no room, and says how much is missing', async () => {
  room = {quota: 10_000, usage: 4000};
  const worker = keepingWorker(FILES, ['', 'late.js']);

  await keeping.keepAll(worker);

  expect(keptPaths(worker)).toEqual([]);
  expect(offline()).toMatchObject({
    keeping: false,
    problem: {why: 'no-room', needed: 9000, free: 6000},
  });
});

it('begins where the browser does not say how much room there is', async () => {
  room = new TypeError('Denied by the test.');
  const worker = keepingWorker(FILES, []);

  await keeping.keepAll(worker);

  expect(keptPaths(worker)).toHaveLength(5);
});

it.each(['unreachable', 'full'] as const)(
  'ends where the worker says “%s”, and what has come stays',
  async (why) => {
    const worker = keepingWorker(FILES, [''], {'fine.bin': why});

    await keeping.keepAll(worker);

    expect(keptPaths(worker)).toEqual(['late.js', 'film.webm', 'fine.bin']);
    expect(offline()).toMatchObject({kept: {files: 3}, keeping: false, problem: {why}});
  },
);

it('goes on past a file that the site has lost', async () => {
  const worker = keepingWorker(FILES, [''], {'late.js': 'changed', 'fine.bin': 'changed'});

  await keeping.keepAll(worker);

  expect(keptPaths(worker)).toHaveLength(4);
  expect(offline()).toMatchObject({keeping: false, problem: {why: 'lost', count: 2}});
});

it('stops when told, in the middle of a file, too', async () => {
  const worker = keepingWorker(FILES, [], {});
  const busy = fakeWorker((order) => {
    if (order.do === 'list') return {files: FILES, kept: []};
    if (order.do === 'keep' && order.path === 'film.webm') keeping.leaveOff(busy);
    return order.do === 'keep' ? 'kept' : undefined;
  });

  await keeping.keepAll(busy);

  expect(keptPaths(busy)).toEqual(['', 'late.js', 'film.webm']);
  expect(busy.orders.at(-1)).toEqual({do: 'stop'});
  expect(offline()).toMatchObject({keeping: false, problem: null});
  await keeping.keepAll(worker);
  expect(keptPaths(worker)).toHaveLength(5);
});

it('waits while something is recorded', async () => {
  store.patch('captures', {recording: {...IDLE, phase: 'recording'}});
  const worker = keepingWorker(FILES, []);
  const done = keeping.keepAll(worker);
  await vi.waitFor(() => {
    expect(offline().kept).not.toBeNull();
  });
  await new Promise((resolve) => setTimeout(resolve, 50));
  expect(keptPaths(worker)).toEqual([]);

  store.patch('captures', {recording: IDLE});
  await done;
  expect(keptPaths(worker)).toHaveLength(5);
});
