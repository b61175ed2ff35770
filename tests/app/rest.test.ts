import {afterEach, beforeEach, expect, it, vi} from 'vitest';
import {rest} from '../../src/app/rest.ts';

beforeEach(() => {
  vi.useFakeTimers();
});

afterEach(() => {
  vi.useRealTimers();
});

it('ends after its time', async () => {
  const ended = vi.fn();
  void rest(100).then(ended);
  await vi.advanceTimersByTimeAsync(99);
  expect(ended).not.toHaveBeenCalled();

  await vi.advanceTimersByTimeAsync(1);
  expect(ended).toHaveBeenCalledOnce();
});

it('ends at once when it is over, and leaves no timer', async () => {
  const over = new AbortController();
  const resting = rest(100, over.signal);
  over.abort();
  await resting;
  await rest(100, over.signal);

  expect(vi.getTimerCount()).toBe(0);
});

it('listens no more after its time', async () => {
  const {signal} = new AbortController();
  const remove = vi.spyOn(signal, 'removeEventListener');
  const resting = rest(100, signal);
  await vi.advanceTimersByTimeAsync(100);
  await resting;

  expect(remove).toHaveBeenCalledOnce();
});
