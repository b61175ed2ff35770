import {afterEach, beforeEach, describe, expect, it} from 'vitest';
import type {Colour} from '../../../../src/gpu/painter.ts';
import {createFrameInput, type FrameInput} from '../../../../src/gpu/webgl/picture/frame-input.ts';
import {createRecolourer, type Recolourer} from '../../../../src/gpu/webgl/picture/recolourer.ts';
import {type Palette, paletteOf} from '../../../../src/network/palette.ts';
import {countMade, openTestContext, paintedCanvas, taken} from '../../gl-fixture.ts';
import {
  BLUE,
  bytesOf,
  bytesOfTexture,
  COLOURFUL,
  GREY,
  largestChroma,
  largestDifference,
  paletteOfCanvas,
  SIZE,
  WARM,
} from './coloured-pictures.ts';

let gl: WebGL2RenderingContext;
let input: FrameInput;
let recolourer: Recolourer;
let timeMs: number;

beforeEach(() => {
  gl = openTestContext();
  timeMs = 1000;
  input = createFrameInput(gl);
  recolourer = createRecolourer(gl, () => timeMs);
});
afterEach(() => {
  recolourer.dispose();
  input.dispose();
});

describe('a frame', () => {
  it('gets mean and covariance of the palette', () => {
    const {mean, covariance} = paletteOf(recoloured(COLOURFUL, WARM));

    mean.forEach((value, index) => {
      expect(value).toBeCloseTo(WARM.mean[index]!, 1.5);
    });
    covariance.forEach((value, index) => {
      expect(Math.abs(value - WARM.covariance[index]!)).toBeLessThan(0.003);
    });
  });

  it('of all hues has none in a grey style', () => {
    const pixels = recoloured(COLOURFUL, GREY);

    expect(largestChroma(bytesOf(COLOURFUL))).toBeGreaterThan(0.2);
    expect(largestChroma(pixels)).toBeLessThan(0.02);
  });

  it('stays as it is at strength 0, lies half-way at a half, and goes not past the palette', () => {
    const own = bytesOf(COLOURFUL);
    const all = recoloured(COLOURFUL, WARM, 1);
    const half = recoloured(COLOURFUL, WARM, 0.5);

    expect(largestDifference(recoloured(COLOURFUL, WARM, 0), own)).toBeLessThanOrEqual(1);
    const between = own.map((value, index) => Math.round((value + all[index]!) / 2));
    expect(largestDifference(half, between)).toBeLessThanOrEqual(2);
    expect(recoloured(COLOURFUL, WARM, 1.5)).toEqual(all);
  });

  it('of one colour gives the mean colour, with a faint grain of grey', () => {
    const pixels = recoloured(
      paintedCanvas(SIZE, () => [40, 40, 40]),
      WARM,
    );
    const {mean, covariance} = paletteOf(pixels);

    expect(mean[0]).toBeCloseTo(WARM.mean[0]!, 2);
    const [luma, ...others] = covariance;
    expect(255 * Math.sqrt(luma!)).toBeGreaterThan(2.4);
    expect(255 * Math.sqrt(luma!)).toBeLessThan(3.6);
    for (const value of others) expect(Math.abs(value)).toBeLessThan(1e-5);
  });
});

it('gives the grain that networks are measured with', () => {
  const flat = (grey: number) => paintedCanvas(SIZE, () => [grey, grey, grey]);
  const pixels = recoloured(flat(40), paletteOfCanvas(flat(128)));

  // The same numbers are in `test_fit.py`.
  const row = [-7.0, -5.2, -3.5, 6.1, -2.6, 6.2, 4.5, 5.7];
  row.forEach((grain, point) => {
    expect(Math.abs(pixels[4 * 4 * point]! - 128 - grain)).toBeLessThanOrEqual(0.8);
  });
  expect(recoloured(flat(40), paletteOfCanvas(flat(128)))).toEqual(pixels);
});

describe('a painting', () => {
  const PAINTED = paintedCanvas(SIZE, (x, y) => [
    150 + 60 * Math.sin(x / 3),
    90 + 50 * Math.sin(y / 2),
    60 + 40 * Math.cos((x - y) / 4),
  ]);

  /** What is left of a painting of a frame where the scene gives colours. */
  function given(painting: HTMLCanvasElement, by: Colour['by'], share: number): Uint8ClampedArray {
    const palette = paletteOfCanvas(painting);
    const brought = createFrameInput(gl);
    const {texture} = taken(brought, painting);
    const frame = taken(input, COLOURFUL);
    const bytes = bytesOfTexture(gl, recolourer.giveBack(texture, frame, palette, {by, share}));
    brought.dispose();
    return bytes;
  }

  it('keeps the Cb and Cr of the frame where its luma alone is painted', () => {
    const pixels = given(PAINTED, 'luminance', 1);

    expect(chromaDifference(pixels, bytesOf(COLOURFUL))).toBeLessThanOrEqual(2);
    expect(lumaDifference(pixels, bytesOf(PAINTED))).toBeLessThan(
      lumaDifference(pixels, bytesOf(COLOURFUL)),
    );
  });

  it('keeps them in black and white, too, where luma gives way', () => {
    const extreme = paintedCanvas(SIZE, (x) => (x % 16 < 8 ? [0, 0, 0] : [255, 255, 255]));

    expect(
      chromaDifference(given(extreme, 'luminance', 1), bytesOf(COLOURFUL)),
    ).toBeLessThanOrEqual(2);
  });

  it('gets mean and covariance of the frame', () => {
    const {mean, covariance} = paletteOf(given(PAINTED, 'palette', 1));
    const own = paletteOfCanvas(COLOURFUL);

    mean.forEach((value, index) => {
      expect(Math.abs(value - own.mean[index]!)).toBeLessThan(0.03);
    });
    covariance.forEach((value, index) => {
      expect(Math.abs(value - own.covariance[index]!)).toBeLessThan(0.006);
    });
  });

  it.each(['luminance', 'palette'] as const)('lies between, by %s in part', (by) => {
    const [none, half, all] = [1e-6, 0.5, 1].map((share) => given(PAINTED, by, share));

    expect(largestDifference(none!, bytesOf(PAINTED))).toBeLessThanOrEqual(1);
    expect(chromaDifference(half!, none!)).toBeLessThan(chromaDifference(all!, none!));
    expect(chromaDifference(half!, all!)).toBeLessThan(chromaDifference(none!, all!));
  });

  it('stays itself where the scene gives nothing', () => {
    const frame = taken(input, COLOURFUL);
    const painting = gl.createTexture();
    for (const by of ['luminance', 'palette'] as const) {
      expect(recolourer.giveBack(painting, frame, WARM, {by, share: 0})).toBe(painting);
    }
  });

  it('of a style without a palette gets the chroma', () => {
    const frame = taken(input, COLOURFUL);
    const {texture} = taken(createFrameInput(gl), PAINTED);
    const colour = {by: 'palette', share: 1} as const;
    const pixels = bytesOfTexture(gl, recolourer.giveBack(texture, frame, undefined, colour));

    expect(chromaDifference(pixels, bytesOf(COLOURFUL))).toBeLessThanOrEqual(2);
  });

  it('in grey gets no noise where the scene is colourful', () => {
    const grey = paintedCanvas(SIZE, (x, y) => {
      const value = 100 + ((x * 7 + y * 5) % 64);
      return [value, value, value];
    });

    expect(largestChroma(given(grey, 'palette', 1))).toBeLessThan(0.45);
    expect(gl.getError()).toBe(gl.NO_ERROR);
  });
});

describe('what is known of the frames', () => {
  it('changes slowly: the next frame is mapped much as the one before', () => {
    const before = recoloured(COLOURFUL, WARM);
    const grownUp = recoloured(BLUE, WARM, 1, () => recolourer.restart());
    recolourer.restart();
    recoloured(COLOURFUL, WARM);
    timeMs += 20;
    const next = recoloured(BLUE, WARM);

    // Blue as the old map shows it is far from what it becomes once it is all there is.
    expect(largestDifference(next, grownUp)).toBeGreaterThan(40);
    timeMs += 20;
    expect(largestDifference(recoloured(COLOURFUL, WARM), before)).toBeLessThan(25);
  });

  it('comes to a new scene in the end, and at once where one is announced', () => {
    const alone = recoloured(BLUE, WARM);
    recolourer.restart();
    recoloured(COLOURFUL, WARM);
    for (let frame = 0; frame < 40; frame++) {
      timeMs += 200;
      recoloured(BLUE, WARM);
    }

    expect(largestDifference(recoloured(BLUE, WARM), alone)).toBeLessThanOrEqual(2);
  });

  it('is measured once a frame', () => {
    const frame = taken(input, COLOURFUL);
    recolourer.recolour(frame, WARM, 1);
    const made = countMade(gl);
    timeMs += 1e6;
    let draws = 0;
    const {drawArrays} = gl;
    gl.drawArrays = (...parameters) => (draws++, drawArrays.apply(gl, parameters));
    for (let time = 0; time < 50; time++) recolourer.recolour(frame, WARM, time / 50);

    expect(draws).toBe(50);
    expect(made()).toBe(0);
  });
});

/** The most that two pictures differ in Cb or Cr, 0…255. */
function chromaDifference(a: ArrayLike<number>, b: ArrayLike<number>): number {
  return mostOf(a, b, ([r, g, b]) => [
    -0.168736 * r - 0.331264 * g + 0.5 * b,
    0.5 * r - 0.418688 * g - 0.081312 * b,
  ]);
}

function lumaDifference(a: ArrayLike<number>, b: ArrayLike<number>): number {
  return mostOf(a, b, ([r, g, b]) => [0.299 * r + 0.587 * g + 0.114 * b]);
}

function mostOf(
  a: ArrayLike<number>,
  b: ArrayLike<number>,
  of: (rgb: [number, number, number]) => number[],
): number {
  const at = (pixels: ArrayLike<number>, place: number) =>
    of([pixels[place]!, pixels[place + 1]!, pixels[place + 2]!]);
  let most = 0;
  for (let place = 0; place < a.length; place += 4) {
    const others = at(b, place);
    for (const [index, value] of at(a, place).entries()) {
      most = Math.max(most, Math.abs(value - others[index]!));
    }
  }
  return most;
}

/** The RGBA bytes of a canvas as a new frame, recoloured. */
function recoloured(
  canvas: HTMLCanvasElement,
  palette: Palette,
  alpha = 1,
  before = () => {},
): Uint8ClampedArray {
  before();
  const texture = recolourer.recolour(taken(input, canvas), palette, alpha);
  return bytesOfTexture(gl, texture);
}
