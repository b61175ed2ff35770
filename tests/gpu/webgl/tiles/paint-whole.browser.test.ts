import {afterEach, beforeEach, expect, it, vi} from 'vitest';
import type {Paint} from '../../../../src/gpu/painter.ts';
import {createGraphStylizer} from '../../../../src/gpu/tensorflow/graph-stylizer.ts';
import {countTensors, startTensorFlow} from '../../../../src/gpu/tensorflow/tensorflow-backend.ts';
import {createFusedStylizer} from '../../../../src/gpu/webgl/fused-stylizer.ts';
import type {Stylizer} from '../../../../src/gpu/webgl/stylizer.ts';
import {paintLarge} from '../../../../src/gpu/webgl/tiles/paint-large.ts';
import {plainStyle} from '../../../../src/network/plain-style.ts';
import {USUAL} from '../../../app/usual-look.ts';
import {randomWeights} from '../../../random-weights.ts';
import {toyArchitecture} from '../../../toy-architecture.ts';
import {exampleFrame} from '../../fused-fixture.ts';
import {openTestContext, wait} from '../../gl-fixture.ts';
import {createTileTaker, differences, frameOf} from './painted-tiles.ts';

const ARCHITECTURE = toyArchitecture();
const WEIGHTS = randomWeights(ARCHITECTURE, {lastGain: 0.3});
const NETWORK = {name: 'toy', architecture: ARCHITECTURE, weights: WEIGHTS, checksum: ''};
const LAYER = {code: {statistics: plainStyle(ARCHITECTURE)}, alpha: 0.8};
const PAINT: Paint = {network: NETWORK, layers: [LAYER], ...USUAL};
const SIZE = {width: 44, height: 35};
const FRAME = frameOf(exampleFrame(SIZE));

let gl: WebGL2RenderingContext;

beforeEach(() => {
  gl = openTestContext();
});
afterEach(() => {
  expect(gl.getError()).toBe(gl.NO_ERROR);
  gl.getExtension('WEBGL_lose_context')?.loseContext();
});

async function paintWith(stylizer: Stylizer, size = SIZE) {
  const taker = createTileTaker(size);
  const lost = new AbortController().signal;
  const parts = {gl, stylizer, regionParts: undefined, lost, wait};
  await paintLarge(parts, PAINT, FRAME, {size}, taker.take);
  return taker;
}

it('paints with TensorFlow.js what the passes paint, and leaves no tensor', async () => {
  await startTensorFlow(gl);
  const graph = createGraphStylizer(ARCHITECTURE, WEIGHTS);
  const tuning = {targets: 4, weights: {kind: 'texture'}, floats: 'half'} as const;
  const fused = createFusedStylizer(gl, ARCHITECTURE, WEIGHTS, tuning, wait);
  await fused.prepare(SIZE);
  await paintWith(graph);
  const before = countTensors();
  const ofGraph = await paintWith(graph);
  const ofPasses = await paintWith(fused);

  expect(countTensors()).toBe(before);
  expect(differences(ofGraph.pixels, ofPasses.pixels).mean).toBeLessThan(1);
  graph.dispose();
  fused.dispose();
});

it('paints no larger than such a GPU can, and enlarges that', async () => {
  const render = vi.fn<Stylizer['render']>((frame, _size, _layers, show) => {
    show([frame]);
  });
  const graph: Stylizer = {
    kind: 'graph',
    prepare: vi.fn(() => Promise.resolve()),
    render,
    expect() {},
    dispose() {},
  };
  const size = {width: 1200, height: 900};
  const {pixels} = await paintWith(graph, size);
  await paintWith(graph, {width: 400, height: 304});

  expect(render.mock.calls.map(([, painted]) => painted)).toEqual([
    {width: 960, height: 720},
    {width: 400, height: 304},
  ]);
  expect(graph.prepare).toHaveBeenCalledWith({width: 960, height: 720});
  expect(pixels.every((value, place) => place % 4 !== 3 || value === 255)).toBe(true);
});
