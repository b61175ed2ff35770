import '@tensorflow/tfjs-backend-cpu';
import * as tf from '@tensorflow/tfjs-core';
import type {PaintLayer} from '../../src/gpu/painter.ts';
import type {Size} from '../../src/gpu/size.ts';
import {createFrameInput} from '../../src/gpu/webgl/picture/frame-input.ts';
import type {Stylizer} from '../../src/gpu/webgl/stylizer.ts';
import type {Architecture} from '../../src/network/architecture.ts';
import {brushedWeights, type BrushShare} from '../../src/network/brush.ts';
import {createNetwork, type Picture} from '../../src/network/network.ts';
import {readStatistics, styleStatistics} from '../../src/network/style-statistics.ts';
import {statisticsTensors, stylize} from '../../src/network/stylize.ts';
import type {Weights} from '../../src/network/weights.ts';
import {toyPicture} from '../network/tensors.ts';
import {paintedCanvas, taken} from './gl-fixture.ts';

/** A frame, what to paint it with, and what the reference makes of both. */
export type Example = {
  frame: HTMLCanvasElement;
  size: Size;
  layer: PaintLayer;
  painting: Float32Array;
};

/**
 * Differences from the reference that are allowed. With full floats only the order of sums differs
 * (measured 1e-5 at most). Half floats and 8 bits of the painting were measured to make 0.002 on
 * average and 0.015 at most.
 */
export const TOLERANCES = {half: {rmse: 0.005, max: 0.03}, full: {rmse: 1e-5, max: 1e-4}};

/** A frame of smooth colours with edges in them. */
export function exampleFrame(size: Size): HTMLCanvasElement {
  return paintedCanvas(size, (x, y) => [
    128 + 120 * Math.sin(x / 3 + y / 7),
    (x * 5 + y * 9) % 256,
    ((x >> 3) + (y >> 3)) & 1 ? 220 : 40,
  ]);
}

/**
 * Runs the reference, on TensorFlow.js's CPU backend; leaves the WebGL backend in use.
 *
 * @param brushes that are painted with: the reference is a network of the kernels they make
 */
export async function makeExample(
  architecture: Architecture,
  weights: Weights,
  size: Size,
  alpha = 0.8,
  brushes: readonly BrushShare[] = [],
): Promise<Example> {
  const frame = exampleFrame(size);
  await tf.setBackend('cpu');
  const brushed = [...brushedWeights(weights, brushes, alpha)].map(
    ([name, values]) => [name, {shape: weights.get(name)!.shape, values}] as const,
  );
  const network = createNetwork(architecture, new Map([...weights, ...brushed]));
  const style = tf.tidy(() => readStatistics(styleStatistics(network, toyPicture(32, 32, 2))));
  const painting = tf.tidy(() => {
    const output = stylize(network, pictureOf(frame), statisticsTensors(style), alpha);
    return Float32Array.from(output.dataSync());
  });
  network.dispose();
  await tf.setBackend('webgl');
  return {frame, size, layer: {code: {statistics: style, brushes}, alpha}, painting};
}

/**
 * What a stylizer makes of an example: RGB in 0…1.
 *
 * @param share as `Stylizer.render` has it
 */
export function paintExample(
  gl: WebGL2RenderingContext,
  stylizer: Stylizer,
  {frame, size, layer}: Example,
  floats: 'half' | 'full' = 'half',
  share?: number,
): Float32Array {
  const input = createFrameInput(gl);
  const {texture} = taken(input, frame);
  let painting: Float32Array = new Float32Array();
  const read = ([painted]: readonly WebGLTexture[]) => {
    painting = readColors(gl, painted!, size, floats);
  };
  stylizer.render(texture, size, [layer], read, share);
  input.dispose();
  return painting;
}

/** Root of the mean square difference, and the largest difference. */
export function differenceOf(a: Float32Array, b: Float32Array): {rmse: number; max: number} {
  if (a.length !== b.length) throw new Error(`Expected ${b.length} numbers, but got ${a.length}.`);
  let [sum, max] = [0, 0];
  a.forEach((value, index) => {
    const difference = Math.abs(value - b[index]!);
    sum += difference ** 2;
    max = Math.max(max, difference);
  });
  return {rmse: Math.sqrt(sum / a.length), max};
}

function pictureOf(canvas: HTMLCanvasElement): Picture {
  const {width, height} = canvas;
  const {data} = canvas.getContext('2d')!.getImageData(0, 0, width, height);
  const values = Float32Array.from(data).filter((_, index) => index % 4 !== 3);
  return tf.div(tf.tensor4d(values, [1, height, width, 3]), 255);
}

/** The RGB of a texture in 0…1: of eight bits (`half`: what the passes draw then) or of floats. */
export function readColors(
  gl: WebGL2RenderingContext,
  texture: WebGLTexture,
  {width, height}: Size,
  floats: 'half' | 'full',
): Float32Array {
  const target = gl.createFramebuffer();
  gl.bindFramebuffer(gl.FRAMEBUFFER, target);
  gl.framebufferTexture2D(gl.FRAMEBUFFER, gl.COLOR_ATTACHMENT0, gl.TEXTURE_2D, texture, 0);
  const length = width * height * 4;
  const values = floats === 'full' ? new Float32Array(length) : new Uint8Array(length);
  const type = floats === 'full' ? gl.FLOAT : gl.UNSIGNED_BYTE;
  gl.readPixels(0, 0, width, height, gl.RGBA, type, values);
  gl.deleteFramebuffer(target);
  const scale = floats === 'full' ? 1 : 1 / 255;
  return Float32Array.from(values, (value) => value * scale).filter((_, index) => index % 4 !== 3);
}
