import {afterEach, beforeEach, describe, expect, it, vi} from 'vitest';
import {openPainter} from '../../../src/gpu/open-painter.ts';
import type {Paint, Painter} from '../../../src/gpu/painter.ts';
import {countTensors} from '../../../src/gpu/tensorflow/load-reference.ts';
import type {LoadedNetwork} from '../../../src/network/load-network.ts';
import {paletteOf} from '../../../src/network/palette.ts';
import {plainStyle} from '../../../src/network/plain-style.ts';
import {USUAL} from '../../app/usual-look.ts';
import {meanDifference, pixelsOf} from '../../live/canvas-pixels.ts';
import {toyModel} from '../../live/toy-model.ts';
import {exampleFrame} from '../fused-fixture.ts';
import {wait} from '../gl-fixture.ts';
import {noisy} from '../noise.ts';
import {striped} from '../striped.ts';
import {createTuningMemory, FEW_TARGETS} from '../tuning-memory.ts';

const SIZE = {width: 48, height: 32};
const PLAIN = {mirror: false, divider: 0, enlarged: false};
const NETWORK = toyModel();
const OTHER = toyModel(11);

let canvas: HTMLCanvasElement;
let painter: Painter;
/** So that only the first painter tries the GPU out. */
const MEMORY = createTuningMemory(FEW_TARGETS);
const events = {onLost: vi.fn(), onRestored: vi.fn(), onFailed: vi.fn()};

beforeEach(() => {
  canvas = document.createElement('canvas');
});
afterEach(() => {
  painter.dispose();
  canvas.getContext('webgl2')!.getExtension('WEBGL_lose_context')?.loseContext();
  vi.restoreAllMocks();
});

async function open() {
  painter = await openPainter({canvas, network: NETWORK, size: SIZE, wait, memory: MEMORY, events});
  takeFrame();
}

function takeFrame(image = exampleFrame({width: 96, height: 64})) {
  painter.take({image, size: {width: 96, height: 64}, timeMs: 0, close: () => {}});
}

function paintWith(network: LoadedNetwork, alpha = 1): Paint {
  const code = {statistics: plainStyle(network.architecture)};
  return {network, layers: [{code, alpha}], ...USUAL};
}

/** What the canvas shows of a paint; undefined where nothing is painted. */
function painted(paint: Paint, size = SIZE): Uint8ClampedArray | undefined {
  return painter.paint(paint, size, PLAIN) ? pixelsOf(canvas) : undefined;
}

it('paints a frame in any size, and as often as is wanted', async () => {
  await open();
  const full = painted(paintWith(NETWORK))!;
  expect([canvas.width, canvas.height]).toEqual([48, 32]);
  const weak = painted(paintWith(NETWORK, 0))!;
  expect(meanDifference(full, weak)).toBeGreaterThan(0);
  painted(paintWith(NETWORK), {width: 32, height: 32});
  expect([canvas.width, canvas.height]).toEqual([32, 32]);

  expect(painted(paintWith(NETWORK))).toEqual(full);
  expect(await painter.finished()).toBe(true);
  expect(painter.stats(NETWORK)).toMatchObject({stylizer: 'fused', backend: 'webgl'});
});

it('keeps the painting of a still scene still, while it is painted with the same', async () => {
  await open();
  const paint = paintWith(NETWORK);
  const first = painted(paint)!;
  takeFrame(noisy(exampleFrame({width: 96, height: 64}), 3, 1));
  const steady = painted(paint)!;
  const anew = painted({...paint, layers: [...paint.layers]})!;

  expect(meanDifference(anew, first)).toBeGreaterThan(0.2);
  expect(meanDifference(steady, first)).toBeLessThan(0.3 * meanDifference(anew, first));
});

it('paints a still in a style as if it had never been in another', async () => {
  await open();
  const palettes = ['#e8d9b0 #203080', '#102010 #f06020'].map((colours) =>
    paletteOf(pixelsOf(striped(SIZE, ...(colours.split(' ') as [string, string])))),
  );
  const [one, other] = palettes.map((palette): Paint => {
    const code = {statistics: plainStyle(NETWORK.architecture), palette};
    return {network: NETWORK, layers: [{code, alpha: 1}], ...USUAL};
  }) as [Paint, Paint];
  const alone = painted(other)!;
  painter.dispose();
  canvas = document.createElement('canvas');
  await open();
  const before = painted(one)!;

  expect(meanDifference(before, alone)).toBeGreaterThan(1);
  expect(meanDifference(painted(other)!, alone)).toBeLessThan(0.2);
});

it('gives the frame back as it came', async () => {
  await open();
  const {data, width, height} = painter.readFrame()!;
  const frame = exampleFrame({width: 96, height: 64});

  expect([width, height]).toEqual([96, 64]);
  expect(meanDifference(data, pixelsOf(frame))).toBe(0);
});

describe('a network', () => {
  it('that paints goes when another does', async () => {
    await open();
    await painter.addNetwork(OTHER, SIZE);
    painted(paintWith(NETWORK));
    painter.removeNetwork(NETWORK);
    expect(painter.paints(NETWORK)).toBe(true);
    painted(paintWith(OTHER));

    expect([painter.paints(NETWORK), painter.paints(OTHER)]).toEqual([false, true]);
    expect(painted(paintWith(NETWORK))).toBeUndefined();
  });

  it('that was to go and is added again stays', async () => {
    await open();
    await painter.addNetwork(OTHER, SIZE);
    painted(paintWith(NETWORK));
    painter.removeNetwork(NETWORK);
    await painter.addNetwork(NETWORK, SIZE);
    painted(paintWith(OTHER));

    expect(painter.paints(NETWORK)).toBe(true);
  });

  it('that is removed while it comes is gone when it is there', async () => {
    await open();
    const coming = painter.addNetwork(OTHER, SIZE);
    painter.removeNetwork(OTHER);
    await coming;

    expect(painter.paints(OTHER)).toBe(false);
  });

  it('that is not in use is neither timed nor asked', async () => {
    await open();

    await expect(painter.timeNetwork(OTHER, SIZE)).rejects.toThrow('in use');
    await expect(painter.prepareAnalysis(OTHER, SIZE)).rejects.toThrow('in use');
    expect(painter.stats(OTHER).stylizer).toBe('none');
  });
});

it('stops at dispose', async () => {
  await open();
  const analysis = painter.analyzeStyle(NETWORK, exampleFrame(SIZE), SIZE, SIZE);
  await analysis;
  painter.dispose();
  const draw = vi.spyOn(WebGL2RenderingContext.prototype, 'drawArrays');
  takeFrame();

  expect(painter.away).toBe(true);
  expect(painter.frameSize).toBeUndefined();
  expect(painter.readFrame()).toBeUndefined();
  expect(painted(paintWith(NETWORK))).toBeUndefined();
  expect(draw).not.toHaveBeenCalled();
  expect(countTensors()).toBe(0);
});
