import {afterEach, beforeEach, describe, expect, it, vi} from 'vitest';
import {PERSON_FILES} from '../../../../src/app/networks/person-files.ts';
import {createPersonGraph} from '../../../../src/gpu/tensorflow/person-graph.ts';
import {countTensors, startTensorFlow} from '../../../../src/gpu/tensorflow/tensorflow-backend.ts';
import {createPersonPasses} from '../../../../src/gpu/webgl/regions/person-passes.ts';
import {testPersonPasses} from '../../../../src/gpu/webgl/regions/person-self-test.ts';
import {createRegionParts} from '../../../../src/gpu/webgl/regions/region-parts.ts';
import {
  loadPersonNetwork,
  type PersonNetwork,
} from '../../../../src/network/person/person-network.ts';
import {openTestContext, wait} from '../../gl-fixture.ts';

let gl: WebGL2RenderingContext;
let network: PersonNetwork;

beforeEach(async () => {
  gl = openTestContext();
  network = await loadPersonNetwork(PERSON_FILES);
});
afterEach(() => {
  gl.getExtension('WEBGL_lose_context')?.loseContext();
  vi.restoreAllMocks();
});

it('lets pass what finds the figure, and nothing else', async () => {
  const passes = createPersonPasses(gl, network);
  await passes.prepare(wait);
  await testPersonPasses(gl, passes, network, wait);
  const blind = {...passes, draw: () => {}};

  await expect(testPersonPasses(gl, blind, network, wait)).rejects.toThrow('a mask within');
  passes.dispose();
});

describe('TensorFlow.js', () => {
  it('finds the figure as well, and keeps nothing of a frame', async () => {
    await startTensorFlow(gl);
    const graph = createPersonGraph(gl, network);
    await graph.prepare(wait);
    await testPersonPasses(gl, graph, network, wait);
    const tensors = countTensors();
    await testPersonPasses(gl, graph, network, wait);

    expect(countTensors()).toBe(tensors);
    expect(graph.restMs).toBeGreaterThanOrEqual(100);
    expect(gl.getError()).toBe(gl.NO_ERROR);
    graph.dispose();
  });

  it('looks for persons where own passes find others', async () => {
    vi.spyOn(console, 'warn').mockReturnValue();
    const wrong = {...network, exam: network.exam.map((cell) => 1 - cell)};
    const graph = {...createPersonPasses(gl, network), dispose: vi.fn()};
    const parts = createRegionParts(gl, wait);
    await parts.findPersons(wrong, () => Promise.resolve(graph));
    parts.dispose();
    parts.dispose();

    expect(graph.dispose).toHaveBeenCalled();
    const others = createRegionParts(gl, wait);
    const known = others.findPersons(network, () => Promise.reject(new Error('asked')));
    await expect(known).resolves.toBeUndefined();
    others.dispose();
  });
});
