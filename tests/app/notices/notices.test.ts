import {afterEach, beforeEach, expect, it, vi} from 'vitest';
import {createNotices, type Notices} from '../../../src/app/notices/notices.ts';
import type {AppState} from '../../../src/app/state.ts';
import type {Store} from '../../../src/app/store.ts';
import {fakeStore} from '../fake-store.ts';

let store: Store<AppState>;
let notices: Notices;
const LONG_MS = 60_000;

beforeEach(() => {
  vi.useFakeTimers();
  store = fakeStore();
  notices = createNotices(store);
});

afterEach(() => {
  notices.dispose();
  vi.useRealTimers();
});

const shown = () => store.get().notices.map(({message}) => message.key);

it('lets news go by themselves, and keeps what wants an answer', () => {
  notices.show('info', {key: 'source.only-camera'});
  notices.show('error', {key: 'source.empty'});
  notices.show('info', {key: 'update.ready'}, {label: 'update.now', act() {}});
  expect(shown()).toEqual(['source.only-camera', 'source.empty', 'update.ready']);

  vi.advanceTimersByTime(LONG_MS);

  expect(shown()).toEqual(['source.empty', 'update.ready']);
});

it('says the same once', () => {
  notices.show('error', {key: 'source.empty'});
  const id = notices.show('error', {key: 'source.empty'});

  expect(store.get().notices.map((notice) => notice.id)).toEqual([id]);
});

it('does what a notice offers, for as long as it is there', () => {
  const act = vi.fn();
  const id = notices.show('info', {key: 'update.ready'}, {label: 'update.now', act});
  const other = notices.show('error', {key: 'source.empty'});

  notices.act(other);
  expect(act).not.toHaveBeenCalled();
  notices.act(id);
  expect(act).toHaveBeenCalledOnce();
  expect(shown()).toContain('update.ready');

  notices.dismiss(id);
  notices.act(id);
  expect(act).toHaveBeenCalledOnce();
});
