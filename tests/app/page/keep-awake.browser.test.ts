import {afterEach, beforeEach, expect, it, vi} from 'vitest';
import {initialState} from '../../../src/app/initial-state.ts';
import {keepAwake} from '../../../src/app/page/keep-awake.ts';
import {readPageOptions} from '../../../src/app/page/page-options.ts';
import {DEFAULT_SETTINGS} from '../../../src/app/settings/settings.ts';
import type {AppState} from '../../../src/app/state.ts';
import {createStore, type Store} from '../../../src/app/store.ts';

const CAMERA: AppState['source'] = {kind: 'camera', title: 'Front', opening: false};

let locks: {released: boolean; release: () => Promise<void>}[];
let store: Store<AppState>;
let stop: () => void;

beforeEach(() => {
  locks = [];
  vi.spyOn(navigator.wakeLock, 'request').mockImplementation(() => {
    const lock = {released: false, release: () => Promise.resolve(void (lock.released = true))};
    locks.push(lock);
    return Promise.resolve(lock as unknown as WakeLockSentinel);
  });
  store = createStore(initialState(readPageOptions(''), DEFAULT_SETTINGS));
  stop = keepAwake(store);
});
afterEach(() => {
  stop();
  vi.restoreAllMocks();
});

it('keeps the screen on while a camera is live, with one lock', async () => {
  store.set({source: CAMERA});
  await vi.waitFor(() => {
    expect(locks).toHaveLength(1);
  });
  store.set({paused: true});
  store.set({paused: false});
  expect(locks).toHaveLength(1);
});

it('lets the screen go when the camera is left', async () => {
  store.set({source: CAMERA});
  await vi.waitFor(() => {
    expect(locks).toHaveLength(1);
  });
  // The lock is at hand one turn after it was asked for.
  await Promise.resolve();
  store.set({source: {kind: 'demo', title: 'Demo', opening: false}});
  await vi.waitFor(() => {
    expect(locks[0]!.released).toBe(true);
  });
});

it('leaves the screen alone while the demo runs, and keeps it on for a recording', async () => {
  store.set({source: {kind: 'demo', title: 'Demo', opening: false}});
  expect(locks).toHaveLength(0);
  store.set({recording: {phase: 'recording', elapsedMs: 0, bytes: 0}});
  await vi.waitFor(() => {
    expect(locks).toHaveLength(1);
  });
});
