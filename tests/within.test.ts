import {afterEach, beforeEach, expect, it, vi} from 'vitest';
import {TooLateError, within} from '../src/within.ts';
import {createDeferred} from './live/deferred.ts';

beforeEach(() => {
  vi.useFakeTimers();
});

afterEach(() => {
  vi.useRealTimers();
});

it('gives what comes in time, and leaves no timer', async () => {
  await expect(within(100, Promise.resolve('here'))).resolves.toBe('here');
  await expect(within(100, Promise.reject(new Error('Broken.')))).rejects.toThrow('Broken.');
  await Promise.resolve();

  expect(vi.getTimerCount()).toBe(0);
});

it('waits no longer than it may', async () => {
  const slow = within(100, new Promise(() => {}));
  slow.catch(() => {});
  vi.advanceTimersByTime(99);
  expect(await Promise.race([slow, Promise.resolve('still waiting')])).toBe('still waiting');

  vi.advanceTimersByTime(1);
  await expect(slow).rejects.toBeInstanceOf(TooLateError);
});

it('does not mind what comes too late, be it an error', async () => {
  const late = createDeferred<string>();
  const slow = within(100, late.promise);
  vi.advanceTimersByTime(100);
  await expect(slow).rejects.toThrow(/within 100 ms/);
  late.reject(new Error('Too late, says the test.'));

  await expect(slow).rejects.toBeInstanceOf(TooLateError);
});
