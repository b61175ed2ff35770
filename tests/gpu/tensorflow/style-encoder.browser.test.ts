import {afterEach, beforeEach, expect, it, vi} from 'vitest';
import {ContextLostError} from '../../../src/gpu/context-lost-error.ts';
import type {Size} from '../../../src/gpu/size.ts';
import {createStyleEncoder, type StyleEncoder} from '../../../src/gpu/tensorflow/style-encoder.ts';
import {countTensors, startTensorFlow} from '../../../src/gpu/tensorflow/tensorflow-backend.ts';
import {createFrameInput} from '../../../src/gpu/webgl/picture/frame-input.ts';
import {gpuFinished} from '../../../src/gpu/webgl/tools/gpu-fence.ts';
import {restoreVisibility, setHidden} from '../../live/visibility.ts';
import {largestDifference} from '../../network/golden.ts';
import {randomWeights} from '../../random-weights.ts';
import {toyArchitecture} from '../../toy-architecture.ts';
import {openTestContext, paintedCanvas, taken, wait} from '../gl-fixture.ts';

const SIZE = {width: 48, height: 32};
const ARCHITECTURE = toyArchitecture();
const WEIGHTS = randomWeights(ARCHITECTURE);
const STYLE = paintedCanvas(SIZE, (x, y) => [(x * 37) % 256, 40, (y * 53) % 256]);

let gl: WebGL2RenderingContext;
let encoder: StyleEncoder;

beforeEach(async () => {
  gl = openTestContext();
  await open();
});
afterEach(() => {
  restoreVisibility();
  encoder.dispose();
});

/** Starts TensorFlow.js anew, without the programs that it has compiled. */
async function open() {
  await startTensorFlow(gl);
  encoder = createStyleEncoder(gl, ARCHITECTURE, WEIGHTS, () => gpuFinished(gl, wait));
}

function analyze(size: Size) {
  return encoder.analyzeStyle(taken(createFrameInput(gl), STYLE, size).texture, size);
}

/** How many programs the context links from now on. */
function countLinks() {
  const link = vi.spyOn(gl, 'linkProgram');
  return () => link.mock.calls.length;
}

it('compiles what an analysis at the size needs, ahead and once', async () => {
  const links = countLinks();
  await encoder.prepare(SIZE);
  const compiled = links();
  expect(compiled).toBeGreaterThan(10);
  await encoder.prepare({...SIZE});
  expect(links()).toBe(compiled);
  const input = createFrameInput(gl);
  const {texture} = taken(input, STYLE);
  const before = links();
  await encoder.analyzeStyle(texture, SIZE);

  expect(links()).toBe(before);
});

it('compiles ahead in a hidden tab too, which has no frames', async () => {
  setHidden(true);
  const frames = vi.spyOn(window, 'requestAnimationFrame').mockReturnValue(0);
  const links = countLinks();
  await encoder.prepare(SIZE);
  frames.mockRestore();

  expect(links()).toBeGreaterThan(10);
});

it('compiles on when the tab is hidden meanwhile', async () => {
  const frames = vi.spyOn(window, 'requestAnimationFrame').mockReturnValue(0);
  const prepared = encoder.prepare(SIZE);
  setHidden(true);
  await prepared;
  frames.mockRestore();

  await expect(analyze(SIZE)).resolves.toBeDefined();
});

it('analyses the same with and without programs compiled ahead', async () => {
  const plain = await analyze(SIZE);
  encoder.dispose();
  await open();
  await encoder.prepare(SIZE);

  expect(await analyze(SIZE)).toEqual(plain);
});

it('analyses a picture the same after one of another size', async () => {
  const wide = {width: 352, height: 256};
  const {statistics: expected} = await analyze(wide);
  encoder.dispose();
  await open();
  await analyze({width: 256, height: 256});
  const {statistics} = await analyze(wide);

  for (const [level, {mean, std}] of Object.entries(expected)) {
    expect(largestDifference(statistics[level]!.mean, mean)).toBeLessThan(1e-4);
    expect(largestDifference(statistics[level]!.std, std)).toBeLessThan(1e-4);
  }
});

it('leaves nothing behind but its weights, and at the end not these', async () => {
  const before = countTensors();
  await analyze(SIZE);
  expect(countTensors()).toBe(before);
  encoder.dispose();
  encoder.dispose();

  expect(countTensors()).toBe(0);
  await expect(analyze(SIZE)).rejects.toThrow('encoder/conv1/kernel');
});

it('gives an analysis up when the context is lost', async () => {
  const analysis = analyze(SIZE);
  gl.getExtension('WEBGL_lose_context')!.loseContext();

  await expect(analysis).rejects.toThrow(ContextLostError);
});
