import {afterEach, expect, it, vi} from 'vitest';
import {DiskFile} from '../../../src/capture/disk/disk-file.ts';
import {emptyDisk, filesOnDisk, leaveOnDisk, readFromDisk} from './browser-disk.ts';
import {setQuota} from './quota.ts';

const NAME = 'file';

let file: DiskFile;

afterEach(async () => {
  vi.restoreAllMocks();
  await file.close();
  await emptyDisk();
});

it('has what was written while it is still open, in any order', async () => {
  file = await DiskFile.open(NAME);
  await file.write({data: bytes(1, 2, 3, 4), position: 0});
  expect(await readFromDisk(NAME)).toEqual(bytes(1, 2, 3, 4));
  await Promise.all([
    file.write({data: bytes(5, 6), position: 4}),
    file.write({data: bytes(9), position: 1}),
  ]);

  expect(await readFromDisk(NAME)).toEqual(bytes(1, 9, 3, 4, 5, 6));
});

it('writes a part of a buffer, and leaves it to the caller', async () => {
  file = await DiskFile.open(NAME);
  const data = bytes(1, 2, 3, 4, 5).subarray(1, 3);
  await file.write({data, position: 0});

  expect(await readFromDisk(NAME)).toEqual(bytes(2, 3));
  expect(data).toEqual(bytes(2, 3));
});

it('is empty at first, whatever was there', async () => {
  await leaveOnDisk(NAME, 'from before');
  file = await DiskFile.open(NAME);

  expect(await filesOnDisk()).toEqual({[NAME]: 0});
});

it('cannot be opened twice at the same time', async () => {
  file = await DiskFile.open(NAME);

  await expect(DiskFile.open(NAME)).rejects.toMatchObject({code: 'disk-failed'});
});

it('ends with what was written before the disk was full, and takes no more', async () => {
  file = await DiskFile.open(NAME);
  await file.write({data: bytes(1, 2, 3), position: 0});
  await setQuota(1e6);
  try {
    const large = file.write({data: new Uint8Array(2e6), position: 3});
    const small = file.write({data: bytes(4), position: 3 + 2e6});

    await expect(large).rejects.toMatchObject({code: 'full'});
    await expect(small).rejects.toMatchObject({code: 'full'});
  } finally {
    await setQuota();
  }
  expect(await readFromDisk(NAME)).toEqual(bytes(1, 2, 3));
});

it('knows whether there is room, and leaves the file as it is', async () => {
  file = await DiskFile.open(NAME);
  await file.write({data: bytes(1, 2, 3), position: 0});
  expect(await file.hasRoomFor(1e6)).toBe(true);

  const estimate = vi.spyOn(navigator.storage, 'estimate');
  estimate.mockResolvedValue({quota: 5e6, usage: 4.5e6});
  expect([await file.hasRoomFor(1e6), await file.hasRoomFor(1e5)]).toEqual([false, true]);
  expect(await readFromDisk(NAME)).toEqual(bytes(1, 2, 3));
});

it('ends its worker when all is written, and may be closed twice', async () => {
  const end = vi.spyOn(Worker.prototype, 'terminate');
  file = await DiskFile.open(NAME);
  const written = file.write({data: bytes(1), position: 0});
  await Promise.all([file.close(), file.close()]);
  await written;

  expect(end).toHaveBeenCalledOnce();
  expect(await readFromDisk(NAME)).toEqual(bytes(1));
  // Nobody holds it any more.
  file = await DiskFile.open(NAME);
});

function bytes(...values: number[]): Uint8Array<ArrayBuffer> {
  return new Uint8Array(values);
}
