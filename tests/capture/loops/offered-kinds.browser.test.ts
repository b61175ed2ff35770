import {afterEach, expect, it, vi} from 'vitest';
import {offeredKinds} from '../../../src/capture/loops/offered-kinds.ts';

afterEach(() => {
  vi.restoreAllMocks();
  vi.unstubAllGlobals();
});

it('offers what this browser can make', async () => {
  const kinds = await offeredKinds();

  expect(kinds.slice(0, 2)).toEqual(['gif', 'webp']);
  expect(['mp4', 'webm']).toContain(kinds[2]);
});

it('offers GIF alone where there is nothing else', async () => {
  vi.stubGlobal('VideoEncoder', undefined);
  // As browsers do that cannot.
  vi.spyOn(HTMLCanvasElement.prototype, 'toBlob').mockImplementation((give) => {
    give(new Blob([], {type: 'image/png'}));
  });

  expect(await offeredKinds()).toEqual(['gif']);
});
