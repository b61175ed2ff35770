import * as tf from '@tensorflow/tfjs-core';
import {afterEach, beforeEach, describe, expect, it, vi} from 'vitest';
import {ContextLostError} from '../../../src/gpu/context-lost-error.ts';
import type {Exam} from '../../../src/gpu/exam.ts';
import {createGraphStylizer} from '../../../src/gpu/tensorflow/graph-stylizer.ts';
import {paintExam} from '../../../src/gpu/tensorflow/paint-exam.ts';
import {countTensors, startTensorFlow} from '../../../src/gpu/tensorflow/tensorflow-backend.ts';
import {
  chooseStylizer,
  type StylizerChoice,
  type StylizerSteps,
} from '../../../src/gpu/webgl/choose-stylizer.ts';
import {chooseTuning, possibleTunings} from '../../../src/gpu/webgl/choose-tuning.ts';
import type {Tuning} from '../../../src/gpu/webgl/fused-stylizer.ts';
import {selfTest, SelfTestError} from '../../../src/gpu/webgl/self-test.ts';
import type {Stylizer} from '../../../src/gpu/webgl/stylizer.ts';
import {randomWeights} from '../../random-weights.ts';
import {toyArchitecture} from '../../toy-architecture.ts';
import {openTestContext, wait} from '../gl-fixture.ts';
import {MOST_TARGETS} from '../most-targets.ts';

const ARCHITECTURE = toyArchitecture();
const WEIGHTS = randomWeights(ARCHITECTURE);
const USUAL: Tuning = {targets: MOST_TARGETS, weights: {kind: 'texture'}, floats: 'half'};

let gl: WebGL2RenderingContext;
let choice: StylizerChoice | undefined;

beforeEach(async () => {
  gl = openTestContext();
  await startTensorFlow(gl);
});
afterEach(() => {
  choice?.stylizer.dispose();
  choice = undefined;
});

/** The steps of a first start on a usual GPU, but for `change`. */
function steps(change: Partial<StylizerSteps> = {}) {
  return {
    recall: vi.fn(() => ({})),
    measure: vi.fn(() => Promise.resolve<Tuning>(USUAL)),
    paintExam: vi.fn(() => Promise.resolve(paintExam(ARCHITECTURE, WEIGHTS))),
    keep: vi.fn(),
    createGraph: vi.fn(() => Promise.resolve(createGraphStylizer(ARCHITECTURE, WEIGHTS))),
    ...change,
  };
}

async function choose(taken: StylizerSteps = steps()): Promise<StylizerChoice> {
  const network = {architecture: ARCHITECTURE, weights: WEIGHTS};
  return (choice = await chooseStylizer(gl, network, wait, taken));
}

/** An exam that nobody passes. */
function hardExam(): Exam {
  const exam = paintExam(ARCHITECTURE, WEIGHTS);
  return {...exam, painting: exam.painting.map((color) => 1 - color)};
}

/** Puts another function in place of one of the context's, for the context of this test. */
function replace<Name extends keyof WebGL2RenderingContext>(
  name: Name,
  make: (original: WebGL2RenderingContext[Name]) => unknown,
) {
  const original = gl[name];
  const bound = (typeof original === 'function' ? original.bind(gl) : original) as typeof original;
  Object.defineProperty(gl, name, {configurable: true, value: make(bound)});
}

/** Changes the shaders that go to the driver. */
function rewriteShaders(rewrite: (source: string) => string) {
  replace('shaderSource', (shaderSource) => (shader: WebGLShader, source: string) => {
    shaderSource(shader, rewrite(source));
  });
}

describe('the choice of a stylizer', () => {
  it('is the fused one where it paints what the reference paints', async () => {
    const {stylizer, reason} = await choose();
    expect(reason).toBeUndefined();
    expect(stylizer.kind).toBe('fused');
    expect(gl.getError()).toBe(gl.NO_ERROR);
  });

  it('is the graph where the fused one does not, and says why', async () => {
    const paintHardExam = () => Promise.resolve(hardExam());
    const {stylizer, reason} = await choose(steps({paintExam: paintHardExam}));
    expect(stylizer.kind).toBe('graph');
    expect(reason).toMatch(/of the reference, but it is 0\.\d+ off/);
    stylizer.dispose();
    expect(countTensors()).toBe(0);
  });

  it('is the graph where a shader does not compile', async () => {
    rewriteShaders((source) => (source.includes('convolve') ? `${source} nonsense` : source));
    const {stylizer, reason} = await choose();
    expect(stylizer.kind).toBe('graph');
    expect(reason).toContain('nonsense');
  });

  it('is given up when the context is lost', async () => {
    const lost = choose(
      steps({
        paintExam() {
          gl.getExtension('WEBGL_lose_context')!.loseContext();
          return Promise.resolve(hardExam());
        },
      }),
    );
    await expect(lost).rejects.toThrow(ContextLostError);
  });

  it('is the graph where a GPU reckons too coarsely, as mediump may', async () => {
    // Five bits of mantissa in every sum of a convolution.
    rewriteShaders((source) =>
      source.replace(
        /clamp\(sums\[4 \* part \+ pixel\], range\.x, range\.y\)/,
        'clamp(uintBitsToFloat(floatBitsToUint(sums[4 * part + pixel]) & 0xfffc0000u), range.x, range.y)',
      ),
    );
    const {stylizer, reason} = await choose();
    expect(stylizer.kind).toBe('graph');
    expect(reason).toContain('of the reference');
  });

  it('asks for full precision in every shader', async () => {
    const sources: string[] = [];
    rewriteShaders((source) => {
      sources.push(source);
      return source;
    });
    await choose();
    const fragments = sources.filter((source) => !source.includes('gl_Position'));
    expect(fragments.length).toBeGreaterThan(5);
    for (const source of fragments) expect(source).toContain('precision highp float;');
    expect(sources.join()).not.toMatch(/mediump|lowp/);
  });

  it('is the fused one on a GPU with 4 targets, blocks of 16 KB and no float blending', async () => {
    const limits = new Map<GLenum, number>([
      [gl.MAX_DRAW_BUFFERS, 4],
      [gl.MAX_COLOR_ATTACHMENTS, 4],
      [gl.MAX_UNIFORM_BLOCK_SIZE, 16384],
    ]);
    replace('getParameter', (ask) => (name: GLenum) => limits.get(name) ?? (ask(name) as unknown));
    replace(
      'getExtension',
      (ask) => (name: string) => (name === 'EXT_float_blend' ? null : (ask(name) as unknown)),
    );
    let mostTargets = 0;
    replace('drawBuffers', (draw) => (buffers: GLenum[]) => {
      mostTargets = Math.max(mostTargets, buffers.length);
      draw(buffers);
    });
    const switchedOn: GLenum[] = [];
    replace('enable', (enable) => (capability: GLenum) => {
      switchedOn.push(capability);
      enable(capability);
    });
    const blockSizes: number[] = [];
    replace('bufferData', (fill) => (...values: [GLenum, number, GLenum]) => {
      if (values[0] === gl.UNIFORM_BUFFER) blockSizes.push(values[1]);
      fill(...values);
    });

    const measure = () => chooseTuning(gl, wait, () => performance.now());
    choice = await choose(steps({measure}));

    expect(choice.reason).toBeUndefined();
    expect(choice.stylizer.kind).toBe('fused');
    expect(mostTargets).toBe(4);
    expect(Math.max(0, ...blockSizes)).toBeLessThanOrEqual(16384);
    expect(switchedOn).not.toContain(gl.BLEND);
    expect(gl.getError()).toBe(gl.NO_ERROR);
  });
});

describe('what is remembered', () => {
  it('is used without measuring or painting anew', async () => {
    const exam = paintExam(ARCHITECTURE, WEIGHTS);
    const narrow: Tuning = {...USUAL, targets: 4};
    const taken = steps({recall: () => ({tuning: narrow, exam})});
    const {stylizer} = await choose(taken);

    expect(stylizer.kind).toBe('fused');
    for (const step of [taken.measure, taken.paintExam, taken.keep, taken.createGraph]) {
      expect(step).not.toHaveBeenCalled();
    }
  });

  it('of the GPU serves a network that comes for the first time', async () => {
    const taken = steps({recall: () => ({tuning: USUAL})});
    await choose(taken);

    expect(taken.measure).not.toHaveBeenCalled();
    expect(taken.keep).toHaveBeenCalledExactlyOnceWith(USUAL, paintExam(ARCHITECTURE, WEIGHTS));
  });

  it('is found out, and then kept, where nothing was', async () => {
    const taken = steps();
    await choose(taken);

    expect(taken.measure).toHaveBeenCalledOnce();
    expect(taken.keep).toHaveBeenCalledExactlyOnceWith(USUAL, paintExam(ARCHITECTURE, WEIGHTS));
  });

  it('is tried, and found out anew where it does not hold', async () => {
    const taken = steps({recall: () => ({tuning: USUAL, exam: hardExam()})});
    const {stylizer, reason} = await choose(taken);

    expect(stylizer.kind).toBe('fused');
    expect(reason).toBeUndefined();
    expect(taken.measure).toHaveBeenCalledOnce();
    expect(taken.paintExam).toHaveBeenCalledOnce();
    expect(taken.keep).toHaveBeenCalledOnce();
  });

  it('is not kept where nothing holds', async () => {
    const paintHardExam = () => Promise.resolve(hardExam());
    const taken = steps({paintExam: paintHardExam});
    await choose(taken);

    expect(taken.keep).not.toHaveBeenCalled();
  });
});

describe('the self-test', () => {
  /** Paints one colour, whatever the frame. */
  function plainStylizer(value: number): Stylizer {
    const painting = gl.createTexture();
    const bytes = new Uint8Array(48 * 32 * 4).fill(value);
    gl.bindTexture(gl.TEXTURE_2D, painting);
    gl.texImage2D(gl.TEXTURE_2D, 0, gl.RGBA8, 48, 32, 0, gl.RGBA, gl.UNSIGNED_BYTE, bytes);
    return {
      kind: 'fused',
      prepare: () => Promise.resolve(),
      render: (_, _size, _paint, show) => {
        show([painting]);
      },
      expect: () => {},
      dispose: () => {},
    };
  }

  it('paints the reference once, also for a context that comes back', () => {
    const weights = randomWeights(ARCHITECTURE);
    const uses = vi.spyOn(weights, 'get');
    paintExam(ARCHITECTURE, weights);
    const used = uses.mock.calls.length;
    paintExam(ARCHITECTURE, weights);

    expect(used).toBeGreaterThan(0);
    expect(uses).toHaveBeenCalledTimes(used);
    expect(tf.getBackend()).toBe('webgl');
  });

  it.each([0, 128, 255])('refuses a picture that is all %i', async (value) => {
    const before = countTensors();
    const exam = paintExam(ARCHITECTURE, WEIGHTS);
    expect(() => {
      selfTest(gl, plainStylizer(value), exam);
    }).toThrow(SelfTestError);
    expect(countTensors()).toBe(before);
  });
});

describe('the choice of a tuning', () => {
  it('is one that the GPU can do, and leaves nothing behind', async () => {
    const tuning = await chooseTuning(gl, wait, () => performance.now());
    expect(possibleTunings(gl)).toContainEqual(tuning);
    expect(gl.getError()).toBe(gl.NO_ERROR);
  });

  it('passes over what the GPU cannot compile', async () => {
    rewriteShaders((source) => (source.includes('std140') ? `${source} nonsense` : source));
    let time = 0;
    const steadyClock = () => (time += 20);
    expect((await chooseTuning(gl, wait, steadyClock)).weights.kind).toBe('texture');
  });

  it('is the usual one on a machine too slow to try others', async () => {
    let time = 0;
    const slowClock = () => (time += 1000);
    expect(await chooseTuning(gl, wait, slowClock)).toEqual(USUAL);
  });
});
