import {afterEach, beforeEach, expect, it, vi} from 'vitest';
import {type Clips, createClips} from '../../../src/app/captures/clips.ts';
import {offerLeftClips} from '../../../src/app/captures/offer-left-clips.ts';
import type {AppState} from '../../../src/app/state.ts';
import type {Store} from '../../../src/app/store.ts';
import {emptyDisk, filesOnDisk, leaveOnDisk} from '../../capture/disk/browser-disk.ts';
import {FilmSet} from '../../capture/film-set.ts';
import {fakeStore} from '../fake-store.ts';

const NAMES = ['pastiche-2026-11-22-09-00-00.mp4', 'pastiche-2026-11-23-10-15-00.mp4'];

let store: Store<AppState>;
let clips: Clips;
const notices = {show: vi.fn()};

beforeEach(async () => {
  await emptyDisk();
  store = fakeStore();
  clips = createClips(store);
  const stage = new FilmSet();
  const recorder = await stage.open();
  await stage.film(recorder, 30);
  const {blob} = await recorder.stop();
  await leaveOnDisk(NAMES[0]!, blob);
  await leaveOnDisk(`${NAMES[1]!}.part`, blob);
});

afterEach(async () => {
  clips.dispose();
  await emptyDisk();
});

it('puts what was left before what there is, oldest first', async () => {
  clips.keep(new Blob(['picture']), 'image', 'png', 0);
  await offerLeftClips(store, notices, clips, new AbortController().signal);
  const offered = store.get().captures.clips;

  expect(offered.map(({name}) => name).slice(0, 2)).toEqual(NAMES);
  expect(offered.map(({left}) => left?.unfinished)).toEqual([false, true, undefined]);
  expect(offered[1]).toMatchObject({kind: 'video', saved: false});
  expect(offered[1]!.durationMs).toBeCloseTo(1000, -1);
  expect(new Date(offered[1]!.left!.begun)).toEqual(new Date(2026, 10, 23, 10, 15));
  expect(notices.show).toHaveBeenCalledExactlyOnceWith('info', {key: 'capture.left'});
});

it('offers nothing to a second page, and all again when the first is gone', async () => {
  const other = fakeStore();
  const otherClips = createClips(other);
  await offerLeftClips(store, notices, clips, new AbortController().signal);
  await offerLeftClips(other, notices, otherClips, new AbortController().signal);
  expect(other.get().captures.clips).toEqual([]);

  clips.dispose();
  await expect
    .poll(async () => {
      await offerLeftClips(other, notices, otherClips, new AbortController().signal);
      return other.get().captures.clips.length;
    })
    .toBe(2);
  otherClips.dispose();
});

it('leaves them to another page where this one shows no clips', async () => {
  store.patch('view', {clean: true});
  await offerLeftClips(store, notices, clips, new AbortController().signal);

  expect(store.get().captures.clips).toEqual([]);
  expect(Object.keys(await filesOnDisk())).toHaveLength(2);
});

it('removes from the disk what is removed here', async () => {
  await offerLeftClips(store, notices, clips, new AbortController().signal);
  for (const {id} of store.get().captures.clips) clips.remove(id);

  await expect.poll(filesOnDisk).toEqual({});
});
