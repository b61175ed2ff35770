import {afterEach, beforeEach, expect, it, vi} from 'vitest';
import {ClipFile, SAVING_MS} from '../../../src/capture/disk/clip-file.ts';
import {emptyDisk, filesOnDisk, leaveOnDisk} from './browser-disk.ts';

const NAME = 'pastiche-2026-11-23-10-15-00.mp4';

let folder: FileSystemDirectoryHandle;
let file: ClipFile;

beforeEach(async () => {
  folder = await navigator.storage.getDirectory();
  file = (await ClipFile.claim(folder, NAME))!;
});

afterEach(async () => {
  vi.restoreAllMocks();
  file.release();
  await emptyDisk();
});

it('is had by one at a time', async () => {
  expect(await ClipFile.claim(folder, NAME)).toBeNull();
  file.release();
  file.release();
  const next = await vi.waitFor(async () => {
    const claimed = await ClipFile.claim(folder, NAME);
    expect(claimed).not.toBeNull();
    return claimed;
  });

  next!.release();
});

it('is what was recorded, then the clip, by the name and type a person gets', async () => {
  expect([await file.part(), await file.whole()]).toEqual([null, null]);
  const disk = await file.openPart();
  await disk.write({data: new Uint8Array(3), position: 0});
  await disk.close();
  const part = await file.part();
  expect([part?.name, part?.type, part?.size]).toEqual([NAME, 'video/mp4', 3]);

  await (await file.openWhole()).close();
  await file.removePart();
  expect(await file.part()).toBeNull();
  expect((await file.whole())?.type).toBe('video/mp4');
});

it('lists clips by name, once each, and nothing that is not one', async () => {
  const other = 'pastiche-2026-11-22-10-15-00.webm';
  for (const name of [NAME, `${NAME}.saved`, `${other}.part`, 'notes.txt', 'pastiche-x.png']) {
    await leaveOnDisk(name, '');
  }

  expect(await ClipFile.names(folder)).toEqual([other, NAME]);
});

it('is removed with all that belongs to it', async () => {
  await leaveOnDisk(NAME, 'clip');
  await leaveOnDisk(`${NAME}.part`, 'clip');
  await leaveOnDisk('notes.txt', 'notes');
  await file.remove();
  await file.remove();

  expect(Object.keys(await filesOnDisk())).toEqual(['notes.txt']);
});

it('stays for a download that may still read it, though it was removed', async () => {
  await leaveOnDisk(NAME, 'clip');
  void file.markSaved();
  await file.remove();
  expect(Object.keys(await filesOnDisk()).sort()).toEqual([NAME, `${NAME}.saved`]);

  vi.spyOn(Date, 'now').mockReturnValue(Date.now() + SAVING_MS + 1000);
  await file.remove();
  expect(await filesOnDisk()).toEqual({});
});

it('is left to a later visit where it cannot be removed', async () => {
  const disk = await file.openPart();
  await file.remove();
  expect(Object.keys(await filesOnDisk()).sort()).toEqual([`${NAME}.part`, `${NAME}.saved`]);

  await disk.close();
});
