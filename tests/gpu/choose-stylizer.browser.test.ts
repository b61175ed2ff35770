import {afterEach, beforeEach, describe, expect, it} from 'vitest';
import {chooseStylizer, type StylizerChoice} from '../../src/gpu/choose-stylizer.ts';
import {chooseTuning, possibleTunings} from '../../src/gpu/choose-tuning.ts';
import {ContextLostError} from '../../src/gpu/gpu-fence.ts';
import {selfTest, SelfTestError} from '../../src/gpu/self-test.ts';
import type {Stylizer} from '../../src/gpu/stylizer.ts';
import {countTensors, startTensorFlow} from '../../src/gpu/tensorflow-backend.ts';
import {architectureOf} from '../../src/network/architecture.ts';
import {randomWeights} from '../network/tensors.ts';
import {openTestContext, wait} from './gl-fixture.ts';

const ARCHITECTURE = architectureOf('swift', 1 / 16);
const WEIGHTS = randomWeights('swift', 1 / 16);
const USUAL = {targets: 8, weights: {kind: 'texture'}, floats: 'half'} as const;

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

async function choose(check: typeof selfTest): Promise<StylizerChoice> {
  const checks = {chooseTuning: () => Promise.resolve(USUAL), selfTest: check};
  return (choice = await chooseStylizer(gl, ARCHITECTURE, WEIGHTS, wait, checks));
}

describe('the choice of a stylizer', () => {
  it('is the fused one where it paints what the reference paints', async () => {
    const {stylizer, reason} = await choose(selfTest);
    expect(reason).toBeUndefined();
    expect(stylizer.kind).toBe('fused');
    expect(gl.getError()).toBe(gl.NO_ERROR);
  });

  it('is the graph where the fused one does not, and says why', async () => {
    const {stylizer, reason} = await choose(() => Promise.reject(new SelfTestError('0.3 off')));
    expect(stylizer.kind).toBe('graph');
    expect(reason).toBe('0.3 off');
    stylizer.dispose();
    expect(countTensors()).toBe(0);
  });

  it('is the graph where a shader does not compile', async () => {
    const shaderSource = gl.shaderSource.bind(gl);
    Object.defineProperty(gl, 'shaderSource', {
      value: (shader: WebGLShader, source: string) => {
        shaderSource(shader, source.includes('convolve') ? `${source} nonsense` : source);
      },
    });
    const {stylizer, reason} = await choose(selfTest);
    expect(stylizer.kind).toBe('graph');
    expect(reason).toContain('nonsense');
  });

  it('is given up when the context is lost', async () => {
    const lost = choose(() => {
      gl.getExtension('WEBGL_lose_context')!.loseContext();
      return Promise.reject(new ContextLostError());
    });
    await expect(lost).rejects.toThrow(ContextLostError);
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
      analyzeStyle: () => Promise.resolve({}),
      render: (_, _size, _paint, show) => {
        show(painting);
      },
      dispose: () => {},
    };
  }

  it.each([0, 128, 255])('refuses a picture that is all %i', async (value) => {
    const before = countTensors();
    const test = selfTest(gl, plainStylizer(value), ARCHITECTURE, WEIGHTS);
    await expect(test).rejects.toThrow(SelfTestError);
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
    const shaderSource = gl.shaderSource.bind(gl);
    Object.defineProperty(gl, 'shaderSource', {
      value: (shader: WebGLShader, source: string) => {
        shaderSource(shader, source.includes('std140') ? `${source} nonsense` : source);
      },
    });
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
