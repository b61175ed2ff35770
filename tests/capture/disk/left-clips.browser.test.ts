import {afterEach, beforeEach, expect, it, vi} from 'vitest';
import {ClipFile, SAVING_MS} from '../../../src/capture/disk/clip-file.ts';
import {type LeftClip, leftClips, removeSavedClips} from '../../../src/capture/disk/left-clips.ts';
import {FilmSet} from '../film-set.ts';
import {readClip} from '../read-clip.ts';
import {emptyDisk, filesOnDisk, leaveOnDisk} from './browser-disk.ts';

const OLDER = 'pastiche-2026-11-22-09-00-00.mp4';
const NEWER = 'pastiche-2026-11-23-10-15-00.mp4';

let clip: Blob;
let found: LeftClip[];

beforeEach(async () => {
  await emptyDisk();
  found = [];
  const stage = new FilmSet();
  const recorder = await stage.open();
  await stage.film(recorder, 30);
  clip = (await recorder.stop()).blob;
});

afterEach(async () => {
  vi.restoreAllMocks();
  vi.unstubAllGlobals();
  for (const {file} of found) file.release();
  await emptyDisk();
});

it('gives what was left, newest first, and what broke off as a clip', async () => {
  await leaveOnDisk(OLDER, clip);
  await leaveOnDisk(`${NEWER}.part`, clip);
  await look();

  expect(found.map(({file}) => file.name)).toEqual([NEWER, OLDER]);
  expect(found.map(({unfinished}) => unfinished)).toEqual([true, false]);
  expect(new Date(found[0]!.begun)).toEqual(new Date(2026, 10, 23, 10, 15));
  for (const {clip: file, durationMs} of found) {
    expect((await readClip(file)).frames).toHaveLength(30);
    expect(durationMs).toBeCloseTo(1000, -1);
  }
  expect(Object.keys(await filesOnDisk()).sort()).toEqual([OLDER, NEWER]);
});

it('leaves alone what somebody has, here or in another tab', async () => {
  await leaveOnDisk(`${NEWER}.part`, clip);
  const folder = await navigator.storage.getDirectory();
  const held = (await ClipFile.claim(folder, NEWER))!;
  await look();
  expect(found).toEqual([]);

  held.release();
  await vi.waitFor(async () => {
    await look();
    expect(found).toHaveLength(1);
  });
  // Now it is had, and not given twice.
  await look();
  expect(found).toHaveLength(1);
});

it('begins again what was broken off while it was finished', async () => {
  await leaveOnDisk(`${NEWER}.part`, clip);
  await leaveOnDisk(NEWER, new Uint8Array(1e6));
  await look();

  expect((await readClip(found[0]!.clip)).frames).toHaveLength(30);
  expect(found[0]!.clip.size).toBeLessThan(1e6);
});

it('removes what has no picture', async () => {
  await leaveOnDisk(`${NEWER}.part`, new Uint8Array(28));
  await look();

  expect(found).toEqual([]);
  expect(await filesOnDisk()).toEqual({});
});

it('does not give what was saved, and removes it when nothing may read it any more', async () => {
  await leaveOnDisk(NEWER, clip);
  await leaveOnDisk(`${NEWER}.saved`, '');
  await look();
  await removeSavedClips();
  expect(found).toEqual([]);
  expect(Object.keys(await filesOnDisk())).toContain(NEWER);

  vi.spyOn(Date, 'now').mockReturnValue(Date.now() + SAVING_MS + 1000);
  await removeSavedClips();
  expect(await filesOnDisk()).toEqual({});
});

it('leaves all as it is where it is ended', async () => {
  await leaveOnDisk(`${NEWER}.part`, clip);
  await look(AbortSignal.abort());
  expect(found).toEqual([]);
  expect(await filesOnDisk()).toEqual({[`${NEWER}.part`]: clip.size});

  await look();
  expect(found).toHaveLength(1);
});

async function look(signal = new AbortController().signal): Promise<void> {
  for await (const left of leftClips(signal)) found.push(left);
}
