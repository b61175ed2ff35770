import {afterEach, beforeEach, expect, it, vi} from 'vitest';
import {IDLE} from '../../../src/app/captures/captures-state.ts';
import {createNotices, type Notices} from '../../../src/app/notices/notices.ts';
import {offerUpdates} from '../../../src/app/offline/updates.ts';
import type {AppState} from '../../../src/app/state.ts';
import type {Store} from '../../../src/app/store.ts';
import {fakeStore} from '../fake-store.ts';
import {
  type FakeContainer,
  fakeContainer,
  type FakeWorker,
  fakeWorker,
} from './fake-service-worker.ts';

let store: Store<AppState>;
let notices: Notices;
let container: FakeContainer;
let newer: FakeWorker;
let closing: AbortController;
const leaveOff = vi.fn();
const reload = vi.fn();

beforeEach(() => {
  vi.clearAllMocks();
  store = fakeStore();
  notices = createNotices(store);
  newer = fakeWorker();
  closing = new AbortController();
});

afterEach(() => {
  closing.abort();
});

/** @param meanwhile happens between the page's beginning and its first look at what there is */
function begin(active: FakeWorker | null = fakeWorker(), meanwhile = () => {}) {
  container = fakeContainer(active);
  meanwhile();
  const {registration} = container;
  const parts = {store, notices, container, registration, first: active, leaveOff, reload};
  offerUpdates(parts, closing.signal);
}

function record(phase: AppState['captures']['recording']['phase']) {
  store.patch('captures', {recording: {...IDLE, phase}});
}

const offers = () => store.get().notices.map(({message, action}) => [message.key, action]);
const OFFER = ['update.ready', 'update.now'];

/** Presses the button of the offer, and lets what follows happen. */
async function press() {
  notices.act(store.get().notices[0]!.id);
  await Promise.resolve();
}

it('offers a new version once it is here, and does nothing else', () => {
  begin();
  expect(offers()).toEqual([]);

  container.renew(newer);

  expect(offers()).toEqual([OFFER]);
  expect(newer.orders).toEqual([]);
  expect(reload).not.toHaveBeenCalled();
});

it('offers one that came while the page was away', () => {
  begin(fakeWorker(), () => (container.workers.waiting = newer));

  expect(offers()).toEqual([OFFER]);
});

it('offers nothing on a first visit, which has the newest', () => {
  begin(null);
  container.workers.installing = newer;
  container.registration.dispatchEvent(new Event('updatefound'));
  newer.become('installed');
  container.takeOver(newer);
  newer.become('activated');

  expect(offers()).toEqual([]);
});

it('lets it take over when the person says so, and loads the page once it has', async () => {
  begin();
  container.renew(newer);

  await press();
  expect(leaveOff).toHaveBeenCalledOnce();
  expect(newer.orders).toEqual([{do: 'take-over'}]);
  expect(reload).not.toHaveBeenCalled();

  container.takeOver(newer);
  await vi.waitFor(() => {
    expect(reload).toHaveBeenCalledOnce();
  });
  // Who is asked and stays, for the sake of a clip, can still say so later.
  expect(offers()).toEqual([OFFER]);
  await press();
  expect(reload).toHaveBeenCalledTimes(2);
});

it('offers to load the page again where another tab has let the new version take over', async () => {
  begin();
  container.renew(newer);
  notices.dismiss(store.get().notices[0]!.id);
  expect(offers()).toEqual([]);

  container.takeOver(newer);

  expect(offers()).toEqual([OFFER]);
  expect(reload).not.toHaveBeenCalled();
  await press();
  expect(newer.orders).toEqual([]);
  expect(reload).toHaveBeenCalledOnce();
});

it('offers that, too, where it was taken while the page began', () => {
  begin(fakeWorker(), () => {
    container.takeOver(newer);
  });

  expect(offers()).toEqual([OFFER]);
});

it.each(['recording', 'paused', 'finishing'] as const)('waits while a take is %s', (phase) => {
  begin();
  record(phase);
  container.renew(newer);
  expect(offers()).toEqual([]);

  record('idle');
  expect(offers()).toEqual([OFFER]);

  record(phase);
  expect(offers()).toEqual([]);
  record('idle');
  expect(offers()).toEqual([OFFER]);
});

it('waits while a film is painted', () => {
  const job = {id: 'a', kind: 'film', name: 'f.mp4', done: 0, leftMs: null, about: null} as const;
  begin();
  store.set({exports: {jobs: [{...job, phase: 'running'}]}});
  container.renew(newer);
  expect(offers()).toEqual([]);

  store.set({exports: {jobs: []}});
  expect(offers()).toEqual([OFFER]);
});

it('does not come back once it was sent away, until there is another one', () => {
  begin();
  container.renew(newer);

  notices.dismiss(store.get().notices[0]!.id);
  record('recording');
  record('idle');
  expect(offers()).toEqual([]);

  container.renew(fakeWorker());
  expect(offers()).toEqual([OFFER]);
});

it('asks nobody where only the picture is shown: the next load has the new version', () => {
  store.patch('view', {clean: true});
  begin();
  record('recording');
  container.renew(newer);
  expect(newer.orders).toEqual([]);

  record('idle');
  record('idle');
  expect(newer.orders).toEqual([{do: 'take-over'}]);
  container.takeOver(newer);

  expect(offers()).toEqual([]);
  expect(newer.orders).toHaveLength(1);
  expect(reload).not.toHaveBeenCalled();
});

it('stops when told', () => {
  begin();
  closing.abort();

  container.renew(newer);
  record('idle');

  expect(offers()).toEqual([]);
});
