import {
  ALL_FORMATS,
  BlobSource,
  EncodedPacketSink,
  Input,
  type InputTrack,
  type StreamTargetChunk,
  VideoSampleSink,
} from 'mediabunny';
import {afterEach, beforeEach, describe, expect, it} from 'vitest';
import {type LeftClip, leftClips} from '../../../src/capture/disk/left-clips.ts';
import {convertFilm, type ConvertOptions} from '../../../src/capture/films/convert-film.ts';
import {openFilm} from '../../../src/capture/films/film.ts';
import {pickFilmEncoding} from '../../../src/capture/films/film-encoding.ts';
import {FilmError} from '../../../src/capture/films/film-error.ts';
import {openOwnFile} from '../../../src/capture/films/film-file.ts';
import {emptyDisk, filesOnDisk, leaveOnDisk, readFromDisk} from '../disk/browser-disk.ts';
import {setQuota} from '../disk/quota.ts';
import {makeFilm} from './make-film.ts';

/** What the "painter" saw: the size of each frame, its time, and the colour at its left, right and upper edge. */
type Seen = {size: string; timeMs: number; left: string; right: string};

let seen: Seen[];

beforeEach(() => {
  seen = [];
});
afterEach(async () => {
  await setQuota();
  await emptyDisk();
});

/** Exchanges red and blue, which is what a painter does here. */
function fakePaint(width: number, height: number): ConvertOptions['paint'] {
  const canvas = Object.assign(document.createElement('canvas'), {width, height});
  const context = canvas.getContext('2d', {willReadFrequently: true}) as CanvasRenderingContext2D;
  return (image, timeMs, take) => {
    const frame = image as VideoFrame | OffscreenCanvas;
    const [w, h] =
      frame instanceof VideoFrame
        ? [frame.displayWidth, frame.displayHeight]
        : [frame.width, frame.height];
    context.drawImage(frame, 0, 0, width, height);
    const at = (x: number, y: number) =>
      colourOf(context.getImageData(Math.floor(x * width), Math.floor(y * height), 1, 1).data);
    seen.push({size: `${w}×${h}`, timeMs, left: at(0.1, 0.8), right: at(0.9, 0.8)});
    const pixels = context.getImageData(0, 0, width, height);
    for (let i = 0; i < pixels.data.length; i += 4) {
      const [red = 0, , blue = 0] = pixels.data.subarray(i, i + 4);
      pixels.data[i] = blue;
      pixels.data[i + 2] = red;
    }
    context.putImageData(pixels, 0, 0);
    return Promise.resolve(take(canvas));
  };
}

/** Paints what no encoder makes small. */
function noisePaint(width: number, height: number): ConvertOptions['paint'] {
  const canvas = Object.assign(document.createElement('canvas'), {width, height});
  const context = canvas.getContext('2d') as CanvasRenderingContext2D;
  const pixels = context.createImageData(width, height);
  return (_image, _timeMs, take) => {
    for (let i = 0; i < pixels.data.length; i++) {
      pixels.data[i] = i % 4 === 3 ? 255 : 256 * Math.random();
    }
    context.putImageData(pixels, 0, 0);
    return Promise.resolve(take(canvas));
  };
}

function colourOf([red = 0, green = 0, blue = 0]: Uint8ClampedArray): string {
  if (Math.max(red, green, blue) < 90) return 'dark';
  if (Math.min(red, green, blue) > 90) return 'light';
  return red > blue ? 'red' : 'blue';
}

async function convert(film: Blob, change: Partial<ConvertOptions> & {failsAt?: number} = {}) {
  const opened = await openFilm(film);
  try {
    const [width, height] = [64, 48];
    const encoding = await pickFilmEncoding({width, height, frameRate: 12, bitsPerPixel: 0.3});
    const file = await openOwnFile(encoding.container, 2 ** 20);
    const options: ConvertOptions = {
      encoding,
      writable: file.writable,
      passing: file.passing,
      paint: fakePaint(width, height),
      onFrame: () => Promise.resolve(),
      signal: new AbortController().signal,
      ...change,
    };
    try {
      const {hasSound} = await convertFilm(opened, options);
      const written = await file.finish(options.signal);
      written?.file.release();
      return {file, made: written?.film, hasSound};
    } finally {
      await file.discard();
    }
  } finally {
    opened.dispose();
  }
}

function inputOf(file: Blob | undefined) {
  if (!file) throw new Error('Expected a file.');
  return new Input({source: new BlobSource(file), formats: ALL_FORMATS});
}

async function timesOf(track: InputTrack | null): Promise<number[]> {
  if (!track) return [];
  const times: number[] = [];
  const sink = new EncodedPacketSink(track);
  for await (const {timestamp} of sink.packets()) times.push(timestamp);
  return times;
}

const UNEVEN = [0, 0.04, 0.3, 0.31, 0.5, 0.9, 1.4, 1.5];

describe('convertFilm', () => {
  it.each([
    ['even', {}],
    ['uneven', {times: UNEVEN}],
    ['in an MP4', {container: 'mp4'}],
  ] as const)('paints each frame once, with its own time: %s', async (_, film) => {
    const source = await makeFilm(film);

    const {made, file} = await convert(source);

    const before = await timesOf(await inputOf(source).getPrimaryVideoTrack());
    const after = await timesOf(await inputOf(made).getPrimaryVideoTrack());
    expect(after).toHaveLength(before.length);
    for (const [index, time] of after.entries()) expect(time).toBeCloseTo(before[index] ?? -1, 2);
    expect(seen.map(({timeMs}) => Math.round(timeMs))).toEqual(
      before.map((time) => Math.round(1000 * time)),
    );
    await file.discard();
  });

  it('copies the sound packet by packet', async () => {
    const source = await makeFilm();

    const {made, hasSound} = await convert(source);

    expect(hasSound).toBe(true);
    const before = await timesOf(await inputOf(source).getPrimaryAudioTrack());
    const after = await timesOf(await inputOf(made).getPrimaryAudioTrack());
    expect(before.length).toBeGreaterThan(10);
    expect(after).toHaveLength(before.length);
    for (const [index, time] of after.entries()) expect(time).toBeCloseTo(before[index] ?? -1, 2);
  });

  it('shows what was painted', async () => {
    const {made} = await convert(await makeFilm({channels: 0}));

    const track = await inputOf(made).getPrimaryVideoTrack();
    if (!track) throw new Error('Expected a picture.');
    expect([await track.getDisplayWidth(), await track.getDisplayHeight()]).toEqual([64, 48]);
    const sample = await new VideoSampleSink(track).getSample(0.5);
    const context = new OffscreenCanvas(64, 48).getContext('2d');
    if (!sample || !context) throw new Error('Expected a frame.');
    sample.draw(context, 0, 0);
    sample.close();
    expect(colourOf(context.getImageData(6, 40, 1, 1).data)).toBe('blue');
    expect(colourOf(context.getImageData(58, 40, 1, 1).data)).toBe('red');
  });

  it('hands frames over as they are to be seen, of a phone that was held upside down, too', async () => {
    await convert(await makeFilm({rotation: 180, channels: 0}));

    expect(seen[0]).toMatchObject({size: '64×48', left: 'dark'});
    seen = [];
    await convert(await makeFilm({channels: 0}));
    expect(seen[0]).toMatchObject({size: '64×48', left: 'red', right: 'blue'});
  });

  it('turns what was filmed upright', async () => {
    const source = await makeFilm({rotation: 90, channels: 0});
    const film = await openFilm(source);
    expect([film.width, film.height]).toEqual([48, 64]);
    film.dispose();

    const {made} = await convert(source);

    expect(new Set(seen.map(({size}) => size))).toEqual(new Set(['48×64']));
    const track = await inputOf(made).getPrimaryVideoTrack();
    expect(await track?.getRotation()).toBe(0);
  });

  it.each([
    ['of odd sides', {width: 63, height: 47}],
    ['without sound', {channels: 0}],
    ['with two channels', {channels: 2}],
    ['of one frame', {times: [0, 0.5]}],
    ['that begins late', {times: [2, 2.1, 2.2], channels: 0}],
  ] as const)('paints a film %s', async (_, film) => {
    const source = await makeFilm(film);

    const {made, hasSound} = await convert(source);

    expect(hasSound).toBe(!('channels' in film) || film.channels > 0);
    const before = await timesOf(await inputOf(source).getPrimaryVideoTrack());
    expect(await timesOf(await inputOf(made).getPrimaryVideoTrack())).toHaveLength(before.length);
  });

  it('leaves nothing when it is cancelled', async () => {
    const cancel = new AbortController();
    const onFrame = (timeMs: number) => {
      if (timeMs > 400) cancel.abort();
      return cancel.signal.aborted
        ? Promise.reject(cancel.signal.reason as Error)
        : Promise.resolve();
    };

    const converting = convert(await makeFilm(), {onFrame, signal: cancel.signal});

    await expect(converting).rejects.toThrow(/abort/i);
    expect(seen.length).toBeLessThan(8);
    expect(await filesOnDisk()).toEqual({});
  });

  it('leaves nothing when it is cancelled after its last frame, while it is finished', async () => {
    const target = await openOwnFile('webm', 1000);
    const cancel = new AbortController();
    const film = await makeFilm();
    const writer = target.writable.getWriter();
    await writer.write({
      type: 'write',
      data: new Uint8Array(await film.arrayBuffer()),
      position: 0,
    });
    cancel.abort();

    await expect(target.finish(cancel.signal)).rejects.toThrow(/abort/i);
    await target.discard();

    expect(await filesOnDisk()).toEqual({});
  });

  it('ends with what the painter throws', async () => {
    const paint = () => Promise.reject(new Error('The GPU is gone.'));

    await expect(convert(await makeFilm(), {paint})).rejects.toThrow('The GPU is gone.');
    expect(await filesOnDisk()).toEqual({});
  });

  it('says that there is no more room', async () => {
    const writable = new WritableStream({
      write: () => Promise.reject(new FilmError('full', 'No room.')),
    });

    const converting = convert(await makeFilm(), {writable});

    await expect(converting).rejects.toMatchObject({name: 'FilmError', problem: 'full'});
  });

  it('leaves a film that plays where the disk gets full', async () => {
    const times = Array.from({length: 73}, (_, index) => index / 12);
    const film = await openFilm(await makeFilm({times}));
    const size = {width: 320, height: 240};
    const encoding = await pickFilmEncoding({...size, frameRate: 12, bitsPerPixel: 16});
    const target = await openOwnFile(encoding.container, 1000);
    let bytes = 0;
    const writable = new WritableStream<StreamTargetChunk>({
      async write(chunk) {
        const writer = target.writable.getWriter();
        await writer.write(chunk).finally(() => {
          writer.releaseLock();
        });
        bytes += chunk.data.byteLength;
        if (bytes > 2 ** 21) await setQuota((await navigator.storage.estimate()).usage);
      },
    });
    const converting = convertFilm(film, {
      encoding,
      writable,
      passing: target.passing,
      paint: noisePaint(size.width, size.height),
      onFrame: () => Promise.resolve(),
      signal: new AbortController().signal,
    });

    await expect(converting).rejects.toMatchObject({problem: 'full'});
    film.dispose();
    const written = await target.finish(new AbortController().signal);
    await target.discard();
    const input = inputOf(written?.film);
    const kept = await timesOf(await input.getPrimaryVideoTrack());
    expect(kept.length).toBeGreaterThan(12);
    for (const [index, time] of kept.entries()) expect(time).toBeCloseTo(times[index]!, 2);
    expect(kept.length).toBeLessThan(72);
    input.dispose();
    await written?.file.remove();
    expect(await filesOnDisk()).toEqual({});
  });

  it('has on the disk what was painted, which is offered when the page is gone', async () => {
    const times = Array.from({length: 61}, (_, index) => index / 12);
    let left: Uint8Array<ArrayBuffer> | undefined;
    let ending = '';
    await convert(await makeFilm({times}), {
      async onFrame(timeMs) {
        if (left || timeMs < 4000) return;
        const [name = ''] = Object.keys(await filesOnDisk());
        left = await readFromDisk(name);
        ending = name.slice(name.indexOf('.'));
      },
    });
    await emptyDisk();
    await leaveOnDisk(`pastiche-2026-11-23-10-15-00${ending}`, left!);

    const clips: LeftClip[] = [];
    for await (const it of leftClips(new AbortController().signal)) clips.push(it);
    const [clip] = clips;
    expect(clip?.unfinished).toBe(true);
    const input = inputOf(clip?.clip);
    const kept = await timesOf(await input.getPrimaryVideoTrack());
    input.dispose();
    clip?.file.release();
    expect(kept.length).toBeGreaterThan(20);
    for (const [index, time] of kept.entries()) expect(time).toBeCloseTo(times[index]!, 2);
  });

  it('paints a film that was cut off as far as it goes, or says that it broke off', async () => {
    const whole = await makeFilm({channels: 0});
    const cut = whole.slice(0, Math.round(whole.size * 0.6));

    const made = await convert(cut).catch((error: unknown) => error);

    if (made instanceof Error) expect(made).toMatchObject({problem: /broken|unreadable/});
    else expect(seen.length).toBeGreaterThan(0);
    expect(seen.length).toBeLessThan(12);
  });
});

describe('openFilm', () => {
  it.each([
    ['nothing', () => new Blob([]), 'unreadable'],
    ['a text', () => new Blob(['This is no film.']), 'unreadable'],
    [
      'an MP4 without its index',
      async () => (await makeFilm({container: 'mp4'})).slice(0, 400),
      'unreadable',
    ],
    ['sound alone', () => makeFilm({soundOnly: true}), 'no-picture'],
  ] as const)('says what is wrong with %s', async (_, make, problem) => {
    await expect(openFilm(await make())).rejects.toMatchObject({name: 'FilmError', problem});
  });
});

describe('pickFilmEncoding', () => {
  it('says that nothing encodes a film of such a size', async () => {
    const size = {width: 60_000, height: 60_000};

    const picking = pickFilmEncoding({...size, frameRate: 30, bitsPerPixel: 0.1});

    await expect(picking).rejects.toMatchObject({name: 'FilmError', problem: 'encoder'});
  });
});
