import {afterEach, expect, it, vi} from 'vitest';
import {openChosenFile} from '../../../src/capture/films/film-file.ts';
import {emptyDisk} from '../disk/browser-disk.ts';

const chunk = {type: 'write', data: new Uint8Array([1, 2, 3]), position: 0} as const;

afterEach(async () => {
  await expect.poll(emptyDisk).toBe(true);
});

/** A file as a person chooses one, and the stream that writes it. */
async function choose(name: string) {
  const folder = await navigator.storage.getDirectory();
  const handle = await folder.getFileHandle(name, {create: true});
  const stream = await handle.createWritable();
  vi.spyOn(handle, 'createWritable').mockResolvedValue(stream);
  return {handle, stream};
}

it('writes a film to the file that was chosen, and makes no other of it', async () => {
  const {handle} = await choose('chosen.mp4');
  const target = await openChosenFile(handle);
  const writer = target.writable.getWriter();

  await writer.write(chunk);
  expect(await target.finish(new AbortController().signal)).toBeUndefined();

  expect([...(await (await handle.getFile()).bytes())]).toEqual([1, 2, 3]);
});

it.each([
  ['QuotaExceededError', 'file-full'],
  ['NotFoundError', 'broken'],
])('says of a %s that the film is %s, and leaves nothing', async (name, problem) => {
  const {handle, stream} = await choose(`${problem}.mp4`);
  vi.spyOn(stream, 'write').mockRejectedValue(new DOMException('No.', name));
  const target = await openChosenFile(handle);

  await expect(target.writable.getWriter().write(chunk)).rejects.toMatchObject({problem});
  await target.discard();

  expect((await handle.getFile()).size).toBe(0);
});
