import {expect, it, vi} from 'vitest';
import {createGraphStylizer} from '../../../src/gpu/tensorflow/graph-stylizer.ts';
import {countTensors, startTensorFlow} from '../../../src/gpu/tensorflow/tensorflow-backend.ts';
import type {Stylizer} from '../../../src/gpu/webgl/stylizer.ts';
import {timeFrames} from '../../../src/gpu/webgl/time-frames.ts';
import {randomWeights} from '../../random-weights.ts';
import {toyArchitecture} from '../../toy-architecture.ts';
import {openTestContext, wait} from '../gl-fixture.ts';

const SIZE = {width: 32, height: 16};
const ARCHITECTURE = toyArchitecture();

/** A stylizer that holds the page up for so long. */
function slowStylizer(frameMs: number) {
  const render = vi.fn(() => {
    const end = performance.now() + frameMs;
    while (performance.now() < end);
  });
  return {kind: 'fused', render} as unknown as Stylizer & {render: typeof render};
}

it('tells what a frame takes', async () => {
  const stylizer = slowStylizer(10);
  const ms = await timeFrames(openTestContext(), stylizer, ARCHITECTURE, SIZE, wait);

  expect(ms).toBeGreaterThanOrEqual(10);
  expect(ms).toBeLessThan(40);
});

it('does not try a slow one long', async () => {
  const stylizer = slowStylizer(120);
  const ms = await timeFrames(openTestContext(), stylizer, ARCHITECTURE, SIZE, wait);

  expect(ms).toBeGreaterThanOrEqual(120);
  expect(stylizer.render).toHaveBeenCalledTimes(2);
});

it('paints any network, and leaves nothing behind', async () => {
  const gl = openTestContext();
  await startTensorFlow(gl);
  const stylizer = createGraphStylizer(ARCHITECTURE, randomWeights(ARCHITECTURE));
  const ms = await timeFrames(gl, stylizer, ARCHITECTURE, SIZE, wait);
  stylizer.dispose();

  expect(ms).toBeGreaterThan(0);
  expect(countTensors()).toBe(0);
  expect(gl.getError()).toBe(gl.NO_ERROR);
});
