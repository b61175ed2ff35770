import {afterEach, beforeAll, beforeEach, describe, expect, it} from 'vitest';
import {createGraphStylizer} from '../../../src/gpu/tensorflow/graph-stylizer.ts';
import {countTensors, startTensorFlow} from '../../../src/gpu/tensorflow/tensorflow-backend.ts';
import {createFusedStylizer, type Tuning} from '../../../src/gpu/webgl/fused-stylizer.ts';
import type {Stylizer} from '../../../src/gpu/webgl/stylizer.ts';
import type {Brush, BrushShare} from '../../../src/network/brush.ts';
import {randomWeights} from '../../random-weights.ts';
import {toyArchitecture} from '../../toy-architecture.ts';
import {
  differenceOf,
  type Example,
  makeExample,
  paintExample,
  TOLERANCES,
} from '../fused-fixture.ts';
import {countMade, openTestContext, wait} from '../gl-fixture.ts';

const SIZE = {width: 48, height: 32};
const ARCHITECTURE = toyArchitecture();
const WEIGHTS = randomWeights(ARCHITECTURE);
const HALF: Tuning = {targets: 4, weights: {kind: 'texture'}, floats: 'half'};
const FULL: Tuning = {...HALF, floats: 'full'};
const BLOCKS: Tuning = {...FULL, weights: {kind: 'block', bytes: 16384}};
const [FIRST, SECOND] = [brushOf(11), brushOf(12)];
const MIX: BrushShare[] = [
  {brush: FIRST, share: 0.5},
  {brush: SECOND, share: 0.25},
];

/** A brush must change the picture by more than rounding does. */
const VISIBLE = 0.02;

let gl: WebGL2RenderingContext;
let stylizer: Stylizer | undefined;
let plain: Example;
let brushed: Example;

beforeAll(async () => {
  await startTensorFlow(openTestContext());
  plain = await makeExample(ARCHITECTURE, WEIGHTS, SIZE, 0.8);
  // Past the brushes, on the line from the network's own kernels.
  brushed = await makeExample(ARCHITECTURE, WEIGHTS, SIZE, 1.4, MIX);
});
beforeEach(async () => {
  gl = openTestContext();
  await startTensorFlow(gl);
});
afterEach(() => {
  stylizer?.dispose();
  stylizer = undefined;
});

describe.each<[string, 'half' | 'full', () => Stylizer]>([
  ['half floats', 'half', () => createFusedStylizer(gl, ARCHITECTURE, WEIGHTS, HALF, wait)],
  ['full floats', 'full', () => createFusedStylizer(gl, ARCHITECTURE, WEIGHTS, FULL, wait)],
  ['weights in blocks', 'full', () => createFusedStylizer(gl, ARCHITECTURE, WEIGHTS, BLOCKS, wait)],
  ['the graph', 'full', () => createGraphStylizer(ARCHITECTURE, WEIGHTS)],
])('a mix of brushes, with %s', (name, floats, create) => {
  const tolerance = name === 'the graph' ? TOLERANCES.half : TOLERANCES[floats];
  const paint = (example: Example) => paintExample(gl, stylizer!, example, floats);

  it('is painted with as the reference paints with the mean of the kernels', () => {
    stylizer = create();
    expect(differenceOf(plain.painting, brushed.painting).rmse).toBeGreaterThan(VISIBLE);

    for (const example of [plain, brushed, plain, brushed]) {
      const {rmse, max} = differenceOf(paint(example), example.painting);
      expect(gl.getError()).toBe(gl.NO_ERROR);
      expect(rmse).toBeLessThan(tolerance.rmse);
      expect(max).toBeLessThan(tolerance.max);
    }
  });

  it('counts nothing at strength 0', () => {
    stylizer = create();
    const at0 = (example: Example) => paint({...example, layer: {...example.layer, alpha: 0}});

    expect(differenceOf(at0(brushed), at0(plain)).max).toBe(0);
  });

  // As often as a person may do it in an evening; where it costs least.
  const times = name === 'half floats' ? 200 : 20;

  it(`leaves nothing behind, exchanged ${times} times`, () => {
    stylizer = create();
    const code = (brush: Brush) => ({...brushed.layer.code, brushes: [{brush, share: 1}]});
    const layers = [FIRST, SECOND].map((brush) => ({alpha: 1, code: code(brush)}));
    const paintOnce = (index: number) =>
      paint({...brushed, layer: layers[index % 2]!}).slice(0, 12);
    paintOnce(0);
    const first = paintOnce(1);
    const made = countMade(gl);
    const tensors = countTensors();
    const madeByInput = countedOf(() => paintOnce(0), made);

    let last = first;
    for (let time = 1; time < times; time++) last = paintOnce(time);

    expect([...last]).toEqual([...first]);
    expect(countTensors()).toBe(tensors);
    expect(made()).toBe(times * madeByInput);
  });
});

/** How much a count grows by something. */
function countedOf(run: () => void, count: () => number): number {
  const before = count();
  run();
  return count() - before;
}

/** Other kernels for the last layers. */
function brushOf(seed: number): Brush {
  const other = randomWeights(ARCHITECTURE, {seed});
  const layers = ['res3b', 'up2', 'up1', 'out'].map((name) => `decoder/${name}/`);
  return new Map([...other].filter(([name]) => layers.some((layer) => name.startsWith(layer))));
}
