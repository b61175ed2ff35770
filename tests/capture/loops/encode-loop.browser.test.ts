import {afterEach, describe, expect, it, vi} from 'vitest';
import {openPictureEncoder} from '../../../src/capture/loops/picture-encoder.ts';
import {pixelAt, readClip} from '../read-clip.ts';
import {
  distance,
  type Draw,
  encode,
  fill,
  frames,
  HEIGHT,
  pixel,
  pixelsOf,
  wandering,
  WIDTH,
} from './loop-set.ts';
import {readAnimation} from './read-animation.ts';

afterEach(() => {
  vi.restoreAllMocks();
  vi.unstubAllGlobals();
});

/** As many colours as there are pixels, nearly, that wander. */
const rainbow: Draw = (context, place) => {
  const {data} = new ImageData(WIDTH, HEIGHT);
  for (let at = 0; at < data.length; at += 4) {
    const x = ((at / 4) % WIDTH) + 3 * place;
    const y = Math.floor(at / 4 / WIDTH);
    data.set([(2 * x) % 256, 4 * y, 128 + 127 * Math.sin(x / 20), 255], at);
  }
  context.putImageData(new ImageData(data, WIDTH), 0, 0);
};

/** A green square that wanders over nothing. */
const cutOut: Draw = (context, place) => {
  fill(context, 'rgb(40 200 40)', 8 * place, 16, 24, 24);
};

describe.each(['gif', 'webp'] as const)('a %s', (kind) => {
  it('has each picture for its time, in its size and colours, over and over', async () => {
    const {blob, extension} = await encode({kind});
    const {width, height, durationsMs, repetitions, pictures} = await readAnimation(blob);

    expect([blob.type, extension]).toEqual([`image/${kind}`, kind]);
    expect([width, height]).toEqual([WIDTH, HEIGHT]);
    expect(repetitions).toBe(Infinity);
    expect(durationsMs).toEqual(
      kind === 'gif' ? [70, 60, 70, 70, 60, 70, 70, 60] : [67, 66, 67, 67, 66, 67, 67, 66],
    );
    for (const [place, picture] of pictures.entries()) {
      const {mean} = distance(picture, pixelsOf(frames(8, wandering)[place]!));
      expect(mean).toBeLessThan(kind === 'gif' ? 1 : 6);
    }
  });

  it('keeps its colours near', async () => {
    const {pictures} = await readAnimation((await encode({kind, draw: rainbow})).blob);

    for (const [place, picture] of pictures.entries()) {
      const {mean, most} = distance(picture, pixelsOf(frames(8, rainbow)[place]!));
      expect(mean).toBeLessThan(8);
      expect(most).toBeLessThan(64);
    }
  });

  it('keeps clear what is clear in each picture', async () => {
    const {pictures} = await readAnimation((await encode({kind, draw: cutOut})).blob);

    for (const [place, picture] of pictures.entries()) {
      expect(pixel(picture, WIDTH - 2, 2)[3]).toBe(0);
      expect(pixel(picture, 8 * place + 12, 28)[3]).toBe(255);
      // What the square has left is clear again.
      if (place > 0) expect(pixel(picture, 8 * place - 4, 28)[3]).toBe(0);
    }
  });

  it('is smaller on demand, with proportions kept', async () => {
    const {width, height} = await readAnimation((await encode({kind, longSide: 48})).blob);

    expect([width, height]).toEqual([48, 32]);
  });

  it('goes back, and flows', async () => {
    const back = await readAnimation((await encode({kind, manner: 'back-and-forth'})).blob);
    expect(back.pictures).toHaveLength(14);
    expect(distance(back.pictures[1]!, back.pictures[13]!).mean).toBeLessThan(2);

    const flowing = await readAnimation((await encode({kind, count: 9, manner: 'flowing'})).blob);
    expect(flowing.pictures).toHaveLength(6);
    // Half of the picture at 7, where the square is, and half of that at 1.
    const [red, green] = pixel(flowing.pictures[4]!, 8 + 4, 20);
    expect(red).toBeCloseTo((200 + 255) / 2, -1.5);
    expect(green).toBeCloseTo((40 + 255) / 2, -1.5);
  });
});

describe('a gif', () => {
  it('is smaller where little moves, and shows the same', async () => {
    const still: Draw = (context, place) => {
      rainbow(context, 0);
      fill(context, 'white', 8 * place, 16, 8, 8);
    };
    const moving = (await encode({draw: rainbow})).blob.size;
    const {blob} = await encode({draw: still});

    expect(blob.size).toBeLessThan(moving / 3);
    const {pictures} = await readAnimation(blob);
    for (const [place, picture] of pictures.entries()) {
      expect(distance(picture, pixelsOf(frames(8, still)[place]!)).mean).toBeLessThan(8);
    }
  });

  it('has what becomes clear only later', async () => {
    const leaving: Draw = (context, place) => {
      fill(context, 'rgb(40 200 40)', 0, 0, WIDTH, HEIGHT);
      if (place > 3) context.clearRect(0, 0, 8, 8);
    };
    const {pictures} = await readAnimation((await encode({draw: leaving})).blob);

    expect(pictures.map((picture) => pixel(picture, 4, 4)[3])).toEqual([
      ...[255, 255, 255, 255],
      ...[0, 0, 0, 0],
    ]);
    expect(pictures.map((picture) => pixel(picture, 20, 20)[3])).toEqual(Array(8).fill(255));
  });
});

describe('a video', () => {
  it('has each picture once, at its own time', async () => {
    const {blob, extension} = await encode({kind: 'mp4', count: 20});
    const clip = await readClip(blob);

    expect(['mp4', 'webm']).toContain(extension);
    expect(blob.type).toBe(`video/${extension}`);
    expect(clip.frames).toHaveLength(20);
    for (const [place, seconds] of clip.frames.entries())
      expect(seconds).toBeCloseTo(place / 15, 2);
    expect(clip.duration).toBeCloseTo(20 / 15, 2);
    expect([clip.width, clip.height]).toEqual([WIDTH, HEIGHT]);
    const [red, , blue] = await pixelAt(blob, 0.5, 8, 56);
    expect(Math.abs(red! - 200)).toBeLessThan(24);
    expect(Math.abs(blue! - 40)).toBeLessThan(24);
  });

  it('fails where there is no encoder', async () => {
    vi.stubGlobal('VideoEncoder', undefined);

    await expect(encode({kind: 'mp4'})).rejects.toThrow('No video of 96 × 64 pixels');
  });

  it('fails where the encoder fails', async () => {
    vi.spyOn(VideoEncoder.prototype, 'encode').mockImplementation(() => {
      throw new DOMException('Broken by the test.', 'EncodingError');
    });

    await expect(encode({kind: 'mp4'})).rejects.toThrow('Broken by the test.');
  });
});

describe.each(['gif', 'webp', 'mp4'] as const)('making a %s', (kind) => {
  it('tells how far it is', async () => {
    const told: number[] = [];
    await encode({
      kind,
      reach: (done) => {
        told.push(done);
        return Promise.resolve();
      },
    });

    expect(told).toEqual(Array.from({length: 9}, (_, place) => place / 8));
  });

  it('leaves no worker when it is done, and when it is cancelled', async () => {
    const ends = vi.spyOn(Worker.prototype, 'terminate');
    const cancel = new AbortController();
    await encode({kind});
    const making = encode({
      kind,
      count: 40,
      signal: cancel.signal,
      reach: (done) => {
        if (done > 0.2) cancel.abort();
        return cancel.signal.aborted
          ? Promise.reject(cancel.signal.reason as Error)
          : Promise.resolve();
      },
    });

    await expect(making).rejects.toMatchObject({name: 'AbortError'});
    // One for each; whoever ends it twice ends it all the same.
    expect(new Set(ends.mock.contexts).size).toBe(kind === 'mp4' ? 0 : 2);
  });
});

describe('a worker', () => {
  it('ends at once where it is cancelled while it works', async () => {
    const ends = vi.spyOn(Worker.prototype, 'terminate');
    const cancel = new AbortController();
    vi.spyOn(Worker.prototype, 'postMessage').mockImplementation(() => {
      cancel.abort();
    });

    await expect(encode({signal: cancel.signal})).rejects.toMatchObject({name: 'AbortError'});
    expect(ends).toHaveBeenCalled();
  });

  it('is not asked for anything where it is cancelled before', async () => {
    const asks = vi.spyOn(Worker.prototype, 'postMessage');

    await expect(encode({signal: AbortSignal.abort()})).rejects.toMatchObject({name: 'AbortError'});
    expect(asks).not.toHaveBeenCalled();
  });

  it('says what has failed in it', async () => {
    const order = {kind: 'gif', width: 0, height: 0, durationsMs: [70], dithers: false} as const;
    const encoder = await openPictureEncoder(order, [], new AbortController().signal);

    await expect(encoder.add(frames(1, wandering)[0]!.picture)).rejects.toThrow('IndexSizeError');
    encoder.dispose();
    encoder.dispose();
  });

  it('ends where it cannot be loaded', async () => {
    const {postMessage} = Worker.prototype;
    const ends = vi.spyOn(Worker.prototype, 'terminate');
    vi.spyOn(Worker.prototype, 'postMessage').mockImplementation(function (this: Worker, ...args) {
      this.dispatchEvent(new ErrorEvent('error', {message: 'Not found.'}));
      Reflect.apply(postMessage, this, args);
    });

    await expect(encode()).rejects.toThrow('Not found.');
    expect(ends).toHaveBeenCalled();
  });
});
