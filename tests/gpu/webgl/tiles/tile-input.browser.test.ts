import {afterEach, beforeEach, describe, expect, it} from 'vitest';
import {PictureRefusedError} from '../../../../src/gpu/picture-refused-error.ts';
import type {Rectangle} from '../../../../src/gpu/plan/tile-grid.ts';
import type {Size} from '../../../../src/gpu/size.ts';
import {createFrameInput} from '../../../../src/gpu/webgl/picture/frame-input.ts';
import {openTileInput} from '../../../../src/gpu/webgl/tiles/tile-input.ts';
import {exampleFrame, readColors} from '../../fused-fixture.ts';
import {openTestContext, paintedCanvas, taken} from '../../gl-fixture.ts';
import {closedBitmap, closedFrame, taintedCanvas} from '../../refused-pictures.ts';
import {differences, frameOf} from './painted-tiles.ts';

let gl: WebGL2RenderingContext;

beforeEach(() => {
  gl = openTestContext();
});
afterEach(() => {
  expect(gl.getError()).toBe(gl.NO_ERROR);
  gl.getExtension('WEBGL_lose_context')?.loseContext();
});

/** The bytes of a window of a frame that is brought to a size: RGB. */
function partOf(
  picture: HTMLCanvasElement | ImageData,
  size: Size,
  window: Rectangle,
  mostAtOnce?: number,
): Float32Array {
  const input = openTileInput(gl, frameOf(picture), size, mostAtOnce);
  const colours = readColors(gl, input.part(window).texture, window, 'full');
  input.dispose();
  return colours.map((value) => value * 255);
}

function whole({width, height}: Size): Rectangle {
  return {x: 0, y: 0, width, height};
}

/** Some columns and rows of a picture's RGB. */
function cut(colours: Float32Array, {width}: Size, part: Rectangle): Float32Array {
  return Float32Array.from({length: 3 * part.width * part.height}, (_, index) => {
    const [x, y] = [Math.floor(index / 3) % part.width, Math.floor(index / 3 / part.width)];
    return colours[3 * ((part.y + y) * width + part.x + x) + (index % 3)]!;
  });
}

describe('a part', () => {
  const frame = exampleFrame({width: 100, height: 80});

  it.each([
    {width: 100, height: 80},
    {width: 160, height: 96},
    {width: 48, height: 64},
  ])('is what the live picture has there, of %o', (size) => {
    const input = createFrameInput(gl);
    const live = readColors(gl, taken(input, frame, size).texture, size, 'half');
    input.dispose();
    const part = {x: 16, y: 32, width: 32, height: 32};
    const found = differences(
      partOf(frame, size, part),
      cut(live, size, part).map((it) => it * 255),
    );

    expect(found.most).toBeLessThan(1.2);
    expect(found.mean).toBeLessThan(0.05);
  });

  it('of what is uploaded in pieces is the same', () => {
    for (const size of [
      {width: 100, height: 80},
      {width: 200, height: 100},
      {width: 96, height: 70},
    ]) {
      const part = {x: 48, y: 16, width: 32, height: 48};
      const found = differences(partOf(frame, size, part, 50), partOf(frame, size, part));

      expect(found.most).toBeLessThan(1.2);
      expect(found.mean).toBeLessThan(0.05);
    }
  });

  it('of a frame with many more pixels is about the same, in pieces', () => {
    const smooth = paintedCanvas({width: 320, height: 240}, (x, y) => [x / 2, y / 2, 128]);
    const size = {width: 64, height: 48};
    const part = {x: 16, y: 16, width: 32, height: 32};
    const found = differences(partOf(smooth, size, part, 100), partOf(smooth, size, part));

    expect(found.most).toBeLessThan(3);
  });

  it('beyond the right and lower edges is a mirror image', () => {
    const size = {width: 20, height: 12};
    const picture = exampleFrame(size);
    const window = {x: 0, y: 0, width: 32, height: 16};
    for (const mostAtOnce of [1e6, 10]) {
      const colours = partOf(picture, size, window, mostAtOnce);
      const at = (x: number, y: number) =>
        [0, 1, 2].map((channel) => Math.round(colours[3 * (y * 32 + x) + channel]!));

      expect(at(20, 5)).toEqual(at(19, 5));
      expect(at(25, 5)).toEqual(at(14, 5));
      expect(at(7, 14)).toEqual(at(7, 9));
    }
  });

  it('of a strip longer than any texture comes in pieces', () => {
    const longest = gl.getParameter(gl.MAX_TEXTURE_SIZE) as number;
    const size = {width: longest + 100, height: 16};
    const strip = Object.assign(document.createElement('canvas'), size);
    const context = strip.getContext('2d')!;
    context.fillStyle = '#f00';
    context.fillRect(longest + 50, 0, 50, 16);
    const colours = partOf(strip, size, {x: longest + 36, y: 0, width: 64, height: 16});

    // What is clear lies on paper.
    expect([...colours.slice(0, 3)].map(Math.round)).toEqual([255, 255, 255]);
    expect([...colours.slice(-3)].map(Math.round)).toEqual([255, 0, 0]);
  });

  it('of pixels without a canvas is the same', () => {
    const {width, height} = frame;
    const pixels = frame.getContext('2d')!.getImageData(0, 0, width, height);
    const part = {x: 16, y: 16, width: 16, height: 16};

    expect(differences(partOf(pixels, frame, part, 50), partOf(frame, frame, part)).most).toBe(0);
  });
});

it('knows the whole with as many pixels as are painted, or few of them', () => {
  const sizes = [
    {width: 96, height: 64},
    {width: 3000, height: 2000},
    {width: 100, height: 9000},
  ].map((size) => {
    const input = openTileInput(gl, frameOf(exampleFrame({width: 64, height: 48})), size);
    input.dispose();
    return input.whole.size;
  });

  expect(sizes).toEqual([
    {width: 96, height: 64},
    {width: 1536, height: 1024},
    {width: 23, height: 2048},
  ]);
});

it.each<[string, () => Promise<TexImageSource>]>([
  ['a canvas that holds a picture of another site', taintedCanvas],
  ['a picture that is closed', closedBitmap],
  ['a frame that is closed', closedFrame],
])('refuses %s, at once or in pieces', async (_, make) => {
  const image = await make();
  const size = {width: 8, height: 8};
  for (const most of [1e6, 1]) {
    expect(() => openTileInput(gl, {image, size}, size, most)).toThrow(PictureRefusedError);
  }
});

it('frees its textures, also when disposed twice', () => {
  const size = {width: 32, height: 32};
  const input = openTileInput(gl, frameOf(exampleFrame(size)), size);
  const textures = [input.whole.texture, input.part(whole(size)).texture];
  input.dispose();
  input.dispose();

  expect(textures.map((texture) => gl.isTexture(texture))).toEqual([false, false]);
});
