import {afterAll, afterEach, beforeAll, beforeEach, expect, it} from 'vitest';
import type {Paint} from '../../src/gpu/painter.ts';
import type {FitContent} from '../../src/network/fitting/fit-contents.ts';
import type {Fitter, KeptFit} from '../../src/network/fitting/fitter.ts';
import {paletteOf} from '../../src/network/palette.ts';
import {readToy} from '../network/fitting/toy-fit.ts';
import {meanDifference, pixelsOf} from './canvas-pixels.ts';
import {Stage, stripes, WARM} from './stage.ts';

const RECIPE = {
  name: 'toy',
  styleWeight: 40,
  steps: 20,
  batches: 20,
  count: 1,
  side: 32,
  rate: 3e-2,
  steadyShare: 0,
};

let stage: Stage;
let paint: Paint;
let fitter: Fitter;

beforeAll(async () => {
  stage = await Stage.open();
});
beforeEach(async () => {
  paint = await stage.paint(WARM);
  await stage.reset(paint);
  fitter = await openFitter();
});
afterEach(() => {
  fitter.dispose();
});
afterAll(() => {
  stage.close();
});

it('learns while the picture goes on, which shows what is learnt', async () => {
  stage.draw();
  const before = pixelsOf(stage.canvas);
  const ticking = setInterval(() => stage.source.tick(), 20);
  let fewest = Infinity;
  for (let step = 0; step < 2; step++) {
    const painted = stage.times.length;
    await fitter.step();
    fewest = Math.min(fewest, stage.times.length - painted);
  }
  clearInterval(ticking);
  const {brush, steps} = await fitter.read();

  // Four pieces a step, and a frame after each.
  expect(fewest).toBeGreaterThanOrEqual(4);
  expect(steps).toBe(2);
  const code = {...paint.layers[0]!.code, brushes: [{brush, share: 1}]};
  stage.setPaint({...paint, layers: [{code, alpha: 1}]});
  stage.draw();
  expect(meanDifference(pixelsOf(stage.canvas), before)).toBeGreaterThan(2);
});

it('ends where the GPU goes away, and goes on from what was read', async () => {
  await fitter.step();
  const kept = await fitter.read();
  await stage.lose();
  await expect(fitter.step()).rejects.toThrow();
  await stage.restore();
  await stage.frames(2);
  expect(stage.engine.stats().running).toBe(true);

  const again = await openFitter(kept);
  await again.step();
  expect(again.steps).toBe(2);
  again.dispose();
});

function openFitter(start?: KeptFit): Promise<Fitter> {
  const picture = contentOf(WARM);
  return stage.engine.openFitter({
    network: stage.model,
    lossWeights: readToy().lossWeights,
    style: {
      statistics: paint.layers[0]!.code.statistics,
      palette: paletteOf(picture.pixels),
      picture,
    },
    contents: [contentOf(['#222', '#aaa', '#48c'])],
    recipe: RECIPE,
    start,
  });
}

function contentOf(colors: string[]): FitContent {
  const [canvas, {width, height}] = stripes(colors);
  const pixels = canvas.getContext('2d')!.getImageData(0, 0, width, height).data;
  return {pixels, width, height};
}
