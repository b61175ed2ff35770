import {afterEach, beforeEach, describe, expect, it} from 'vitest';
import type {Paint} from '../../../../src/gpu/painter.ts';
import {createFrameInput, type FrameInput} from '../../../../src/gpu/webgl/picture/frame-input.ts';
import {createToner, type Toner} from '../../../../src/gpu/webgl/picture/toner.ts';
import type {BrushShare} from '../../../../src/network/brush.ts';
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

/** How far it goes without a brush, with one, and with one that was learnt in the page. */
const [PLAIN, BRUSHED, LEARNT] = [0.65, 0.8, 0.5];
const LAYERS = layersOf(WARM);

type Strength = {alpha?: number; brushes?: readonly BrushShare[]};

let gl: WebGL2RenderingContext;
let input: FrameInput;
let toner: Toner;
let timeMs: number;

beforeEach(() => {
  gl = openTestContext();
  timeMs = 1000;
  input = createFrameInput(gl);
  toner = createToner(gl, () => timeMs);
});
afterEach(() => {
  toner.dispose();
  input.dispose();
});

describe('a painting', () => {
  it.each([
    ['without a brush', PLAIN, []],
    ['with half of one', (PLAIN + BRUSHED) / 2, [{brush: new Map(), share: 0.5}]],
    ['with one', BRUSHED, [{brush: new Map(), share: 1}]],
    ['with one of its own', LEARNT, [{brush: new Map(), share: 1, toned: LEARNT}]],
    [
      'between two',
      (BRUSHED + LEARNT) / 2,
      [
        {brush: new Map(), share: 0.5},
        {brush: new Map(), share: 0.5, toned: LEARNT},
      ],
    ],
  ])('comes near the tones of the style %s', (_, share, brushes) => {
    const own = paletteOfCanvas(COLOURFUL).tones;
    const {tones} = paletteOf(toned(COLOURFUL, layersOf(WARM, {brushes})));

    tones.forEach((tone, index) => {
      const wanted = own[index]! + share * (WARM.tones[index]! - own[index]!);
      expect(Math.abs(tone - wanted)).toBeLessThan(0.02);
    });
  });

  it('is as networks are measured', () => {
    const painting = paintedCanvas(SIZE, (x, y) => [(x * 4 + y) % 256, (y * 5) % 256, 60 + x]);
    const style = paintedCanvas(SIZE, (x, y) => [100 + x, 200 - ((x + y) % 100), (x * y) % 256]);
    const pixels = toned(painting, layersOf(paletteOfCanvas(style)));

    // The same numbers are in `test_fit.py`.
    const expected = [
      [65.6, 69.6, 21.4],
      [100.9, 103.0, 55.7],
      [137.4, 132.4, 98.8],
      [173.8, 161.4, 145.5],
      [79.1, 196.8, 193.4],
    ];
    expected.forEach((values, index) => {
      const [x, y] = [index * 15, index * 11];
      values.forEach((value, channel) => {
        const at = 4 * (y * SIZE.width + x) + channel;
        expect(Math.abs(pixels[at]! - value)).toBeLessThanOrEqual(1.5);
      });
    });
  });

  it('stays as it is at strength 0, lies half-way at a half, and goes not past the whole', () => {
    const own = bytesOf(COLOURFUL);
    const all = toned(COLOURFUL, layersOf(WARM));

    expect(
      largestDifference(toned(COLOURFUL, layersOf(WARM, {alpha: 0})), own),
    ).toBeLessThanOrEqual(1);
    const between = own.map((value, index) => Math.round((value + all[index]!) / 2));
    expect(
      largestDifference(toned(COLOURFUL, layersOf(WARM, {alpha: 0.5})), between),
    ).toBeLessThanOrEqual(2);
    expect(toned(COLOURFUL, layersOf(WARM, {alpha: 1.5}))).toEqual(all);
  });

  it('gets no hue from a grey style', () => {
    const painting = paintedCanvas(SIZE, (x, y) => [x * 3, x * 3 + (y % 2), x * 3]);

    expect(
      largestChroma(toned(painting, layersOf(GREY, {brushes: [{brush: new Map(), share: 1}]}))),
    ).toBeLessThan(0.02);
  });

  it('of one colour, or in a style of one, is a picture', () => {
    const flat = paintedCanvas(SIZE, () => [40, 40, 40]);

    for (const pixels of [
      toned(flat, layersOf(WARM)),
      toned(COLOURFUL, layersOf(paletteOfCanvas(flat))),
    ]) {
      expect(pixels.some((value, index) => index % 4 !== 3 && value > 20)).toBe(true);
    }
    expect(new Set(toned(flat, layersOf(WARM))).size).toBeLessThanOrEqual(4);
  });
});

it('leaves a painting without a palette as it is', () => {
  const frame = taken(input, COLOURFUL);
  const layer = {code: {statistics: {}}, alpha: 1};

  expect(toner.tone(frame.texture, frame, layer, {layers: [layer]})).toBe(frame.texture);
});

describe('what is known of the paintings', () => {
  it('changes slowly: the next one is mapped much as the one before', () => {
    const before = toned(COLOURFUL, LAYERS);
    timeMs += 20;
    toned(BLUE, LAYERS);
    timeMs += 20;

    expect(largestDifference(toned(COLOURFUL, LAYERS), before)).toBeLessThan(25);
    expect(largestDifference(toned(COLOURFUL, LAYERS), before)).toBeGreaterThan(0);
  });

  it.each([
    ['comes to a new one in the end', () => void (timeMs += 1e5), LAYERS],
    ['is of a new scene at once', () => toner.restart(), LAYERS],
    ['is of other layers at once', () => {}, layersOf(WARM)],
  ])('%s', (_, next, layers) => {
    toned(COLOURFUL, LAYERS);
    next();
    const after = toned(BLUE, layers);
    toner.restart();

    expect(largestDifference(after, toned(BLUE, LAYERS))).toBeLessThanOrEqual(1);
  });

  it('is what it was while the look is driven', () => {
    const drivenFrom: Paint['layers'] = [];
    const driven = (canvas: HTMLCanvasElement) => {
      const frame = taken(input, canvas);
      const paint = {layers: layersOf(WARM), drivenFrom};
      const texture = toner.tone(frame.texture, frame, paint.layers[0]!, paint);
      return bytesOfTexture(gl, texture);
    };
    const before = driven(COLOURFUL);
    timeMs += 20;
    driven(BLUE);
    timeMs += 20;

    expect(largestDifference(driven(COLOURFUL), before)).toBeLessThan(25);
  });

  it('is measured once a frame', () => {
    const frame = taken(input, COLOURFUL);
    toner.tone(frame.texture, frame, LAYERS[0]!, {layers: LAYERS});
    const made = countMade(gl);
    timeMs += 1e6;
    let draws = 0;
    const {drawArrays} = gl;
    gl.drawArrays = (...parameters) => (draws++, drawArrays.apply(gl, parameters));
    for (let time = 0; time < 50; time++)
      toner.tone(frame.texture, frame, LAYERS[0]!, {layers: LAYERS});

    expect(draws).toBe(50);
    expect(made()).toBe(0);
  });
});

function layersOf(palette: Palette, {alpha = 1, brushes = []}: Strength = {}): Paint['layers'] {
  return [{code: {statistics: {}, palette, brushes}, alpha}];
}

/** The RGBA bytes of a canvas as the painting of a new frame, toned. */
function toned(canvas: HTMLCanvasElement, layers: Paint['layers']): Uint8ClampedArray {
  const frame = taken(input, canvas);
  return bytesOfTexture(gl, toner.tone(frame.texture, frame, layers[0]!, {layers}));
}
