import '@tensorflow/tfjs-backend-cpu';
import * as tf from '@tensorflow/tfjs-core';
import {afterEach, beforeEach, describe, expect, it} from 'vitest';
import {ContextLostError} from '../../../src/gpu/context-lost-error.ts';
import {createGraphStylizer} from '../../../src/gpu/tensorflow/graph-stylizer.ts';
import {createStyleEncoder, type StyleEncoder} from '../../../src/gpu/tensorflow/style-encoder.ts';
import {countTensors, startTensorFlow} from '../../../src/gpu/tensorflow/tensorflow-backend.ts';
import {createFrameInput} from '../../../src/gpu/webgl/picture/frame-input.ts';
import type {Stylizer} from '../../../src/gpu/webgl/stylizer.ts';
import {gpuFinished} from '../../../src/gpu/webgl/tools/gpu-fence.ts';
import {createNetwork, type Picture} from '../../../src/network/network.ts';
import {readStatistics, styleStatistics} from '../../../src/network/style-statistics.ts';
import {statisticsTensors, stylize} from '../../../src/network/stylize.ts';
import {largestDifference} from '../../network/golden.ts';
import {randomWeights} from '../../random-weights.ts';
import {toyArchitecture} from '../../toy-architecture.ts';
import {openTestContext, paintedCanvas, taken, wait} from '../gl-fixture.ts';

const SIZE = {width: 48, height: 32};
const ARCHITECTURE = toyArchitecture();
const WEIGHTS = randomWeights(ARCHITECTURE);
const FRAME = paintedCanvas(SIZE, (x, y) => [x * 5, y * 7, 128]);
const STYLE = paintedCanvas(SIZE, (x, y) => [(x * 37) % 256, 40, (y * 53) % 256]);

/** What a canvas holds, as the network takes it. */
function pictureOf(canvas: HTMLCanvasElement): Picture {
  const {data} = canvas.getContext('2d')!.getImageData(0, 0, SIZE.width, SIZE.height);
  const values = Float32Array.from(data).filter((_, index) => index % 4 !== 3);
  return tf.div(tf.tensor4d(values, [1, SIZE.height, SIZE.width, 3]), 255);
}

describe('graph stylizer', () => {
  let gl: WebGL2RenderingContext;
  let stylizer: Stylizer;
  let encoder: StyleEncoder;
  let inputs: {frame: WebGLTexture; style: WebGLTexture};

  beforeEach(async () => {
    gl = openTestContext();
    await startTensorFlow(gl);
    stylizer = createGraphStylizer(ARCHITECTURE, WEIGHTS);
    encoder = createStyleEncoder(gl, ARCHITECTURE, WEIGHTS, () => gpuFinished(gl, wait));
    inputs = {
      frame: taken(createFrameInput(gl), FRAME).texture,
      style: taken(createFrameInput(gl), STYLE).texture,
    };
  });
  afterEach(() => {
    stylizer.dispose();
    encoder.dispose();
  });

  async function paint(alpha = 1) {
    const code = await encoder.analyzeStyle(inputs.style, SIZE);
    let bytes: Uint8Array = new Uint8Array();
    stylizer.render(inputs.frame, SIZE, [{code, alpha}], ([painting]) => {
      bytes = readFloats(painting!);
    });
    return bytes;
  }

  function readFloats(texture: WebGLTexture): Uint8Array {
    const target = gl.createFramebuffer();
    gl.bindFramebuffer(gl.FRAMEBUFFER, target);
    gl.framebufferTexture2D(gl.FRAMEBUFFER, gl.COLOR_ATTACHMENT0, gl.TEXTURE_2D, texture, 0);
    const floats = new Float32Array(SIZE.width * SIZE.height * 4);
    gl.readPixels(0, 0, SIZE.width, SIZE.height, gl.RGBA, gl.FLOAT, floats);
    return Uint8Array.from(floats, (value) => Math.round(value * 255));
  }

  it('paints what the reference paints', async () => {
    const painted = await paint(0.7);
    await tf.setBackend('cpu');
    const network = createNetwork(ARCHITECTURE, WEIGHTS);
    const expected = tf.tidy(() => {
      const style = statisticsTensors(readStatistics(styleStatistics(network, pictureOf(STYLE))));
      return stylize(network, pictureOf(FRAME), style, 0.7).dataSync();
    });
    network.dispose();
    await tf.setBackend('webgl');

    const colors = painted.filter((_, index) => index % 4 !== 3);
    expect(
      largestDifference(
        colors,
        expected.map((value) => value * 255),
      ),
    ).toBeLessThan(1.1);
  });

  it('paints the same after its programs were compiled ahead', async () => {
    const plain = await paint();
    stylizer.dispose();
    encoder.dispose();
    await startTensorFlow(gl);
    stylizer = createGraphStylizer(ARCHITECTURE, WEIGHTS);
    encoder = createStyleEncoder(gl, ARCHITECTURE, WEIGHTS, () => gpuFinished(gl, wait));
    await stylizer.prepare(SIZE);

    expect(await paint()).toEqual(plain);
  });

  it('paints each layer as if it were alone, and leaves nothing of them behind', async () => {
    const code = await encoder.analyzeStyle(inputs.style, SIZE);
    const layers = [1, 0.3].map((alpha) => ({code, alpha}));
    const alone = [await paint(1), await paint(0.3)];
    const before = countTensors();
    const together: Uint8Array[] = [];
    stylizer.render(inputs.frame, SIZE, layers, (paintings) => {
      together.push(...paintings.map(readFloats));
    });

    expect(together).toEqual(alone);
    expect(alone[0]).not.toEqual(alone[1]);
    expect(countTensors()).toBe(before);
  });

  it('leaves nothing behind from frame to frame', async () => {
    const code = await encoder.analyzeStyle(inputs.style, SIZE);
    stylizer.render(inputs.frame, SIZE, [{code, alpha: 1}], () => {});
    const before = countTensors();
    for (let frame = 0; frame < 5; frame++) {
      stylizer.render(inputs.frame, SIZE, [{code, alpha: frame / 5}], () => {});
    }
    expect(countTensors()).toBe(before);
  });

  it('leaves nothing behind at the end, also when disposed twice', async () => {
    await paint();
    encoder.dispose();
    stylizer.dispose();
    stylizer.dispose();
    expect(countTensors()).toBe(0);
    expect(() => {
      stylizer.render(inputs.frame, SIZE, [{code: {statistics: {}}, alpha: 1}], () => {});
    }).toThrow();
  });
});

describe('gpuFinished', () => {
  it('resolves when the GPU is done', async () => {
    await expect(gpuFinished(openTestContext(), wait)).resolves.toBeUndefined();
  });

  it('rejects where the context is lost already', async () => {
    const gl = openTestContext();
    gl.getExtension('WEBGL_lose_context')!.loseContext();
    await expect(gpuFinished(gl, wait)).rejects.toThrow(ContextLostError);
  });
});
