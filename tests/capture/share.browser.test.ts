import {afterEach, expect, it, vi} from 'vitest';
import {canShare, share} from '../../src/capture/share.ts';

const file = new File(['clip'], 'clip.mp4', {type: 'video/mp4'});

afterEach(() => {
  Reflect.deleteProperty(navigator, 'share');
  Reflect.deleteProperty(navigator, 'canShare');
});

it('asks the browser about this very file', () => {
  const ask = vi.fn(({files}: ShareData) => files?.[0] === file);
  offer({canShare: ask});

  expect(canShare(file)).toBe(true);
  expect(canShare(new File([], 'other.mp4'))).toBe(false);
});

it('cannot share where the browser does not offer it', () => {
  offer({canShare: undefined});
  expect(canShare(file)).toBe(false);
});

it('hands the file over', async () => {
  const hand = vi.fn(() => Promise.resolve());
  offer({share: hand});

  expect(await share(file)).toBe(true);
  expect(hand).toHaveBeenCalledWith({files: [file]});
});

it('takes a closed sheet for an answer', async () => {
  offer({share: () => Promise.reject(new DOMException('closed', 'AbortError'))});

  expect(await share(file)).toBe(false);
});

it('fails with a typed error', async () => {
  offer({share: () => Promise.reject(new DOMException('no click', 'NotAllowedError'))});

  await expect(share(file)).rejects.toMatchObject({code: 'share-failed'});
});

/** Gives this page's `navigator` other ways to share. */
function offer(ways: Record<string, unknown>): void {
  for (const [name, value] of Object.entries(ways)) {
    Object.defineProperty(navigator, name, {value, configurable: true});
  }
}
