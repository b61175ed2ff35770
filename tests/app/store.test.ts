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
