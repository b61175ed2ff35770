import {afterEach, beforeEach, describe, expect, it, vi} from 'vitest';
import {PictureRefusedError} from '../../../../src/gpu/picture-refused-error.ts';
import {
  createFrameInput,
  cropOf,
  type FrameInput,
} from '../../../../src/gpu/webgl/picture/frame-input.ts';
import {readTexture} from '../../../../src/gpu/webgl/tools/read-texture.ts';
import {countMade, openTestContext, paintedCanvas, taken} from '../../gl-fixture.ts';
import {closedBitmap, closedFrame, taintedCanvas} from '../../refused-pictures.ts';

/** Red grows to the right, green downwards. */
const SLOPES = paintedCanvas({width: 64, height: 32}, (x, y) => [x * 4, y * 8, 7]);

describe('frame input', () => {
  let gl: WebGL2RenderingContext;
  let input: FrameInput;

  beforeEach(() => {
    gl = openTestContext();
    gl.enable(gl.SCISSOR_TEST);
    input = createFrameInput(gl);
  });
  afterEach(() => {
    input.dispose();
  });

  function take(size: {width: number; height: number}) {
    return readTexture(gl, taken(input, SLOPES, size).texture, size);
  }

  it('holds a frame of the same size as it is, its top in row 0', () => {
    const bytes = take({width: 64, height: 32});
    for (const [x, y] of [
      [0, 0],
      [63, 0],
      [5, 31],
      [40, 12],
    ] as const) {
      const [red = 0, green = 0, blue = 0, alpha = 0] = bytes.slice((y * 64 + x) * 4);
      expect([red, green, blue, alpha]).toEqual([x * 4, y * 8, 7, 255]);
    }
  });

  it('cuts to the aspect of the size, around the centre', () => {
    const bytes = take({width: 32, height: 32});
    // A square of the middle: from column 16 to 47.
    expect(bytes[0]).toBe(16 * 4);
    expect(bytes[31 * 4]).toBe(47 * 4);
  });

  it('averages when it shrinks', () => {
    const stripes = paintedCanvas({width: 64, height: 64}, (x) => [x % 2 ? 255 : 0, 0, 0]);
    const size = {width: 16, height: 16};
    const bytes = readTexture(gl, taken(input, stripes, size).texture, size);
    for (let place = 0; place < 256; place++)
      expect(Math.abs(bytes[place * 4]! - 128)).toBeLessThan(3);
  });

  it('fits the frame that it has in another way, and gives it back', () => {
    expect(input.frameSize).toBeUndefined();
    expect(() => input.fit(SLOPES)).toThrow('Expected a frame');
    const plain = take({width: 64, height: 32});
    take({width: 32, height: 32});
    const again = readTexture(gl, input.fit({width: 64, height: 32}).texture, SLOPES);

    expect(again).toEqual(plain);
    expect(input.frameSize).toMatchObject({width: 64, height: 32});
    expect([...input.read().data]).toEqual([...plain]);
  });

  it('fits a frame once, and gives the same picture until there is another', () => {
    const size = {width: 32, height: 16};
    const first = taken(input, SLOPES, size);
    const draw = vi.spyOn(gl, 'drawArrays');
    expect(input.fit({...size})).toBe(first);
    expect(draw).not.toHaveBeenCalled();

    expect(taken(input, SLOPES, size)).not.toBe(first);
  });

  it.each<[string, () => Promise<TexImageSource>]>([
    ['a canvas that holds a picture of another site', taintedCanvas],
    ['a picture that is closed', closedBitmap],
    ['a frame that is closed', closedFrame],
  ])('refuses %s, and takes the next one', async (_, make) => {
    const plain = take({width: 64, height: 32});
    const picture = await make();
    expect(() => {
      input.take(picture, {width: 8, height: 8});
    }).toThrow(PictureRefusedError);

    expect(take({width: 64, height: 32})).toEqual(plain);
    expect(gl.getError()).toBe(gl.NO_ERROR);
  });

  it('refuses a picture larger than any texture', () => {
    const width = (gl.getParameter(gl.MAX_TEXTURE_SIZE) as number) + 1;
    const upload = vi.spyOn(gl, 'texImage2D');
    expect(() => {
      input.take(SLOPES, {width, height: 1});
    }).toThrow(PictureRefusedError);

    expect(upload).not.toHaveBeenCalled();
  });

  it('creates nothing from one frame to the next', () => {
    take({width: 32, height: 16});
    const made = countMade(gl);
    for (let frame = 0; frame < 5; frame++) {
      taken(input, SLOPES, {width: 32, height: 16});
    }
    expect(made()).toBe(0);
    expect(gl.getError()).toBe(gl.NO_ERROR);
  });

  it('frees its textures, also when disposed twice', () => {
    const {texture} = taken(input, SLOPES, {width: 16, height: 16});
    input.dispose();
    input.dispose();
    expect(gl.isTexture(texture)).toBe(false);
  });
});

describe('cropOf', () => {
  it.each([
    [
      {width: 1280, height: 720},
      {width: 256, height: 144},
      {width: 1, height: 1},
    ],
    [
      {width: 1280, height: 640},
      {width: 100, height: 100},
      {width: 0.5, height: 1},
    ],
    [
      {width: 100, height: 200},
      {width: 64, height: 64},
      {width: 1, height: 0.5},
    ],
  ])('of %o for %o is %o', (frame, size, crop) => {
    expect(cropOf(frame, size)).toEqual(crop);
  });
});
