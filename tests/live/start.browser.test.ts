import {afterEach, describe, expect, it, vi} from 'vitest';
import type {TuningMemory} from '../../src/gpu/tuning-memory.ts';
import {meanDifference, pixelsOf} from './canvas-pixels.ts';
import {Stage, WARM} from './stage.ts';

const {prototype} = WebGL2RenderingContext;

let stage: Stage | undefined;

afterEach(() => {
  vi.restoreAllMocks();
  stage?.close();
  stage = undefined;
});

/** What takes a context away and gives it back. */
type Switch = {gl: WebGL2RenderingContext; lose(): void};

/** Does something with the canvas's context when it is there; after a loss it is back in so long. */
function whenOpened(canvas: HTMLCanvasElement, backAfterMs: number, run: (it: Switch) => void) {
  const getContext = canvas.getContext.bind(canvas) as (...parameters: unknown[]) => unknown;
  Object.assign(canvas, {
    getContext(...parameters: unknown[]) {
      Reflect.deleteProperty(canvas, 'getContext');
      const gl = getContext(...parameters) as WebGL2RenderingContext;
      const extension = gl.getExtension('WEBGL_lose_context')!;
      canvas.addEventListener('webglcontextlost', () => {
        setTimeout(() => {
          extension.restoreContext();
        }, backAfterMs);
      });
      run({
        gl,
        lose: () => {
          extension.loseContext();
        },
      });
      return gl;
    },
  });
}

/** Loses the context at the first call of a method, or at one that comes later. */
function loseAt(method: keyof WebGL2RenderingContext, skip = 0) {
  return ({gl, lose}: Switch) => {
    const original = gl[method] as (...parameters: unknown[]) => unknown;
    let calls = 0;
    Object.defineProperty(gl, method, {
      configurable: true,
      value: (...parameters: unknown[]) => {
        if (calls++ === skip) lose();
        return Reflect.apply(original, gl, parameters);
      },
    });
  };
}

/** Keeps what it is given, as JSON. */
function createMemory(): TuningMemory & {kept: Map<string, string>} {
  const kept = new Map<string, string>();
  return {
    kept,
    recall: (gpu) => JSON.parse(kept.get(gpu) ?? 'null') as unknown,
    keep: (gpu, tuning) => void kept.set(gpu, JSON.stringify(tuning)),
  };
}

describe('a context that is lost while it starts, and comes back', () => {
  it.each([
    ['when its extensions are asked for', loseAt('getExtension')],
    ['when the first program is compiled', loseAt('linkProgram')],
    ['when a weight is uploaded', loseAt('texSubImage3D', 3)],
    ['when the fastest way is measured', loseAt('fenceSync')],
    ['when it is looked at whether that is done', loseAt('clientWaitSync')],
    ['when its programs are compiled', loseAt('linkProgram', 20)],
    ['when it is warmed up', loseAt('flush', 4)],
    ['when it is examined', loseAt('readPixels')],
  ])('holds nobody up: %s', async (_, lose) => {
    stage = await Stage.open({}, (canvas) => {
      whenOpened(canvas, 100, lose);
    });
    await stage.reset(await stage.paint(WARM));
    stage.draw();
    const picture = pixelsOf(stage.canvas);

    expect(stage.engine.stats()).toMatchObject({running: true, stylizer: 'fused'});
    expect(meanDifference(picture, new Uint8Array(picture.length))).toBeGreaterThan(2);
    expect(stage.errors).toEqual([]);
  });

  it.each([50, 500])('holds nobody up: after %i ms, for 600 ms', async (ms) => {
    stage = await Stage.open({}, (canvas) => {
      whenOpened(canvas, 600, ({lose}) => {
        setTimeout(lose, ms);
      });
    });
    await stage.reset(await stage.paint(WARM));

    expect(stage.engine.stats().running).toBe(true);
    expect(stage.errors).toEqual([]);
  });
});

describe('a start that remembers another', () => {
  it('measures and examines nothing anew, and paints the same without TensorFlow.js', async () => {
    const memory = createMemory();
    stage = await Stage.open({memory});
    expect(memory.kept.size).toBe(1);
    const warm = await stage.paint(WARM);
    await stage.reset(warm);
    stage.draw();
    const before = pixelsOf(stage.canvas);
    stage.close();

    const keep = vi.spyOn(memory, 'keep');
    const sources = spyOnShaders();
    stage = await Stage.open({memory});
    await stage.reset({...warm, network: stage.model});
    stage.draw();

    expect(meanDifference(pixelsOf(stage.canvas), before)).toBe(0);
    expect(stage.engine.stats()).toMatchObject({stylizer: 'fused', tensors: 0});
    expect(sources.filter(isTensorFlow)).toEqual([]);
    expect(sources.length).toBeGreaterThan(10);
    expect(keep).not.toHaveBeenCalled();

    expect(await stage.paint(WARM)).toEqual({...warm, network: stage.model});
    expect(sources.filter(isTensorFlow).length).toBeGreaterThan(10);
  });

  it('is made ready for styles when it has time', async () => {
    stage = await Stage.open();
    await stage.engine.prepareAnalysis(stage.model);
    const sources = spyOnShaders();
    await stage.paint(WARM);

    expect(sources.filter(isTensorFlow)).toEqual([]);
  });

  it('finds out anew what does not hold any more', async () => {
    const memory = createMemory();
    stage = await Stage.open({memory});
    stage.close();
    const [name, text] = [...memory.kept][0]!;
    const kept = JSON.parse(text) as {exams: [string, {painting: string}][]};
    const exam = kept.exams[0]![1];
    // All black.
    exam.painting = 'A'.repeat(exam.painting.length);
    memory.keep(name, kept);
    stage = await Stage.open({memory});

    expect(stage.engine.stats().fallbackReason).toBeUndefined();
    expect(memory.kept.get(name) === text).toBe(true);
  });
});

function spyOnShaders(): string[] {
  const sources: string[] = [];
  const {shaderSource} = prototype;
  vi.spyOn(prototype, 'shaderSource').mockImplementation(function (
    this: WebGL2RenderingContext,
    shader,
    source,
  ) {
    sources.push(source);
    shaderSource.call(this, shader, source);
  });
  return sources;
}

function isTensorFlow(source: string): boolean {
  return source.includes('setOutput(');
}
