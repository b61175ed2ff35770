import {afterEach, beforeEach, expect, it, type MockInstance, vi} from 'vitest';
import {openFile} from '../../../src/live/sources/file-source.ts';
import type {FrameSource} from '../../../src/live/sources/frame-source.ts';
import {animatedGif, pictureFile, soundFile, videoFile, whitePng} from '../bad-files.ts';
import {displayFrames} from '../display-frames.ts';

let created: MockInstance<typeof URL.createObjectURL>;
let revoked: MockInstance<typeof URL.revokeObjectURL>;
let opened: FrameSource[];

beforeEach(() => {
  created = vi.spyOn(URL, 'createObjectURL');
  revoked = vi.spyOn(URL, 'revokeObjectURL');
  opened = [];
});

afterEach(() => {
  for (const source of opened) source.close();
  vi.restoreAllMocks();
});

it('shows a picture, with one frame', async () => {
  const source = await open(await pictureFile(60, 40, () => {}), 'Still');
  const listener = vi.fn();
  source.onFrame(listener);
  await displayFrames(5);

  expect(source).toMatchObject({kind: 'image', title: 'Still', facesPerson: false});
  expect(source.size()).toEqual({width: 60, height: 40});
  expect(listener).toHaveBeenCalledOnce();
});

it('does not tell of the frame of a picture when stopped before', async () => {
  const source = await open(await pictureFile(60, 40, () => {}));
  const listener = vi.fn();
  source.onFrame(listener)();
  await displayFrames(3);

  expect(listener).not.toHaveBeenCalled();
});

it.each<[string, () => Blob | Promise<Blob>, number[]]>([
  ['a picture of 12 000 px', () => whitePng(12_000, 40), [2048, 7]],
  ['an animation', animatedGif, [1, 1]],
  ['a picture that calls itself a film', () => typed(whitePng(40, 20), 'video/mp4'), [40, 20]],
])('shows %s', async (_, file, size) => {
  const source = await open(await file());

  expect([source.size().width, source.size().height]).toEqual(size);
});

it('plays a video silently, again and again', async () => {
  const source = await open(await videoFile(64, 48), 'Clip');
  const video = source.frame(0).image as HTMLVideoElement;
  await new Promise<void>((resolve) => {
    let frames = 0;
    const stop = source.onFrame(() => {
      if (++frames < 3) return;
      stop();
      resolve();
    });
  });

  expect(source).toMatchObject({kind: 'video', title: 'Clip', facesPerson: false});
  expect(source.size()).toEqual({width: 64, height: 48});
  expect(video).toMatchObject({muted: true, loop: true, paused: false});
});

it('lets go of a video at close, which may be called twice', async () => {
  const source = await open(await videoFile());
  const video = source.frame(0).image as HTMLVideoElement;
  const listener = vi.fn();
  source.onFrame(listener);
  source.close();
  source.close();
  await displayFrames(5);

  expect(video.paused).toBe(true);
  expect(video.getAttribute('src')).toBeNull();
  expect(listener).not.toHaveBeenCalled();
  expectNoUrlLeft();
});

it('plays a video from an address', async () => {
  const url = new URL(URL.createObjectURL(await videoFile(32, 32)));
  const source = await open(url);

  expect(source.kind).toBe('video');
  URL.revokeObjectURL(url.href);
});

it.each(['', 'video/webm', 'image/png'])(
  'says empty of an empty file of type "%s"',
  async (type) => {
    await expect(open(new Blob([], {type}))).rejects.toMatchObject({problem: 'empty'});
  },
);

it.each<[string, () => Blob | Promise<Blob>]>([
  ['a text file named .mp4', () => new File(['Dear diary'], 'diary.mp4', {type: 'video/mp4'})],
  ['a text file', () => new File(['Dear diary'], 'diary.txt', {type: 'text/plain'})],
  ['a video cut off in its header', async () => (await videoFile()).slice(0, 20, 'video/webm')],
])('says unreadable of %s', async (_, file) => {
  await expect(open(await file())).rejects.toMatchObject({problem: 'unreadable'});
  expectNoUrlLeft();
});

it('plays a film that calls itself a picture', async () => {
  const source = await open(await typed(videoFile(32, 32), 'image/jpeg'));

  expect(source.kind).toBe('video');
});

it('says no-picture of sound alone', async () => {
  await expect(open(await soundFile())).rejects.toMatchObject({problem: 'no-picture'});
  expectNoUrlLeft();
});

it.each(['RIFF....WAVEfmt ', 'ID3....', 'fLaC', '....ftypM4A '])(
  'says no-picture of a sound file that begins with %s',
  async (beginning) => {
    await expect(open(new Blob([beginning], {type: 'audio/x'}))).rejects.toMatchObject({
      problem: 'no-picture',
    });
  },
);

it('says codec of a film whose encoding the browser does not know', async () => {
  const film = new Uint8Array(await (await videoFile()).arrayBuffer());
  const text = String.fromCharCode(...film);
  const codec = /V_VP[89]|V_AV1|V_MPEG4/.exec(text)!;
  film.set(new TextEncoder().encode('V_XXX'), codec.index);

  await expect(open(new Blob([film], {type: 'video/webm'}))).rejects.toMatchObject({
    problem: 'codec',
  });
  expectNoUrlLeft();
});

it.each<[string, Blob | URL]>([
  ['a file', new Blob(['....ftypisom'], {type: 'video/mp4'})],
  ['an address of a film', new URL('/silent.mp4', location.href)],
])('says slow of %s of which nothing comes', async (_, address) => {
  // A video that never tells of anything.
  vi.spyOn(HTMLVideoElement.prototype, 'addEventListener').mockImplementation(() => {});

  await expect(openFile(address, '', 50)).rejects.toMatchObject({problem: 'slow'});
});

it('is open where the browser plays it only after a click, and then plays', async () => {
  const refusal = new DOMException('Refused by the test.', 'NotAllowedError');
  const play = vi.spyOn(HTMLMediaElement.prototype, 'play').mockRejectedValueOnce(refusal);
  const source = await open(await videoFile());
  const told: string[] = [];
  source.onHealth((health) => told.push(health));
  expect(told).toEqual(['blocked']);

  play.mockRestore();
  source.resume();
  await vi.waitFor(() => {
    expect(told).toEqual(['blocked', 'live']);
  });
});

it('gives frames with their size and time', async () => {
  const video = await open(await videoFile(64, 48));
  const still = await open(await pictureFile(60, 40, () => {}));

  expect(video.frame(7)).toMatchObject({size: {width: 64, height: 48}, timeMs: 7});
  expect(still.frame(9)).toMatchObject({size: {width: 60, height: 40}, timeMs: 9});
});

it.each([
  ['is nothing', new URL('/not-here.mp4', location.href)],
  ['is another site, without CORS', new URL('http://127.0.0.1:1/clip.mp4')],
])('says unreachable of an address where there %s', async (_, url) => {
  await expect(open(url)).rejects.toMatchObject({problem: 'unreachable'});
});

async function open(address: Blob | URL, title = ''): Promise<FrameSource> {
  const source = await openFile(address, title);
  opened.push(source);
  return source;
}

async function typed(file: Promise<Blob>, type: string): Promise<Blob> {
  return new Blob([await file], {type});
}

function expectNoUrlLeft() {
  const made = created.mock.results.map(({value}) => value as unknown);
  expect(revoked.mock.calls.map(([url]) => url)).toEqual(expect.arrayContaining(made));
  expect(made.length).toBeGreaterThan(0);
}
