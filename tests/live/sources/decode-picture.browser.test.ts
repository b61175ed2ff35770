import {afterEach, beforeEach, expect, it, vi} from 'vitest';
import {decodePicture} from '../../../src/live/sources/decode-picture.ts';
import {animatedGif, pictureFile, videoFile, whitePng} from '../bad-files.ts';
import {pixelAt} from '../canvas-pixels.ts';

const SIDE = 256;

const urls = new Set<string>();

beforeEach(() => {
  const {createObjectURL, revokeObjectURL} = URL;
  vi.spyOn(URL, 'createObjectURL').mockImplementation((blob) => {
    const url = createObjectURL.call(URL, blob);
    urls.add(url);
    return url;
  });
  vi.spyOn(URL, 'revokeObjectURL').mockImplementation((url) => {
    urls.delete(url);
    revokeObjectURL.call(URL, url);
  });
});

afterEach(() => {
  vi.restoreAllMocks();
  expect([...urls]).toEqual([]);
});

it('gives the picture as it is', async () => {
  const picture = await decodePicture(await coloured(60, 40, 'red'), SIDE);

  expect([picture.width, picture.height]).toEqual([60, 40]);
  expect(pixelAt(picture, 0.5, 0.5)).toEqual([255, 0, 0]);
});

it('gives a picture from an address', async () => {
  const url = new URL('data:image/svg+xml,' + encodeURIComponent(svg('width="20" height="10"')));
  const picture = await decodePicture(url, SIDE);

  expect([picture.width, picture.height]).toEqual([20, 10]);
});

it('gives one pixel as one pixel', async () => {
  const picture = await decodePicture(await coloured(1, 1, 'blue'), SIDE);

  expect([picture.width, picture.height]).toEqual([1, 1]);
  expect(pixelAt(picture, 0, 0)).toEqual([0, 0, 255]);
});

it.each([
  [12_000, 40, 256, 1],
  [40, 12_000, 1, 256],
  [12_000, 12_000, 256, 256],
])('shrinks %i × %i pixels to %i × %i', async (width, height, smallWidth, smallHeight) => {
  const picture = await decodePicture(await whitePng(width, height), SIDE);

  expect([picture.width, picture.height]).toEqual([smallWidth, smallHeight]);
  expect(pixelAt(picture, 0.5, 0.5)).toEqual([255, 255, 255]);
});

it('shrinks a panorama of 31 000 pixels', async () => {
  const picture = await decodePicture(await whitePng(31_000, 12), SIDE);

  expect([picture.width, picture.height]).toEqual([256, 1]);
  expect(pixelAt(picture, 0.5, 0.5)).toEqual([255, 255, 255]);
});

it.each([
  [20_000, 20_000],
  [70_000, 8],
])('says too-large of %i × %i pixels', async (width, height) => {
  await expect(decodePicture(await whitePng(width, height), SIDE)).rejects.toMatchObject({
    problem: 'too-large',
  });
});

it('takes the first frame of an animation', async () => {
  const picture = await decodePicture(animatedGif(), SIDE);

  expect(pixelAt(picture, 0, 0)).toEqual([255, 0, 0]);
});

it('lays a transparent picture on white paper', async () => {
  const file = await pictureFile(20, 10, (context) => {
    context.fillStyle = 'red';
    context.fillRect(0, 0, 10, 10);
  });
  const picture = await decodePicture(file, SIDE);

  expect(pixelAt(picture, 0.25, 0.5)).toEqual([255, 0, 0]);
  expect(pixelAt(picture, 0.75, 0.5)).toEqual([255, 255, 255]);
});

it('runs no script of a drawing', async () => {
  const script = `document.querySelector('rect').setAttribute('fill', 'blue')`;
  const drawing = `<svg xmlns="http://www.w3.org/2000/svg" width="20" height="10" onload="${script}">
    <rect width="20" height="10" fill="red" /><script>${script}</script></svg>`;
  const picture = await decodePicture(new Blob([drawing], {type: 'image/svg+xml'}), SIDE);

  expect(pixelAt(picture, 0.5, 0.5)).toEqual([255, 0, 0]);
});

it.each<[string, number, number]>([
  ['', 1024, 1024],
  ['width="100%" height="100%"', 1024, 1024],
  ['viewBox="0 0 20 10"', 1024, 512],
  ['viewBox="0 0 10 20"', 512, 1024],
  ['viewBox="-5,-5,20,10" width="100%"', 1024, 512],
  ['width="16" height="16" viewBox="0 0 10 10"', 1024, 1024],
  ['width="40" height="20"', 1024, 512],
  ['width="10cm"', 1024, 1024],
  ['width="1600" height="800"', 1600, 800],
])('draws <svg %s> large: %i × %i', async (attributes, width, height) => {
  const file = new Blob([svg(attributes)], {type: 'image/svg+xml'});
  const picture = await decodePicture(file, 2048);

  expect([picture.width, picture.height]).toEqual([width, height]);
  expect(pixelAt(picture, 0.5, 0.5)).toEqual([255, 0, 0]);
});

it.each<[string, string]>([
  [
    'HTML in it',
    '<foreignObject width="9" height="9"><p xmlns="http://www.w3.org/1999/xhtml">x</p></foreignObject>',
  ],
  [
    'a switch of Illustrator’s',
    '<switch><foreignObject requiredExtensions="http://ns.adobe.com/AdobeIllustrator/10.0/"/><g/></switch>',
  ],
])('gives pixels that can be read of a drawing with %s', async (_, content) => {
  const drawing = svg('width="20" height="10"').replace('</svg>', `${content}</svg>`);
  const picture = await decodePicture(new Blob([drawing], {type: 'image/svg+xml'}), SIDE);

  expect(pixelAt(picture, 0.9, 0.9)).toEqual([255, 0, 0]);
});

it.each([
  ['no type', '', 'utf-8'],
  ['a type that lies', 'image/png', 'utf-8'],
  ['sixteen bits a letter', 'image/svg+xml', 'utf-16'],
])('takes a drawing with %s', async (_, type, encoding) => {
  const text = `<?xml version="1.0" encoding="${encoding}"?><!-- é -->${svg('width="20" height="10"')}`;
  const bytes =
    encoding === 'utf-8'
      ? new TextEncoder().encode(text)
      : Uint16Array.from(`\ufeff${text}`, (letter) => letter.charCodeAt(0));
  const picture = await decodePicture(new Blob([bytes], {type}), SIDE);

  expect(pixelAt(picture, 0.5, 0.5)).toEqual([255, 0, 0]);
});

it('says tainted where the browser lets nobody read the pixels', async () => {
  vi.spyOn(CanvasRenderingContext2D.prototype, 'getImageData').mockImplementation(() => {
    throw new DOMException('Tainted, says the test.', 'SecurityError');
  });

  await expect(decodePicture(await coloured(20, 10, 'red'), SIDE)).rejects.toMatchObject({
    problem: 'tainted',
  });
});

it('says film of a film, whatever its name says', async () => {
  const film = await videoFile();

  for (const type of ['video/webm', 'image/jpeg', '']) {
    await expect(decodePicture(new Blob([film], {type}), SIDE)).rejects.toMatchObject({
      problem: 'film',
    });
  }
});

it('says slow of a picture that does not come, and fetches it no more', async () => {
  const picture = await coloured(20, 10, 'red');
  vi.spyOn(HTMLImageElement.prototype, 'decode').mockReturnValue(new Promise(() => {}));
  await expect(decodePicture(picture, SIDE, 50)).rejects.toMatchObject({problem: 'slow'});

  // A picture that tells neither that it is there nor that it is not.
  const told = vi.spyOn(HTMLImageElement.prototype, 'src', 'set').mockImplementation(() => {});
  const silent = new URL('/silent.png', location.href);
  await expect(decodePicture(silent, SIDE, 50)).rejects.toMatchObject({problem: 'slow'});
  expect(told).toHaveBeenLastCalledWith('');
});

it.each(['', 'viewBox="0 0 20 10"', 'width="100%" height="100%"'])(
  'shows a drawing without a size: <svg %s>',
  async (attributes) => {
    const file = new Blob([svg(attributes)], {type: 'image/svg+xml'});
    const picture = await decodePicture(file, SIDE);

    expect(Math.max(picture.width, picture.height)).toBeGreaterThanOrEqual(100);
    expect(pixelAt(picture, 0.01, 0.01)).toEqual([255, 0, 0]);
  },
);

it('says empty of an empty file', async () => {
  await expect(decodePicture(new Blob([], {type: 'image/png'}), SIDE)).rejects.toMatchObject({
    problem: 'empty',
  });
});

it.each<[string, () => Blob | Promise<Blob>]>([
  ['a text file named .png', () => new File(['Dear diary'], 'diary.png', {type: 'image/png'})],
  ['a file without a type', () => new Blob(['Dear diary'])],
  ['a drawing that is not well-formed', () => new Blob(['<svg><rect'], {type: 'image/svg+xml'})],
  ['a PNG cut off in its header', async () => (await whitePng(8, 8)).slice(0, 20, 'image/png')],
])('says unreadable of %s', async (_, file) => {
  await expect(decodePicture(await file(), SIDE)).rejects.toMatchObject({problem: 'unreadable'});
});

it('shows what there is of a JPEG that was cut off, or says unreadable', async () => {
  const whole = await coloured(200, 200, 'red', 'image/jpeg');
  const cut = whole.slice(0, whole.size * 0.8, 'image/jpeg');
  const result = await decodePicture(cut, SIDE).catch((error: unknown) => error);

  if (result instanceof HTMLCanvasElement) expect(pixelAt(result, 0.5, 0)[0]).toBeGreaterThan(200);
  else expect(result).toMatchObject({problem: 'unreadable'});
});

it('says unreachable of an address where there is nothing', async () => {
  const missing = new URL('/not-here.png', location.href);

  await expect(decodePicture(missing, SIDE)).rejects.toMatchObject({problem: 'unreachable'});
});

function coloured(width: number, height: number, color: string, type?: string): Promise<Blob> {
  const fill = (context: OffscreenCanvasRenderingContext2D) => {
    context.fillStyle = color;
    context.fillRect(0, 0, width, height);
  };
  return pictureFile(width, height, fill, type);
}

function svg(attributes: string): string {
  return `<svg xmlns="http://www.w3.org/2000/svg" ${attributes}>
    <rect width="1000" height="1000" fill="rgb(255,0,0)" /></svg>`;
}
