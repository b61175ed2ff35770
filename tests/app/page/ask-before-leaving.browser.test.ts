import {afterEach, expect, it} from 'vitest';
import {askBeforeLeaving} from '../../../src/app/page/ask-before-leaving.ts';
import type {AppState} from '../../../src/app/state.ts';
import {createStore, type Store} from '../../../src/app/store.ts';

type Phase = 'idle' | 'recording' | 'paused' | 'finishing';

let stop = () => {};
afterEach(() => {
  stop();
});

function watch() {
  const store = createStore({
    captures: {recording: {phase: 'idle'}, clips: [] as {saved: boolean}[]},
    exports: {jobs: [] as unknown[]},
  });
  stop = askBeforeLeaving(store as unknown as Store<AppState>);
  return (phase: Phase, ...saved: boolean[]) => {
    store.set({captures: {recording: {phase}, clips: saved.map((it) => ({saved: it}))}});
  };
}

it('asks while something is made', () => {
  const store = createStore({
    captures: {recording: {phase: 'idle'}, clips: []},
    exports: {jobs: [{}]},
  });
  stop = askBeforeLeaving(store as unknown as Store<AppState>);
  expect(asks()).toBe(true);

  store.set({exports: {jobs: []}});

  expect(asks()).toBe(false);
});

/** Whether the page would ask if it were left now. */
function asks(): boolean {
  return !window.dispatchEvent(new Event('beforeunload', {cancelable: true}));
}

it('does not ask where nothing can be lost', () => {
  watch();

  expect(asks()).toBe(false);
});

it.each(['recording', 'paused', 'finishing'] as const)('asks while a recording is %s', (phase) => {
  const become = watch();

  become(phase);
  expect(asks()).toBe(true);

  become('idle');
  expect(asks()).toBe(false);
});

it('asks while one of the clips is unsaved', () => {
  const become = watch();

  become('idle', true, false);
  expect(asks()).toBe(true);
  become('idle', true, true);
  expect(asks()).toBe(false);
  become('idle');
  expect(asks()).toBe(false);
});

it('asks about what there was before it was started', () => {
  const store = createStore({
    captures: {recording: {phase: 'recording'}, clips: []},
    exports: {jobs: []},
  });
  stop = askBeforeLeaving(store as unknown as Store<AppState>);

  expect(asks()).toBe(true);
});

it('does not ask about what an earlier visit has left: the next is offered it, too', () => {
  const left = {saved: false, left: {unfinished: true, begun: 0}};
  const store = createStore({
    captures: {recording: {phase: 'idle'}, clips: [left]},
    exports: {jobs: []},
  });
  stop = askBeforeLeaving(store as unknown as Store<AppState>);

  expect(asks()).toBe(false);
});

it('stops when told, twice too', () => {
  const become = watch();
  become('recording');

  stop();
  stop();

  expect(asks()).toBe(false);
  become('paused');
  expect(asks()).toBe(false);
});
