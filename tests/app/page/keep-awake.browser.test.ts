import {afterEach, beforeEach, expect, it, vi} from 'vitest';
import {keepAwake} from '../../../src/app/page/keep-awake.ts';
import type {AppState} from '../../../src/app/state.ts';
import type {Store} from '../../../src/app/store.ts';
import {fakeStore} from '../fake-store.ts';

const CAMERA = {kind: 'camera', title: 'Front', opening: false} as const;
const DEMO = {kind: 'demo', title: 'Demo', opening: false} as const;

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
  store = fakeStore();
  stop = keepAwake(store);
});
afterEach(() => {
  stop();
  vi.restoreAllMocks();
});

it('keeps the screen on while a camera is live, with one lock', async () => {
  store.patch('source', CAMERA);
  await vi.waitFor(() => {
    expect(locks).toHaveLength(1);
  });
  store.patch('view', {frozen: true});
  store.patch('view', {frozen: false});
  expect(locks).toHaveLength(1);
});

it('lets the screen go when the camera is left', async () => {
  store.patch('source', CAMERA);
  await vi.waitFor(() => {
    expect(locks).toHaveLength(1);
  });
  // The lock is at hand one turn after it was asked for.
  await Promise.resolve();
  store.patch('source', DEMO);
  await vi.waitFor(() => {
    expect(locks[0]!.released).toBe(true);
  });
});

it('leaves the screen alone while the demo runs, and keeps it on for a recording', async () => {
  store.patch('source', DEMO);
  expect(locks).toHaveLength(0);
  store.patch('captures', {recording: {phase: 'recording', elapsedMs: 0, bytes: 0}});
  await vi.waitFor(() => {
    expect(locks).toHaveLength(1);
  });
});
