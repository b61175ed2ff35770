import * as tf from '@tensorflow/tfjs-core';
import {afterEach, beforeAll, beforeEach, describe, expect, it, vi} from 'vitest';
import manifest from '../../../models/swift/manifest.json';
import weightsUrl from '../../../models/swift/weights.bin?url';
import {createGraphStylizer} from '../../../src/gpu/tensorflow/graph-stylizer.ts';
import {countTensors, startTensorFlow} from '../../../src/gpu/tensorflow/tensorflow-backend.ts';
import {
  createFusedStylizer,
  type FusedStylizer,
  type Tuning,
} from '../../../src/gpu/webgl/fused-stylizer.ts';
import {createFrameInput} from '../../../src/gpu/webgl/picture/frame-input.ts';
import type {Stylizer} from '../../../src/gpu/webgl/stylizer.ts';
import type {StyleStatistics} from '../../../src/network/style-statistics.ts';
import {type Manifest, manifestArchitecture, readWeights} from '../../../src/network/weights.ts';
import {randomWeights} from '../../random-weights.ts';
import {shippedArchitecture, toyArchitecture} from '../../toy-architecture.ts';
import {
  differenceOf,
  type Example,
  exampleFrame,
  makeExample,
  paintExample,
  readColors,
  TOLERANCES,
} from '../fused-fixture.ts';
import {openTestContext, taken, wait} from '../gl-fixture.ts';
import {MOST_TARGETS} from '../most-targets.ts';

const LANDSCAPE = {width: 48, height: 32};
const PORTRAIT = {width: 32, height: 80};

const HALF: Tuning = {targets: MOST_TARGETS, weights: {kind: 'texture'}, floats: 'half'};
const FULL: Tuning = {...HALF, floats: 'full'};
const LARGE_BLOCKS = {kind: 'block', bytes: 65536} as const;
const SMALL_BLOCKS = {kind: 'block', bytes: 16384} as const;

let gl: WebGL2RenderingContext;
let stylizer: FusedStylizer | undefined;

beforeEach(async () => {
  gl = openTestContext();
  await startTensorFlow(gl);
});
afterEach(() => {
  stylizer?.dispose();
  stylizer = undefined;
});

function expectSame(example: Example, {floats}: Tuning) {
  const painting = paintExample(gl, stylizer!, example, floats);
  const {rmse, max} = differenceOf(painting, example.painting);
  expect(gl.getError()).toBe(gl.NO_ERROR);
  expect(rmse).toBeLessThan(TOLERANCES[floats].rmse);
  expect(max).toBeLessThan(TOLERANCES[floats].max);
}

it('paints what the reference paints with the weights of swift', async () => {
  const bytes = await (await fetch(weightsUrl)).arrayBuffer();
  const weights = readWeights(manifest as Manifest, bytes);
  const architecture = manifestArchitecture(manifest as Manifest);
  const example = await makeExample(architecture, weights, LANDSCAPE);
  stylizer = createFusedStylizer(gl, architecture, weights, HALF, wait);
  expectSame(example, HALF);
});

describe.each<{name: string; width: number; tunings: [string, Tuning][]}>([
  {
    name: 'swift',
    width: 1 / 8,
    tunings: [
      ['half floats', HALF],
      ['half floats and 4 targets', {...HALF, targets: 4}],
      ['weights in blocks of 16 KB, where they fit', {...FULL, weights: SMALL_BLOCKS}],
    ],
  },
  {
    name: 'vgg19',
    width: 1 / 16,
    tunings: [
      ['half floats', HALF],
      ['weights in blocks of 64 KB and 4 targets', {...FULL, targets: 4, weights: LARGE_BLOCKS}],
    ],
  },
])('a narrow $name', ({name, width, tunings}) => {
  const architecture = shippedArchitecture(name, width);
  const weights = randomWeights(architecture);
  let landscape: Example;
  let portrait: Example;

  beforeAll(async () => {
    await startTensorFlow(openTestContext());
    landscape = await makeExample(architecture, weights, LANDSCAPE);
    portrait = await makeExample(architecture, weights, PORTRAIT, 0.3);
  });

  it.each(tunings)('paints what the reference paints with %s, at any size', (_, tuning) => {
    stylizer = createFusedStylizer(gl, architecture, weights, tuning, wait);
    expectSame(landscape, tuning);
    expectSame(portrait, tuning);
    expectSame(landscape, tuning);
  });
});

describe('fused stylizer', () => {
  const architecture = toyArchitecture();
  const weights = randomWeights(architecture);
  let example: Example;

  beforeAll(async () => {
    await startTensorFlow(openTestContext());
    example = await makeExample(architecture, weights, LANDSCAPE);
  });

  function create(): Stylizer {
    return (stylizer = createFusedStylizer(gl, architecture, weights, HALF, wait));
  }

  /** Counts the calls of the context that create something or read something back. */
  function watchContext(): {calls: string[]; stop: () => void} {
    const calls: string[] = [];
    const watched = Object.getOwnPropertyNames(WebGL2RenderingContext.prototype).filter((name) =>
      /^(create|texStorage|texImage|bufferData|compile|link|read|getBuffer|getUniform|getError)/.test(
        name,
      ),
    );
    for (const name of watched) {
      const call = gl[name as 'createTexture'].bind(gl) as (...values: unknown[]) => unknown;
      Object.defineProperty(gl, name, {
        configurable: true,
        value: (...values: unknown[]) => {
          calls.push(name);
          return call(...values);
        },
      });
    }
    const stop = () => {
      for (const name of watched) Reflect.deleteProperty(gl, name);
    };
    return {calls, stop};
  }

  it('makes nothing and reads nothing from frame to frame, whatever the style and strength', () => {
    create();
    const frame = gl.createTexture();
    const {code} = example.layer;
    stylizer!.render(frame, LANDSCAPE, [example.layer], () => {});
    const tensors = countTensors();
    const {calls, stop} = watchContext();
    stylizer!.render(frame, LANDSCAPE, [{code, alpha: 0.1}], () => {});
    stylizer!.render(frame, LANDSCAPE, [{code: structuredClone(code), alpha: 1}], () => {});
    stop();

    expect(calls).toEqual([]);
    expect(countTensors()).toBe(tensors);
  });

  it('paints each layer as if it were alone, with one pass of the encoder', () => {
    create();
    const {code} = example.layer;
    const {texture} = taken(createFrameInput(gl), example.frame);
    const layers = [1, 0.3].map((alpha) => ({code, alpha}));
    const paint = (some: typeof layers) => {
      const paintings: Float32Array[] = [];
      stylizer!.render(texture, LANDSCAPE, some, (textures) => {
        for (const each of textures) paintings.push(readColors(gl, each, LANDSCAPE, 'half'));
      });
      return paintings;
    };
    const alone = layers.flatMap((layer) => paint([layer]));
    expect(differenceOf(alone[0]!, alone[1]!).rmse).toBeGreaterThan(0.01);
    const draws = vi.spyOn(gl, 'drawArrays');
    const one = (paint(layers.slice(0, 1)), draws.mock.calls.length);
    expect(paint(layers)).toEqual(alone);
    const two = draws.mock.calls.length - one;
    expect(two).toBeLessThan(1.7 * one);

    // The second layer's textures are there now.
    const {calls, stop} = watchContext();
    stylizer!.render(texture, LANDSCAPE, layers, () => {});
    stop();
    expect(calls).toEqual([]);
  });

  it('keeps to what it knows of a scene when a hand comes in, as far as it is told', () => {
    create();
    const size = {width: 192, height: 32};
    const scene = exampleFrame(size);
    const hand = exampleFrame(size);
    hand.getContext('2d')!.fillRect(0, 0, 64, 32);
    const paint = (frame: HTMLCanvasElement, share?: number) =>
      paintExample(gl, stylizer!, {...example, size, frame}, 'half', share);
    /** How much another painting differs where no layer sees the hand. */
    const farFrom = (before: Float32Array, painting: Float32Array) => {
      const isFar = (_: number, index: number) => Math.floor(index / 3) % size.width >= 128;
      return differenceOf(painting.filter(isFar), before.filter(isFar)).rmse;
    };

    const before = paint(scene, 1);
    const kept = paint(hand, 0);
    const nearer = paint(hand, 0.5);
    const own = paint(hand, 1);
    expect(farFrom(before, own)).toBeGreaterThan(0.02);
    expect(farFrom(before, kept)).toBeLessThan(0.003);
    expect(farFrom(before, nearer)).toBeGreaterThan(0.2 * farFrom(before, own));
    expect(farFrom(before, nearer)).toBeLessThan(0.8 * farFrom(before, own));

    // A picture of its own has its own, and what comes after begins anew.
    paint(scene, 1);
    expect(farFrom(own, paint(hand))).toBe(0);
    paint(scene);
    expect(farFrom(own, paint(hand, 0))).toBe(0);
  });

  it('compiles nothing for another size, and keeps the textures of two', () => {
    create();
    const frame = gl.createTexture();
    const sizes = [LANDSCAPE, PORTRAIT, {width: 16, height: 16}];
    for (const size of sizes) stylizer!.render(frame, size, [example.layer], () => {});
    const {calls, stop} = watchContext();
    stylizer!.render(frame, sizes[1]!, [example.layer], () => {});
    stylizer!.render(frame, sizes[2]!, [example.layer], () => {});
    expect(calls).toEqual([]);
    stylizer!.render(frame, sizes[0]!, [example.layer], () => {});
    stop();

    expect(calls).toContain('createTexture');
    expect(calls.filter((name) => /^(compile|link|createShader|createProgram)/.test(name))).toEqual(
      [],
    );
  });

  it('leaves the context to TensorFlow.js as it expects it', async () => {
    const graph = createGraphStylizer(architecture, weights);
    const before = paintExample(gl, graph, example, 'full');
    create();
    expectSame(example, HALF);
    const after = paintExample(gl, graph, example, 'full');
    expectSame(example, HALF);
    graph.dispose();

    expect(after).toEqual(before);
    expect(gl.getError()).toBe(gl.NO_ERROR);
  });

  it('paints the same after it was prepared and warmed up', async () => {
    create();
    await stylizer!.prepare(LANDSCAPE);
    stylizer!.warmUp(LANDSCAPE);
    const {calls, stop} = watchContext();
    expectSame(example, HALF);
    stop();

    expect(calls.filter((name) => /^(compile|link)/.test(name))).toHaveLength(3);
  });

  it('is built anew after the context was lost', async () => {
    create();
    expectSame(example, HALF);
    const lose = gl.getExtension('WEBGL_lose_context')!;
    const restored = new Promise((resolve) => {
      gl.canvas.addEventListener('webglcontextrestored', resolve);
    });
    gl.canvas.addEventListener('webglcontextlost', (event) => {
      event.preventDefault();
      setTimeout(() => {
        lose.restoreContext();
      });
    });
    const frame = gl.createTexture();
    lose.loseContext();
    expect(() => {
      stylizer!.render(frame, LANDSCAPE, [example.layer], () => {});
      stylizer!.dispose();
    }).not.toThrow();
    await restored;
    gl.getExtension('EXT_color_buffer_float');
    await startTensorFlow(gl);
    // TensorFlow.js frees what went with the old context.
    while (gl.getError() !== gl.NO_ERROR);
    create();
    expectSame(example, HALF);
  });

  it('paints where there are no full floats to draw to', () => {
    const getExtension = gl.getExtension.bind(gl) as (name: string) => unknown;
    Object.defineProperty(gl, 'getExtension', {
      value: (name: string) => (name === 'EXT_color_buffer_float' ? null : getExtension(name)),
    });
    create();
    expectSame(example, HALF);
  });

  it('leaves nothing behind, also when disposed twice, and stops', () => {
    create();
    const {calls, stop} = watchContext();
    const deletions: string[] = [];
    for (const name of ['Texture', 'Framebuffer', 'Program', 'VertexArray']) {
      const key = `delete${name}` as 'deleteTexture';
      const call = gl[key].bind(gl);
      Object.defineProperty(gl, key, {
        value: (thing: WebGLTexture | null) => {
          deletions.push(name);
          call(thing);
        },
      });
    }
    const second = createFusedStylizer(gl, architecture, weights, HALF, wait);
    second.render(gl.createTexture(), LANDSCAPE, [example.layer], () => {});
    stop();
    second.dispose();
    for (const name of ['Framebuffer', 'Program', 'VertexArray']) {
      const made = calls.filter((call) => call === `create${name}`).length;
      expect(made).toBeGreaterThan(0);
      expect(deletions.filter((deleted) => deleted === name)).toHaveLength(made);
    }
    second.dispose();
    stylizer!.dispose();
    stylizer!.dispose();
    expect(tf.memory().numTensors).toBe(0);
    expect(gl.getError()).toBe(gl.NO_ERROR);
    expect(() => {
      second.render({}, LANDSCAPE, [example.layer], () => {});
    }).toThrow('it is disposed');
  });

  it.each([
    ['a size that is no multiple of 16', {width: 40, height: 32}, {}, 'multiples of 16'],
    ['a style without a level', LANDSCAPE, {f3: undefined}, 'level "f3"'],
  ])('refuses %s', (_, size, change, message) => {
    create();
    const statistics = {...example.layer.code.statistics, ...change} as StyleStatistics;
    expect(() => {
      stylizer!.render(gl.createTexture(), size, [{code: {statistics}, alpha: 1}], () => {});
    }).toThrow(message);
  });

  it('refuses the style of another network', () => {
    create();
    const other = {mean: new Float32Array(64), std: new Float32Array(64)};
    expect(() => {
      const statistics = {f2: other, f3: other, f4: other};
      const layer = {code: {statistics}, alpha: 1};
      stylizer!.render(gl.createTexture(), LANDSCAPE, [layer], () => {});
    }).toThrow('but got 64');
  });
});
