import {afterAll, beforeAll, expect, it} from 'vitest';
import {ContextLostError} from '../../src/gpu/context-lost-error.ts';
import type {Paint} from '../../src/gpu/painter.ts';
import {type FramePainterOptions, openFramePainter} from '../../src/live/frame-painter.ts';
import {frameOf} from '../../src/live/sources/frame-of.ts';
import {createTiledFrame} from '../../src/live/tiled-frame.ts';
import {exampleFrame} from '../gpu/fused-fixture.ts';
import {createTuningMemory, FEW_TARGETS} from '../gpu/tuning-memory.ts';
import {differences} from '../gpu/webgl/tiles/painted-tiles.ts';
import {pixelsOf} from './canvas-pixels.ts';
import {Stage, WARM} from './stage.ts';

const SIZE = {width: 192, height: 128};
const MEMORY = createTuningMemory(FEW_TARGETS);

let stage: Stage;
let paint: Paint;

beforeAll(async () => {
  // What the picture on the stage has found out of the GPU is good for frames, too.
  stage = await Stage.open({memory: MEMORY});
  paint = await stage.paint(WARM);
});
afterAll(() => {
  stage.close();
});

it('paints in tiles what it would paint at once', async () => {
  const whole = await painted({shortSide: 128});
  const tiled = await painted({shortSide: 128, largestWhole: 64});

  expect(differences(whole, pixelsOf(exampleFrame(SIZE))).mean).toBeGreaterThan(5);
  const {mean, share} = differences(tiled, whole);
  expect(mean).toBeLessThan(0.5);
  expect(share).toBeLessThan(0.1);
});

it('makes what it paints in tiles as large as is wanted', async () => {
  const size = {width: 384, height: 256};
  const pixels = await painted({shortSide: 96, largestWhole: 64, size});
  const small = await painted({shortSide: 96, largestWhole: 96, size});

  expect(pixels).toHaveLength(4 * 384 * 256);
  expect(differences(pixels, small).mean).toBeLessThan(2);
});

it('gives up a frame in tiles that is not wanted any more', async () => {
  const ending = new AbortController();
  ending.abort(new DOMException('Not wanted.', 'AbortError'));

  await expect(
    painted({shortSide: 128, largestWhole: 64, signal: ending.signal}),
  ).rejects.toMatchObject({name: 'AbortError'});
});

it('paints a frame in tiles anew that the GPU went away from', async () => {
  const errors = [new ContextLostError(), new Error('refused')];
  const painter = {paintLarge: () => Promise.reject(errors.shift()!)};
  const tiles = createTiledFrame(SIZE, SIZE, undefined);

  expect(await tiles.paint(painter, paint, frameOf(exampleFrame(SIZE)))).toBe(false);
  await expect(tiles.paint(painter, paint, frameOf(exampleFrame(SIZE)))).rejects.toThrow('refused');
  tiles.dispose();
});

/** The pixels of a frame that is painted so. */
async function painted(how: Pick<FramePainterOptions, 'shortSide'> & Partial<FramePainterOptions>) {
  const painter = await openFramePainter({
    network: stage.model,
    paintAt: () => paint,
    frame: SIZE,
    size: SIZE,
    memory: MEMORY,
    ...how,
  });
  try {
    return await painter.paint(exampleFrame(SIZE), 0, (canvas) => pixelsOf(canvas));
  } finally {
    painter.dispose();
  }
}
