import {afterEach, beforeAll, beforeEach, describe, expect, it, vi} from 'vitest';
import {PERSON_FILES} from '../../../../src/app/networks/person-files.ts';
import {openPainter} from '../../../../src/gpu/open-painter.ts';
import type {
  Cover,
  Paint,
  PaintedMask,
  Painter,
  PaintLayer,
  Region,
} from '../../../../src/gpu/painter.ts';
import {paletteOf} from '../../../../src/network/palette.ts';
import {
  loadPersonNetwork,
  type PersonNetwork,
} from '../../../../src/network/person/person-network.ts';
import {plainStyle} from '../../../../src/network/plain-style.ts';
import {USUAL} from '../../../app/usual-look.ts';
import {meanDifference, pixelsOf} from '../../../live/canvas-pixels.ts';
import {toyModel} from '../../../live/toy-model.ts';
import {wait} from '../../gl-fixture.ts';
import {striped} from '../../striped.ts';
import {createTuningMemory, FEW_TARGETS} from '../../tuning-memory.ts';
import {figure, noise} from './figures.ts';

const SIZE = {width: 64, height: 64};
const VIEW = {mirror: false, divider: 0, enlarged: false};
const EDGE = {threshold: 0.5, feather: 0.2};
const NETWORK = toyModel();
const MEMORY = createTuningMemory(FEW_TARGETS);
const events = {onLost: () => {}, onRestored: () => {}, onFailed: () => {}};

/** The middle of a person, and of the wall behind, as `figure` draws them. */
const PERSON = {x: 32, y: 52};
const WALL = {x: 4, y: 6};

const FRAME: Cover = {by: 'frame'};
const ONE: Cover = {by: 'paint', layer: 0};
const OTHER: Cover = {by: 'paint', layer: 1};
const RED: Cover = {by: 'colour', rgb: [1, 0, 0]};

let network: PersonNetwork;
let canvas: HTMLCanvasElement;
let painter: Painter;

beforeAll(async () => {
  network = await loadPersonNetwork(PERSON_FILES);
});
beforeEach(async () => {
  canvas = document.createElement('canvas');
  painter = await openPainter({canvas, network: NETWORK, size: SIZE, wait, memory: MEMORY, events});
  takeFrame(figure({x: 0.5, y: 0.55}));
});
afterEach(() => {
  painter.dispose();
  canvas.getContext('webgl2')!.getExtension('WEBGL_lose_context')?.loseContext();
});

describe('persons and what is behind them', () => {
  beforeEach(() => painter.openRegions(network));

  it('are covered each with its own', () => {
    const filmed = painted(paintOf([]));
    const whole = painted(paintOf([layerOf('#fff8e0', '#203080')]));
    const person = painted(paintOf(whole.layers, {person: ONE, background: FRAME}));
    const background = painted(paintOf(whole.layers, {person: FRAME, background: ONE}));

    for (const {x, y, painting, other} of [
      {...PERSON, painting: person, other: background},
      {...WALL, painting: background, other: person},
    ]) {
      expect(distance(at(painting, x, y), at(whole, x, y))).toBeLessThan(3);
      expect(distance(at(other, x, y), at(filmed, x, y))).toBeLessThan(3);
      expect(distance(at(painting, x, y), at(other, x, y))).toBeGreaterThan(20);
    }
  });

  it('in the same style twice are painted as one', () => {
    const layer = layerOf('#fff8e0', '#203080');
    const one = painted(paintOf([layer]));
    const two = painted(paintOf([layer, layer], {person: ONE, background: OTHER}));

    expect(meanDifference(two.pixels, one.pixels)).toBeLessThan(0.5);
    expect(largest(two.pixels, one.pixels)).toBeLessThanOrEqual(3);
  });

  it('in two styles are painted in each, and in the same the other way round', () => {
    const [light, dark] = [layerOf('#fff8e0', '#e0c080'), layerOf('#102038', '#203858')];
    const covers = {person: ONE, background: OTHER};
    const one = painted(paintOf([light, dark], covers));
    const other = painted(paintOf([dark, light], covers));

    for (const picture of [
      {lit: at(one, PERSON.x, PERSON.y), unlit: at(one, WALL.x, WALL.y)},
      {lit: at(other, WALL.x, WALL.y), unlit: at(other, PERSON.x, PERSON.y)},
    ]) {
      expect(picture.lit[0]).toBeGreaterThan(picture.unlit[0]! + 40);
    }
  });

  it('may be left out: the canvas is clear there, and its edge has its colours multiplied in', () => {
    const {pixels} = painted(
      paintOf([layerOf('#fff8e0', '#203080')], {person: ONE, background: {by: 'none'}}),
    );
    const alphas = pixels.filter((_, place) => place % 4 === 3);

    expect(alphas[WALL.y * SIZE.width + WALL.x]).toBe(0);
    expect(alphas[PERSON.y * SIZE.width + PERSON.x]).toBe(255);
    expect(alphas.some((alpha) => alpha > 20 && alpha < 235)).toBe(true);
    const gl = canvas.getContext('webgl2')!;
    painter.paint(paintOf([], {person: RED, background: {by: 'none'}}), SIZE, VIEW);
    const raw = new Uint8Array(4 * SIZE.width * SIZE.height);
    gl.bindFramebuffer(gl.FRAMEBUFFER, null);
    gl.readPixels(0, 0, SIZE.width, SIZE.height, gl.RGBA, gl.UNSIGNED_BYTE, raw);
    for (let place = 0; place < raw.length; place += 4) {
      expect(Math.abs(raw[place]! - raw[place + 3]!)).toBeLessThanOrEqual(1);
    }
  });

  it('may have one colour, or be blurred', () => {
    const red = painted(paintOf([], {person: FRAME, background: RED}));
    expect(at(red, WALL.x, WALL.y)).toEqual([255, 0, 0]);

    takeFrame(noise());
    painter.startScene();
    const filmed = painted(paintOf([]));
    const blurred = painted(paintOf([], {person: FRAME, background: {by: 'blur'}}));
    expect(roughness(blurred.pixels)).toBeLessThan(0.2 * roughness(filmed.pixels));
  });

  it('are all background where nobody is', () => {
    const canvasOfNoise = noise();
    takeFrame(canvasOfNoise);
    painter.startScene();
    const {pixels} = painted(paintOf([], {person: FRAME, background: RED}));
    const reds = pixels.filter(
      (_, place) => place % 4 === 0 && pixels[place]! > 240 && pixels[place + 1]! < 16,
    );
    expect(reds.length).toBeGreaterThan(0.95 * SIZE.width * SIZE.height);
  });

  it('are found at every size, in a picture that lies and in one that stands', () => {
    for (const size of [
      {width: 96, height: 48},
      {width: 48, height: 96},
      {width: 160, height: 160},
    ]) {
      painter.paint(paintOf([], {person: FRAME, background: RED}), size, VIEW);
      const pixels = pixelsOf(canvas);
      const middle = 4 * (Math.round(0.6 * size.height) * size.width + size.width / 2);
      expect(pixels[middle + 1]!).toBeGreaterThan(30);
      expect([...pixels.subarray(0, 3)]).toEqual([255, 0, 0]);
    }
  });
});

it('paints all over with the first layer as long as nobody tells persons', async () => {
  const layers = [layerOf('#fff8e0', '#203080'), layerOf('#102038', '#203858')];
  const whole = painted(paintOf(layers.slice(0, 1)));
  const covers = {person: OTHER, background: ONE};
  expect(largest(painted(paintOf(layers, covers)).pixels, whole.pixels)).toBe(0);

  await painter.openRegions(network);
  await painter.openRegions(network);
  expect(largest(painted(paintOf(layers, covers)).pixels, whole.pixels)).toBeGreaterThan(20);
});

describe('what somebody has painted', () => {
  /** Red in the left half, green in the upper half, and in a corner both. */
  function quarters(): PaintedMask & {picture: HTMLCanvasElement} {
    const picture = Object.assign(document.createElement('canvas'), {width: 32, height: 32});
    const context = picture.getContext('2d', {alpha: false})!;
    context.globalCompositeOperation = 'lighter';
    context.fillStyle = '#f00';
    context.fillRect(0, 0, 16, 32);
    context.fillStyle = '#0f0';
    context.fillRect(0, 0, 32, 16);
    return {picture, version: 1};
  }
  const BLUE: Cover = {by: 'colour', rgb: [0, 0, 1]};
  const WHITE: Cover = {by: 'colour', rgb: [1, 1, 1]};

  it('is covered region over region, where it is, without anybody being looked for', async () => {
    await painter.openRegions();
    const shown = painted(paintOf([], {background: WHITE, red: RED, green: BLUE}, quarters()));

    expect(at(shown, 10, 50)).toEqual([255, 0, 0]);
    expect(at(shown, 50, 10)).toEqual([0, 0, 255]);
    expect(at(shown, 10, 10)).toEqual([0, 0, 255]);
    expect(at(shown, 50, 50)).toEqual([255, 255, 255]);
  });

  it('lies over persons, in styles of its own', async () => {
    await painter.openRegions(network);
    const layers = [
      layerOf('#fff8e0', '#e0c080'),
      layerOf('#102038', '#203858'),
      layerOf('#f0f0f0', '#b0b0b0'),
    ];
    const covers = {background: ONE, person: OTHER, red: {by: 'paint', layer: 2}} as const;
    const shown = painted(paintOf(layers, covers, quarters()));
    const without = painted(paintOf(layers, {background: ONE, person: OTHER}, quarters()));

    expect(distance(at(shown, 26, 54), at(without, 26, 54))).toBeGreaterThan(40);
    expect(distance(at(shown, 38, 54), at(without, 38, 54))).toBeLessThan(40);
  });

  it('is seen as it is changed, and uploaded then only', async () => {
    await painter.openRegions();
    const mask = quarters();
    const paint = paintOf([], {background: WHITE, red: RED}, mask);
    expect(at(painted(paint), 50, 50)).toEqual([255, 255, 255]);
    const context = mask.picture.getContext('2d')!;
    context.fillStyle = '#f00';
    context.fillRect(0, 0, 32, 32);
    const gl = canvas.getContext('webgl2')!;
    const upload = vi.spyOn(gl, 'texImage2D');
    painted({...paint, layers: []});
    expect(upload).not.toHaveBeenCalled();
    mask.version++;

    expect(at(painted({...paint, layers: []}), 50, 50)).toEqual([255, 0, 0]);
    expect(upload).toHaveBeenCalledTimes(1);
  });
});

it('finds persons again after the GPU was lost', async () => {
  await painter.openRegions(network);
  const covers = {person: FRAME, background: RED};
  const before = painted(paintOf([], covers)).pixels;
  const lost = canvas.getContext('webgl2')!.getExtension('WEBGL_lose_context')!;
  const told = new Promise((resolve) => {
    canvas.addEventListener('webglcontextlost', resolve);
  });
  lost.loseContext();
  await told;
  // The context can be restored only after the event of its loss.
  await wait(0);
  lost.restoreContext();
  await expect.poll(() => painter.away, {timeout: 20_000}).toBe(false);
  takeFrame(figure({x: 0.5, y: 0.55}));

  await expect
    .poll(() => largest(painted(paintOf([], covers)).pixels, before), {timeout: 20_000})
    .toBeLessThanOrEqual(2);
});

type Painted = {pixels: Uint8ClampedArray; layers: readonly PaintLayer[]};

function painted(paint: Paint): Painted {
  expect(painter.paint(paint, SIZE, VIEW)).toBe(true);
  return {pixels: pixelsOf(canvas), layers: paint.layers};
}

function paintOf(
  layers: readonly PaintLayer[],
  covers?: {person?: Cover; background: Cover; red?: Cover; green?: Cover},
  mask?: PaintedMask,
): Paint {
  // Another list is another look, so nothing is blended with what was painted before.
  const paint: Paint = {network: NETWORK, layers: [...layers], ...USUAL};
  if (!covers) return paint;
  const over = (['person', 'red', 'green'] as const).flatMap((where): Region[] => {
    const cover = covers[where];
    return cover ? [{where, cover}] : [];
  });
  return {...paint, regions: {background: covers.background, over, edge: EDGE, mask}};
}

/** A style with the palette of a picture in two colours. */
function layerOf(paper: string, stripe: string): PaintLayer {
  const palette = paletteOf(pixelsOf(striped(SIZE, paper, stripe)));
  return {code: {statistics: plainStyle(NETWORK.architecture), palette}, alpha: 1};
}

function takeFrame(picture: ImageData) {
  const {width, height} = picture;
  painter.take({image: picture, size: {width, height}, timeMs: 0, close: () => {}});
}

function at({pixels}: Painted, x: number, y: number): number[] {
  return [...pixels.subarray(4 * (y * SIZE.width + x)).subarray(0, 3)];
}

function distance(one: number[], other: number[]): number {
  return Math.max(...one.map((value, index) => Math.abs(value - other[index]!)));
}

function largest(one: Uint8ClampedArray, other: Uint8ClampedArray): number {
  return one.reduce((most, value, place) => Math.max(most, Math.abs(value - other[place]!)), 0);
}

/** How much a pixel differs from the next, on the mean. */
function roughness(pixels: Uint8ClampedArray): number {
  let sum = 0;
  for (let place = 4; place < pixels.length; place++)
    sum += Math.abs(pixels[place]! - pixels[place - 4]!);
  return sum / pixels.length;
}
