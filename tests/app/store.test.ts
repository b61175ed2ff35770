import {expect, it, vi} from 'vitest';
import {createStore} from '../../src/app/store.ts';

it('holds what was set last, and keeps the rest', () => {
  const store = createStore({count: 1, name: 'first'});
  store.set({count: 2});
  store.set({name: 'second'});

  expect(store.get()).toEqual({count: 2, name: 'second'});
});

it('gives a new state with every change, and never changes one that it gave', () => {
  const store = createStore({count: 1});
  const before = store.get();
  store.set({count: 2});

  expect(before).toEqual({count: 1});
  expect(store.get()).not.toBe(before);
});

it('tells every listener of every change until it stops listening', () => {
  const store = createStore({count: 1});
  const [stays, leaves] = [vi.fn(), vi.fn()];
  store.subscribe(stays);
  const stop = store.subscribe(leaves);
  store.set({count: 2});
  stop();
  stop();
  store.set({count: 3});

  expect(stays.mock.calls).toEqual([[{count: 2}], [{count: 3}]]);
  expect(leaves.mock.calls).toEqual([[{count: 2}]]);
});

it('can be read and set by a listener', () => {
  const store = createStore({count: 1, double: 2});
  store.subscribe(({count, double}) => {
    if (double !== 2 * count) store.set({double: 2 * count});
  });
  store.set({count: 5});

  expect(store.get()).toEqual({count: 5, double: 10});
});

it('changes part of a slice, and leaves the others as they are', () => {
  const store = createStore({view: {frozen: false, divider: 0.5}, source: {title: 'Demo'}});
  const before = store.get();
  const listener = vi.fn();
  store.subscribe(listener);
  store.patch('view', {frozen: true});

  expect(store.get()).toEqual({view: {frozen: true, divider: 0.5}, source: {title: 'Demo'}});
  expect(store.get().source).toBe(before.source);
  expect(before.view).toEqual({frozen: false, divider: 0.5});
  expect(listener.mock.calls).toEqual([[store.get()]]);
});
