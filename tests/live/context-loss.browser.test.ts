import {afterAll, afterEach, beforeAll, beforeEach, expect, it, vi} from 'vitest';
import type {Paint} from '../../src/gpu/painter.ts';
import {meanDifference, pixelsOf} from './canvas-pixels.ts';
import {COOL, Stage, stripes, STYLE_SIDE, WARM} from './stage.ts';
import {toyModel} from './toy-model.ts';

let stage: Stage;
let warm: Paint;

beforeAll(async () => {
  stage = await Stage.open();
  warm = await stage.paint(WARM);
});

beforeEach(() => stage.reset(warm));

afterEach(() => {
  vi.restoreAllMocks();
});

afterAll(() => {
  stage.close();
});

it('paints the same picture again after each of two losses, with as many tensors', async () => {
  const {tensors} = stage.engine.stats();
  stage.draw();
  const before = pixelsOf(stage.canvas);
  for (let loss = 0; loss < 2; loss++) {
    await stage.lose();
    expect(stage.draw()).toBe(false);
    expect(stage.engine.stats().running).toBe(false);
    await stage.restore();
    await stage.frames(2);
    // What analyses styles comes back when a style is analysed.
    await stage.paint(WARM);
    expect(stage.engine.stats()).toMatchObject({running: true, tensors});
    stage.draw();
    expect(meanDifference(pixelsOf(stage.canvas), before)).toBeLessThan(0.5);
  }

  expect(stage.errors).toEqual([]);
});

it('paints by itself when the context is back, with what was set meanwhile', async () => {
  const cool = await stage.paint(COOL);
  stage.draw();
  const before = pixelsOf(stage.canvas);
  await stage.lose();
  stage.setPaint(cool);
  const next = stage.nextPicture();
  await stage.restore();

  expect(meanDifference(await next, before)).toBeGreaterThan(2);
});

it('paints nothing from the moment of the loss', async () => {
  const lost = stage.lost();
  stage.loseSoon();

  expect(stage.draw()).toBe(false);
  expect(stage.told).not.toContain('onLost');
  await lost;
  await stage.restore();
});

it('settles analyses that waited for the context', async () => {
  const underWay = stage.engine.analyzeStyle(stage.model, ...stripes(WARM), STYLE_SIDE);
  await stage.lose();
  const begunWithout = stage.engine.analyzeStyle(stage.model, ...stripes(WARM), STYLE_SIDE);
  await stage.restore();

  expect(await underWay).toEqual(warm.layers[0]!.code);
  expect(await begunWithout).toEqual(warm.layers[0]!.code);
});

it('recovers when the context is lost again while it is built anew', async () => {
  await stage.lose();
  const {prototype} = WebGL2RenderingContext;
  const {createTexture} = prototype;
  const spy = vi.spyOn(prototype, 'createTexture').mockImplementationOnce(function (
    this: WebGL2RenderingContext,
  ) {
    stage.loseSoon();
    return createTexture.call(this);
  });
  const lostAgain = stage.lost();
  stage.restoreSoon();
  await lostAgain;
  expect(spy).toHaveBeenCalled();
  expect(stage.told).not.toContain('onRestored');
  expect(stage.draw()).toBe(false);
  await stage.restore();
  await stage.frames(3);

  expect(stage.told.filter((event) => event === 'onRestored')).toHaveLength(1);
  expect(stage.errors).toEqual([]);
});

it('brings a network that was on its way, and all that were there', async () => {
  const other = toyModel(11);
  const coming = stage.engine.addNetwork(other);
  await stage.lose();
  await stage.restore();
  await coming;
  stage.setPaint(await stage.paint(WARM, other));
  await stage.frames(1);
  await stage.lose();
  await stage.restore();
  await stage.frames(1);
  stage.setPaint(warm);
  await stage.frames(1);
  stage.engine.removeNetwork(other);

  expect(stage.errors).toEqual([]);
});

it('stays silent when it is disposed while the context is away', async () => {
  await stage.lose();
  stage.engine.dispose();
  const told = stage.told.length;
  const back = new Promise((resolve) => {
    stage.canvas.addEventListener('webglcontextrestored', resolve, {once: true});
  });
  stage.restoreSoon();
  await back;
  stage.source.tick();

  expect(stage.told).toHaveLength(told);
  expect(stage.draw()).toBe(false);
});
