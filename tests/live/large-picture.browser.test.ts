import {afterAll, beforeAll, beforeEach, describe, expect, it} from 'vitest';
import type {Paint} from '../../src/gpu/painter.ts';
import {frameOf} from '../../src/live/sources/frame-of.ts';
import type {FrameSource} from '../../src/live/sources/frame-source.ts';
import {openStill} from '../../src/live/sources/still-source.ts';
import {exampleFrame} from '../gpu/fused-fixture.ts';
import {createTileTaker, differences} from '../gpu/webgl/tiles/painted-tiles.ts';
import {pictureFile, whitePng} from './bad-files.ts';
import {meanDifference, pixelsOf} from './canvas-pixels.ts';
import {BLUE, GREEN, RED} from './manual-source.ts';
import {COOL, Stage, WARM} from './stage.ts';

const SIZE = {width: 192, height: 64};

let stage: Stage;
let paint: Paint;

beforeAll(async () => {
  stage = await Stage.open();
  paint = await stage.paint(WARM);
});
beforeEach(() => stage.reset(paint));
afterAll(() => {
  stage.close();
});

describe('a large picture', () => {
  async function paintLarge(turn?: () => Promise<void>) {
    const taker = createTileTaker(SIZE);
    const frame = frameOf(exampleFrame(SIZE));
    const painting = {size: SIZE, tileSide: 176, turn};
    await stage.engine.paintLarge(paint, frame, painting, taker.take);
    return taker;
  }

  it('is painted while the live one goes on, a frame after each piece', async () => {
    const before = stage.times.length;
    let turns = 0;
    const {tiles, pixels} = await paintLarge(() => Promise.resolve(void turns++));

    expect(tiles).toHaveLength(2);
    expect(turns).toBeGreaterThan(4);
    expect(stage.times.length - before).toBeGreaterThanOrEqual(turns);
    expect(differences(pixels, pixelsOf(exampleFrame(SIZE))).mean).toBeGreaterThan(5);
  });

  it('lets the live one go on while it is paused', async () => {
    const cool = await stage.paint(COOL);
    stage.draw();
    const before = pixelsOf(stage.canvas);
    let shown = before;
    await paintLarge(async () => {
      if (shown !== before) return;
      const next = stage.nextPicture();
      stage.setPaint(cool);
      shown = await next;
    });

    expect(meanDifference(shown, before)).toBeGreaterThan(2);
  });

  it('leaves the loop running where it fails', async () => {
    const failing = paintLarge(() => Promise.reject(new Error('stopped')));
    await expect(failing).rejects.toThrow('stopped');
    const {length} = stage.times;
    await stage.frames(2);

    expect(stage.times.length).toBeGreaterThanOrEqual(length + 2);
  });
});

describe('the full picture', () => {
  /** A source whose picture has more pixels than its frames. */
  function withFull(kind: FrameSource['kind'], fails = false): FrameSource {
    const {source} = stage;
    source.fill(RED);
    const take = async () => {
      if (fails) throw new Error('no photo');
      return frameOf(await createImageBitmap(exampleFrame({width: 640, height: 480})));
    };
    const full = {size: () => Promise.resolve({width: 640, height: 480}), take};
    return Object.assign(Object.create(source) as FrameSource, {kind, full});
  }

  it('of a source that has none is its frame', async () => {
    stage.source.fill(BLUE);
    const frame = (await stage.engine.takeFull())!;

    expect(await stage.engine.fullSize()).toEqual({width: 64, height: 48});
    expect(frame.size).toEqual({width: 64, height: 48});
    expect([...pixelsOf(frame.image as ImageBitmap).subarray(0, 3)]).toEqual(BLUE);
    frame.close();
    expect((frame.image as ImageBitmap).width).toBe(0);
  });

  it('of a camera is a photo; of one that takes none, its frame', async () => {
    stage.engine.setSource(withFull('camera'));
    expect(await stage.engine.fullSize()).toEqual({width: 640, height: 480});
    expect((await stage.engine.takeFull())!.size).toEqual({width: 640, height: 480});

    stage.engine.setSource(withFull('camera', true));
    expect((await stage.engine.takeFull())!.size).toEqual({width: 64, height: 48});
  });

  it('of a camera that is held is the frame that is held', async () => {
    const source = withFull('camera');
    stage.engine.setSource(source);
    stage.draw();
    stage.engine.setFrozen(true);
    stage.source.fill(GREEN);
    const frame = (await stage.engine.takeFull())!;

    expect(await stage.engine.fullSize()).toEqual({width: 64, height: 48});
    expect([...pixelsOf(frame.image as ImageBitmap).subarray(0, 3)]).toEqual(RED);
  });

  it('of a still is all of its file, held or not', async () => {
    const file = await whitePng(5000, 400);
    const still = await openStill(file, 'wide');
    stage.engine.setSource(still);
    for (const frozen of [false, true]) {
      stage.engine.setFrozen(frozen);
      const frame = (await stage.engine.takeFull())!;

      expect(still.size()).toEqual({width: 2048, height: 164});
      expect(await stage.engine.fullSize()).toEqual({width: 5000, height: 400});
      expect(frame.size).toEqual({width: 5000, height: 400});
      frame.close();
    }
  });

  it('of a still that went away is an error', async () => {
    stage.engine.setSource(withFull('image', true));
    await expect(stage.engine.takeFull()).rejects.toThrow('no photo');
  });

  it('is none without a source', async () => {
    stage.engine.setSource(undefined);

    expect(await stage.engine.fullSize()).toBeUndefined();
    expect(await stage.engine.takeFull()).toBeUndefined();
  });
});

it('is decoded onto white where it is small, and as it is where no canvas is as large', async () => {
  const clear = await openStill(await pictureFile(40, 30, () => {}), 'clear');
  const small = await clear.full!.take();
  expect(small.image).toBeInstanceOf(HTMLCanvasElement);
  expect([...pixelsOf(small.image as HTMLCanvasElement).subarray(0, 4)]).toEqual([
    255, 255, 255, 255,
  ]);

  const large = await (await openStill(await whitePng(30_000, 800), 'strip')).full!.take();
  expect(large.size).toEqual({width: 30_000, height: 800});
  expect(large.image).toBeInstanceOf(ImageBitmap);
  large.close();
});
