import {afterEach, describe, expect, it, vi} from 'vitest';
import {openPictureWriter} from '../../../src/capture/stills/open-picture-writer.ts';
import {meanDifference} from '../../live/canvas-pixels.ts';
import {chancePicture, pixelsOfFile, tilesOf, written} from './tiles-of.ts';

const SIZE = {width: 61, height: 45};
const PNG = {format: 'png', quality: 1} as const;

afterEach(() => {
  vi.unstubAllGlobals();
});

describe('a PNG', () => {
  it.each([false, true])('has every pixel as it came (clear: %s)', async (clear) => {
    const picture = chancePicture(SIZE.width, SIZE.height, clear);
    const file = await written(openPictureWriter(SIZE, PNG, {clear}), tilesOf(picture, 16));
    const read = await pixelsOfFile(file);

    expect(file.type).toBe('image/png');
    expect([read.width, read.height]).toEqual([61, 45]);
    expect(read.data).toEqual(picture.data);
  });

  it('may be 30 000 pixels wide, and takes few bytes of what repeats', async () => {
    const size = {width: 30_000, height: 24};
    const picture = new ImageData(size.width, size.height);
    for (let pixel = 0; pixel < size.width * size.height; pixel++) {
      picture.data.set([pixel % 100, 80, pixel % 7, 255], 4 * pixel);
    }
    const file = await written(
      openPictureWriter(size, PNG, {clear: false}),
      tilesOf(picture, 1000),
    );
    const image = await createImageBitmap(file);
    const end = await createImageBitmap(file, 29_000, 8, 1000, 16);

    expect([image.width, image.height]).toEqual([30_000, 24]);
    expect(file.size).toBeLessThan(size.width * size.height);
    const canvas = Object.assign(document.createElement('canvas'), {width: 1000, height: 16});
    const context = canvas.getContext('2d')!;
    context.drawImage(end, 0, 0);
    const shown = context.getImageData(0, 0, 1000, 16).data;
    const pixel = 8 * size.width + 29_000;
    expect(shown).toEqual(
      Uint8ClampedArray.from({length: 4 * 1000 * 16}, (_, place) => {
        const row = Math.floor(place / 4000);
        return picture.data[4 * (pixel + row * size.width) + (place % 4000)]!;
      }),
    );
  });

  it('is made on a canvas where the browser cannot compress', async () => {
    vi.stubGlobal('CompressionStream', undefined);
    Reflect.deleteProperty(globalThis, 'CompressionStream');
    const picture = chancePicture(SIZE.width, SIZE.height, false);
    const file = await written(openPictureWriter(SIZE, PNG, {clear: false}), tilesOf(picture, 16));

    expect((await pixelsOfFile(file)).data).toEqual(picture.data);
  });

  it('that is given up leaves no promise behind', async () => {
    const writer = openPictureWriter(SIZE, PNG, {clear: false});
    const [tile] = tilesOf(chancePicture(SIZE.width, SIZE.height, false), 64);
    await writer.take(tile!);
    writer.dispose();
    writer.dispose();

    await expect(writer.finish()).rejects.toThrow();
  });
});

describe.each(['jpeg', 'webp'] as const)('a picture as %s', (format) => {
  const smooth = new ImageData(SIZE.width, SIZE.height);
  for (let pixel = 0; pixel < SIZE.width * SIZE.height; pixel++) {
    smooth.data.set([pixel % SIZE.width, 2 * (pixel % SIZE.width), 90, 255], 4 * pixel);
  }

  it('is about what came, the more so the better it is to be', async () => {
    const [good, bad] = await Promise.all(
      [0.95, 0.2].map(async (quality) => {
        const writer = openPictureWriter(SIZE, {format, quality}, {clear: false});
        const file = await written(writer, tilesOf(smooth, 16));
        expect(file.type).toBe(`image/${format}`);
        return {
          bytes: file.size,
          away: meanDifference((await pixelsOfFile(file)).data, smooth.data),
        };
      }),
    );

    expect(good!.away).toBeLessThan(3);
    expect(good!.bytes).toBeGreaterThan(bad!.bytes);
  });

  it('is refused where no canvas is as large', () => {
    const size = {width: 30_000, height: 200};
    expect(() => openPictureWriter(size, {format, quality: 0.9}, {clear: false})).toThrow(
      expect.objectContaining({code: 'picture-too-large'}),
    );
  });
});

it('lays what is clear on paper where a format knows nothing clear', async () => {
  const size = {width: 16, height: 16};
  const clear = new ImageData(16, 16);
  const writer = openPictureWriter(size, {format: 'jpeg', quality: 1}, {clear: true});
  const {data} = await pixelsOfFile(await written(writer, tilesOf(clear, 8)));

  expect(data.every((value) => value > 250)).toBe(true);
});

it('says so where the browser writes another format than was asked for', async () => {
  const toBlob = vi.spyOn(HTMLCanvasElement.prototype, 'toBlob');
  toBlob.mockImplementation((done) => {
    done(new Blob(['x'], {type: 'image/png'}));
  });
  const writer = openPictureWriter(SIZE, {format: 'webp', quality: 0.9}, {clear: false});
  await expect(writer.finish()).rejects.toMatchObject({code: 'picture-format'});
  toBlob.mockRestore();
});
