import {afterEach, describe, expect, it, vi} from 'vitest';
import {createTuningMemory} from '../gpu/tuning-memory.ts';
import {meanDifference, pixelsOf} from './canvas-pixels.ts';
import {Stage, STYLE_SIDE, WARM} from './stage.ts';

const {prototype} = WebGL2RenderingContext;

let stage: Stage | undefined;

afterEach(() => {
  vi.restoreAllMocks();
  stage?.close();
  stage = undefined;
});

/** Programs that are linked before the ninth of those of a network. */
const OTHER_PROGRAMS = 8;

/** How often each method was called since the context is there, `flush` since the last link. */
type Calls = Record<(typeof METHODS)[number], number>;

const METHODS = [
  'getExtension',
  'linkProgram',
  'texSubImage3D',
  'fenceSync',
  'clientWaitSync',
  'flush',
  'readPixels',
] as const;

/** Steps of a start, in their order, each with how one knows that it has come to it. */
const STEPS: [step: string, reached: (calls: Calls) => boolean][] = [
  ['its extensions are asked for', ({getExtension}) => getExtension > 0],
  ['the first program is compiled', ({linkProgram}) => linkProgram > 0],
  ['a weight is uploaded', ({texSubImage3D}) => texSubImage3D > 3],
  ['the fastest way is measured', ({fenceSync}) => fenceSync > 0],
  ['it is looked at whether that is done', ({clientWaitSync}) => clientWaitSync > 0],
  ['its programs are compiled', ({linkProgram}) => linkProgram > OTHER_PROGRAMS],
  ['it is warmed up', ({linkProgram, flush}) => linkProgram > OTHER_PROGRAMS && flush > 0],
  ['it is examined', ({readPixels}) => readPixels > 0],
];

/** How long a context that was lost stays away, in milliseconds. */
const AWAY_MS = 100;

/** Does something with the canvas's context when it is there. */
function whenOpened(canvas: HTMLCanvasElement, run: (gl: WebGL2RenderingContext) => void) {
  const getContext = canvas.getContext.bind(canvas) as (...parameters: unknown[]) => unknown;
  Object.assign(canvas, {
    getContext(...parameters: unknown[]) {
      Reflect.deleteProperty(canvas, 'getContext');
      const gl = getContext(...parameters) as WebGL2RenderingContext;
      run(gl);
      return gl;
    },
  });
}

/** Brings a context back whenever it was lost; gives what takes it away. */
function switchOf(gl: WebGL2RenderingContext, awayMs: number): () => void {
  const extension = gl.getExtension('WEBGL_lose_context')!;
  gl.canvas.addEventListener('webglcontextlost', () => {
    setTimeout(() => {
      extension.restoreContext();
    }, awayMs);
  });
  return () => {
    extension.loseContext();
  };
}

/** Takes a context away at the first of the steps, when it is back at the second, and so on. */
function loseAtEach(gl: WebGL2RenderingContext, lostAt: string[]) {
  const lose = switchOf(gl, AWAY_MS);
  const none = () => Object.fromEntries(METHODS.map((name) => [name, 0])) as Calls;
  let calls = none();
  gl.canvas.addEventListener('webglcontextrestored', () => {
    calls = none();
  });
  for (const name of METHODS) {
    const original = gl[name] as (...parameters: unknown[]) => unknown;
    Object.defineProperty(gl, name, {
      configurable: true,
      value: (...parameters: unknown[]) => {
        calls[name]++;
        if (name === 'linkProgram') calls.flush = 0;
        const [step, reached] = STEPS[lostAt.length] ?? [];
        if (step && reached?.(calls) && !gl.isContextLost()) {
          lostAt.push(step);
          lose();
        }
        return Reflect.apply(original, gl, parameters);
      },
    });
  }
}

describe('a context that is lost while it starts, and comes back', () => {
  it('holds nobody up, at whichever step that is', {timeout: 180_000}, async () => {
    const lostAt: string[] = [];
    stage = await Stage.open({memory: createTuningMemory()}, (canvas) => {
      whenOpened(canvas, (gl) => {
        loseAtEach(gl, lostAt);
      });
    });
    expect(lostAt).toEqual(STEPS.map(([step]) => step));
    await stage.reset(await stage.paint(WARM));
    stage.draw();
    const picture = pixelsOf(stage.canvas);

    expect(stage.engine.stats()).toMatchObject({running: true, stylizer: 'fused'});
    expect(meanDifference(picture, new Uint8Array(picture.length))).toBeGreaterThan(2);
    expect(stage.errors).toEqual([]);
  });

  it.each([50, 500])('holds nobody up: after %i ms, for 600 ms', async (ms) => {
    stage = await Stage.open({}, (canvas) => {
      whenOpened(canvas, (gl) => {
        setTimeout(switchOf(gl, 600), ms);
      });
    });
    await stage.reset(await stage.paint(WARM));

    expect(stage.engine.stats().running).toBe(true);
    expect(stage.errors).toEqual([]);
  });
});

describe('a start that remembers another', () => {
  it('measures and examines nothing anew, and paints the same without TensorFlow.js', async () => {
    const memory = createTuningMemory();
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
    await stage.engine.prepareAnalysis(stage.model, STYLE_SIDE);
    const sources = spyOnShaders();
    await stage.paint(WARM);

    expect(sources.filter(isTensorFlow)).toEqual([]);
  });

  it('finds out anew what does not hold any more', async () => {
    const memory = createTuningMemory();
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
