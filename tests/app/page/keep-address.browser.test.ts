import {afterEach, beforeEach, expect, it, vi} from 'vitest';
import {keepAddress} from '../../../src/app/page/keep-address.ts';
import {fakeStudio} from '../fake-studio.ts';
import {USUAL_LOOK} from '../usual-look.ts';

const address = location.href;

beforeEach(() => {
  vi.useFakeTimers();
});

afterEach(() => {
  vi.useRealTimers();
  vi.restoreAllMocks();
  history.replaceState(history.state, '', address);
});

it('follows the look after a rest, keeping the rest of the address', () => {
  history.replaceState(history.state, '', '?source=demo#here');
  const {store} = fakeStudio();
  const stop = keepAddress(store);
  store.set({
    look: {styles: [{id: 'mosaic', weight: 1}], alpha: 0.5, stroke: 'broad', ...USUAL_LOOK},
  });
  expect(location.search).toBe('?source=demo');
  vi.runAllTimers();
  stop();

  expect(location.search).toBe('?source=demo&style=mosaic&alpha=0.5');
  expect(location.hash).toBe('#here');
});

it('is written once for many changes, with the last of them', () => {
  const {store} = fakeStudio();
  const stop = keepAddress(store);
  const replace = vi.spyOn(history, 'replaceState');
  const {length} = history;
  for (let alpha = 0; alpha <= 1; alpha += 0.125) {
    store.set({look: {...store.get().look, alpha}});
    vi.advanceTimersByTime(100);
  }
  vi.runAllTimers();
  stop();

  expect(replace).toHaveBeenCalledOnce();
  expect(new URLSearchParams(location.search).get('alpha')).toBe('1');
  // No step of its own in the history: "back" leaves the page.
  expect(history.length).toBe(length);
});

it('is left alone by changes that are not the look, and after the end', () => {
  const {store} = fakeStudio();
  const stop = keepAddress(store);
  const replace = vi.spyOn(history, 'replaceState');
  store.patch('view', {frozen: true, divider: 0.5});
  vi.runAllTimers();
  stop();
  store.set({look: {...store.get().look, alpha: 0.25}});
  vi.runAllTimers();

  expect(replace).not.toHaveBeenCalled();
});
