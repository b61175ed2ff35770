import {afterEach, beforeEach, describe, expect, it, vi} from 'vitest';
import type {Container} from '../../../src/capture/container.ts';
import {ClipFile} from '../../../src/capture/disk/clip-file.ts';
import {finishClip} from '../../../src/capture/disk/finish-clip.ts';
import {openTape} from '../../../src/capture/disk/tape.ts';
import {openMicrophone} from '../../../src/capture/recording/microphone.ts';
import type {RecorderOptions} from '../../../src/capture/recording/open-recorder.ts';
import type {Recorder} from '../../../src/capture/recording/recorder.ts';
import {emptyDisk, filesOnDisk, leaveOnDisk, readFromDisk} from '../disk/browser-disk.ts';
import {setQuota} from '../disk/quota.ts';
import {FilmSet, FRAME_MS, once} from '../film-set.ts';
import {type ClipFacts, pixelAt, readClip} from '../read-clip.ts';

const DATE = new Date(2026, 10, 23, 10, 15);
const NAME = 'pastiche-2026-11-23-10-15-00';

/** Seconds from key frame to key frame, at most: so much is lost with a tail. */
const TAIL = 2;

let stage: FilmSet;
let recorders: Recorder[];

beforeEach(() => {
  stage = new FilmSet();
  recorders = [];
});

afterEach(async () => {
  vi.restoreAllMocks();
  vi.unstubAllGlobals();
  for (const recorder of recorders) recorder.dispose();
  await expect.poll(emptyDisk).toBe(true);
});

describe.each([
  ['mp4', /^$/],
  ['webm', /^avc1/],
] as const)('a recording to disk, %s', (extension, refused) => {
  const part = `${NAME}.${extension}.part`;

  beforeEach(() => {
    refuse(refused);
  });

  it('is there while it goes on, and is a clip as any other in the end', async () => {
    const recorder = await open();
    let size = 0;
    for (let lap = 0; lap < 4; lap++) {
      await stage.film(recorder, 2 * 30, noise);
      await expect.poll(async () => (await filesOnDisk())[part]).toBeGreaterThan(size);
      size = (await filesOnDisk())[part]!;
    }
    await expect
      .poll(async () => (await filesOnDisk())[part])
      .toBeGreaterThan((recorder.bytes * (8 - TAIL)) / 9);
    const {blob, durationMs, file} = await recorder.stop();

    expect(blob.type).toBe(`video/${extension}`);
    expect(await filesOnDisk()).toEqual({[`${NAME}.${extension}`]: blob.size});
    const clip = await readClip(blob);
    expect(clip.frames).toHaveLength(240);
    expect(durationMs).toBeCloseTo(8000, 3);
    expect(clip.duration).toBeCloseTo(8, 1);
    expect(await boxesOf(blob)).not.toContain('moof');
    await expectPlayable(blob, clip);
    await file!.remove();
    expect(await filesOnDisk()).toEqual({});
  });

  it('is as long as what is left of it, wherever it was cut off', async () => {
    const raw = await rawTake(6);
    // From after the first picture with all that builds upon it on.
    const cuts = Array.from({length: 16}, (_, index) =>
      Math.round(raw.length * (0.4 + index / 27)),
    );
    const lengths = [];
    for (const cut of cuts) {
      const {clip, durationMs, file} = await finish(part, raw.slice(0, cut));
      const facts = await readClip(clip);
      expect(durationMs / 1000).toBeCloseTo(facts.duration, 2);
      expect(facts.duration).toBeCloseTo(facts.frames.at(-1)! + FRAME_MS / 1000, 1);
      expectEvenlySpaced(facts);
      await expectPlayable(clip, facts);
      lengths.push(facts.duration);
      await file.remove();
    }

    expect(lengths.toSorted((one, other) => one - other)).toEqual(lengths);
    expect(lengths.at(-1)).toBeGreaterThan(6 - 2 * TAIL);
    expect(await filesOnDisk()).toEqual({});
  });

  it('is nothing where it broke off before its first picture', async () => {
    const raw = await rawTake(2);
    for (const size of [0, 20, 60]) {
      await expect(finish(part, raw.slice(0, size))).rejects.toMatchObject({code: 'no-frames'});
    }

    expect(await filesOnDisk()).toEqual({});
  });

  it('is without the zeros that a machine leaves whose battery was empty', async () => {
    const raw = await rawTake(6);
    const {clip: longer} = await finish(part, new Blob([raw, new Uint8Array(5e5)]));
    const whole = await readClip(longer);
    await expectPlayable(longer, whole);
    await emptyDisk();
    raw.fill(0, Math.round(raw.length * 0.8));
    const {clip} = await finish(part, raw);
    const facts = await readClip(clip);

    expect(whole.frames.length).toBeGreaterThan(30 * (6 - TAIL));
    expect(facts.frames.length).toBeLessThan(whole.frames.length);
    expect(facts.frames.length).toBeGreaterThan(30);
    await expectPlayable(clip, facts);
  });

  it('ends where the disk is full, with what was written', async () => {
    const recorder = await open({bitsPerPixel: 60});
    await stage.film(recorder, 60, noise);
    await expect.poll(async () => (await filesOnDisk())[part]).toBeGreaterThan(1000);
    await setQuota((await filesOnDisk())[part]! + 50_000);
    try {
      for (let lap = 0; lap < 20 && stage.endings.length === 0; lap++) {
        await stage.film(recorder, 60, noise);
        await new Promise((resolve) => setTimeout(resolve, 20));
      }
      const {blob, file} = await recorder.stop();
      const clip = await readClip(blob);

      expect(stage.endings).toEqual(['full']);
      expect(blob.type).toBe(`video/${extension}`);
      expect(clip.frames.length).toBeGreaterThan(10);
      await expectPlayable(blob, clip);
      await file!.remove();
      expect(await filesOnDisk()).toEqual({});
    } finally {
      await setQuota();
    }
  });

  it('has no gap where the machine slept', async () => {
    const recorder = await open();
    await stage.film(recorder, 40);
    stage.time += 3 * 3_600_000;
    await stage.film(recorder, 40);
    const {blob, durationMs, file} = await recorder.stop();
    file!.release();

    expect((await readClip(blob)).duration).toBeCloseTo(durationMs / 1000, 1);
    expect(durationMs).toBeLessThan(3000);
  });

  it('has its sound, too, to where it was cut off', async () => {
    const recorder = await open({microphone: await openMicrophone()});
    const start = (stage.time = performance.now());
    while (stage.time - start < 5000) {
      stage.paint([0, 0, 255]);
      recorder.frame(stage.time);
      await new Promise((resolve) => setTimeout(resolve, 40));
      stage.time = performance.now();
    }
    const {clip} = await finish(part, await killed(recorder));
    const {audio, duration} = await readClip(clip);

    expect(duration).toBeGreaterThan(5 - 2 * TAIL);
    expect(audio!.start).toBeLessThan(0.5);
    expect(Math.abs(audio!.end - duration)).toBeLessThan(0.5);
  });

  it('goes on being written while the picture stands still', async () => {
    let tick = () => {};
    const recorder = await open({
      every(_ms, listener) {
        tick = listener;
        return () => {};
      },
    });
    await stage.film(recorder, 1);
    for (let second = 0; second < 12; second++) {
      stage.time += 1000;
      tick();
      await stage.encoders[0]!.flush();
    }
    const raw = await killed(recorder);

    const {durationMs} = await finish(part, raw);
    expect(durationMs).toBeGreaterThan(12_000 - 2 * 1000 * TAIL);
  });
});

describe('a recording in memory', () => {
  it.each([
    ['refuses its storage', () => Promise.reject(new DOMException('No.', 'SecurityError'))],
    ['has none', undefined],
  ])('is what there is where the browser %s', async (_, getDirectory) => {
    vi.spyOn(navigator, 'storage', 'get').mockReturnValue({getDirectory} as never);
    await expectInMemory();
  });

  it('is what there is where the browser has no locks', async () => {
    vi.spyOn(navigator, 'locks', 'get').mockReturnValue(undefined as never);
    await expectInMemory();
  });

  it('is what there is where the worker does not come', async () => {
    const {Worker: BrowserWorker} = globalThis;
    vi.stubGlobal(
      'Worker',
      class extends BrowserWorker {
        constructor() {
          super('/missing.js');
        }
      },
    );
    await expectInMemory();
  });

  it('is what there is where the disk is full', async () => {
    vi.spyOn(navigator.storage, 'estimate').mockResolvedValue({quota: 2e9, usage: 1.95e9});
    await expectInMemory();
    await expect.poll(filesOnDisk).toEqual({});
  });

  async function expectInMemory() {
    const recorder = await open();
    await stage.film(recorder, 20);
    const {blob, file} = await recorder.stop();

    expect(file).toBeNull();
    expect((await readClip(blob)).frames).toHaveLength(20);
  }
});

it('is given as it was recorded where there is no room for it twice', async () => {
  const recorder = await open();
  await stage.film(recorder, 100);
  vi.spyOn(navigator.storage, 'estimate').mockResolvedValue({quota: 1e9, usage: 1e9});
  const {blob, file, extension} = await recorder.stop();
  const clip = await readClip(blob);

  expect(clip.frames).toHaveLength(100);
  expect([blob.type, (blob as File).name]).toEqual([`video/${extension}`, file!.name]);
  await expectPlayable(blob, clip);
  expect(Object.keys(await filesOnDisk())).toEqual([`${NAME}.${extension}.part`]);
  await file!.remove();
});

it('leaves neither file nor worker at dispose, which may happen twice', async () => {
  const ends = vi.spyOn(Worker.prototype, 'terminate');
  const recorder = await open();
  await stage.film(recorder, 3);
  recorder.dispose();
  recorder.dispose();

  await expect.poll(filesOnDisk).toEqual({});
  expect(ends).toHaveBeenCalled();
  stage.expectEncodersClosed();
});

it('has a place of its own, though another was begun in the same second', async () => {
  const [one, other] = [await open(), await open()];
  await stage.film(one, 1);
  const names = Object.keys(await filesOnDisk()).map((name) => name.replace(/\.\w+\.part/, ''));
  for (const recorder of [one, other]) recorder.dispose();

  expect(names.sort()).toEqual([NAME, `${NAME}-2`]);
  await expect.poll(filesOnDisk).toEqual({});
});

async function open(change: Partial<RecorderOptions> = {}): Promise<Recorder> {
  const onTape = {openTape: (container: Container) => openTape(container, DATE)};
  const recorder = await stage.open({...onTape, ...change});
  recorders.push(recorder);
  return recorder;
}

/** What is on disk of a take of so many seconds when the browser is killed. */
async function rawTake(seconds: number): Promise<Uint8Array<ArrayBuffer>> {
  const recorder = await open();
  await stage.film(recorder, seconds * 30, noise);
  return killed(recorder);
}

/** What is on disk when the browser is killed now. */
async function killed(recorder: Recorder): Promise<Uint8Array<ArrayBuffer>> {
  const [name = ''] = Object.keys(await filesOnDisk());
  let raw = new Uint8Array();
  await expect
    .poll(async () => {
      const before = raw.length;
      raw = await readFromDisk(name);
      return raw.length > 0 && raw.length === before;
    })
    .toBe(true);
  recorder.dispose();
  await expect.poll(filesOnDisk).toEqual({});
  return raw;
}

/** Does what the next visit does with what was left under this name. */
async function finish(part: string, data: BlobPart) {
  await leaveOnDisk(part, data);
  const folder = await navigator.storage.getDirectory();
  const file = (await ClipFile.claim(folder, part.replace('.part', '')))!;
  try {
    return {...(await finishClip(file)), file};
  } finally {
    file.release();
  }
}

/** Fills the canvas with what takes many bytes. */
function noise(): void {
  const {width, height} = stage.canvas;
  const pixels = new ImageData(width, height);
  for (let index = 0; index < pixels.data.length; index++) pixels.data[index] = Math.random() * 256;
  stage.canvas.getContext('2d')!.putImageData(pixels, 0, 0);
}

/** Makes the browser say that it cannot encode codecs of these names. */
function refuse(names: RegExp): void {
  const ask = VideoEncoder.isConfigSupported.bind(VideoEncoder);
  vi.spyOn(VideoEncoder, 'isConfigSupported').mockImplementation((config) =>
    names.test(config.codec) ? Promise.resolve({supported: false, config}) : ask(config),
  );
}

/** The names of the boxes that an MP4 file is made of, in their order; a WebM has none. */
async function boxesOf(blob: Blob): Promise<string[]> {
  const view = new DataView(await blob.arrayBuffer());
  const names: string[] = [];
  if (blob.type !== 'video/mp4') return names;
  for (let start = 0; start < view.byteLength;) {
    const letters = [4, 5, 6, 7].map((place) => view.getUint8(start + place));
    names.push(String.fromCharCode(...letters));
    const size = view.getUint32(start);
    start += size === 1 ? Number(view.getBigUint64(start + 8)) : size;
    expect(size).toBeGreaterThan(0);
  }
  return names;
}

/** A player shows it from its first to its last picture. */
async function expectPlayable(blob: Blob, {frames}: ClipFacts): Promise<void> {
  const video = document.createElement('video');
  video.src = URL.createObjectURL(blob);
  const failed = once(video, 'error').then(() => Promise.reject(new Error(video.error?.message)));
  const last = frames.at(-1)!;
  await Promise.race([once(video, 'loadeddata'), failed]);
  video.currentTime = last;
  await Promise.race([once(video, 'seeked'), failed]);
  expect(video.currentTime).toBeCloseTo(last, 2);
  URL.revokeObjectURL(video.src);
  expect(await pixelAt(blob, last, 32, 24)).toHaveLength(3);
}

function expectEvenlySpaced({frames}: ClipFacts): void {
  for (const [index, start] of frames.entries()) {
    expect(start).toBeCloseTo((index * FRAME_MS) / 1000, 2);
  }
}
