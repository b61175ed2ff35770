import * as tf from '@tensorflow/tfjs';
import {adain} from '../../network/adain.ts';
import type {Architecture} from '../../network/architecture.ts';
import {decode} from '../../network/decoder.ts';
import {encode} from '../../network/encoder.ts';
import {createNetwork, type Features, type Network} from '../../network/network.ts';
import {
  channelStatistics,
  readStatistics,
  type StyleStatistics,
} from '../../network/style-statistics.ts';
import {statisticsTensors} from '../../network/stylize.ts';
import type {Weights} from '../../network/weights.ts';
import type {Size} from '../size.ts';
import type {Stylizer} from '../stylizer.ts';
import {readTexture} from '../webgl/tools/read-texture.ts';
import {createNearestTexture} from '../webgl/tools/target-texture.ts';

/** The stylizer does not paint what the reference paints. */
export class SelfTestError extends Error {
  override name = 'SelfTestError';
}

/** The reference takes about a quarter of a second at either size, for the network it is meant for. */
const SIZE = {width: 48, height: 32};
const SIZE_OF_LARGE = {width: 16, height: 16};
const LARGE_WEIGHTS = 2_000_000;

/** Root mean square difference allowed, of colours in 0…1; half floats make about 0.002. */
const TOLERANCE = 0.02;

/** What is painted: strength, and how much wider than its own the content's channels become. */
const ALPHA = 0.7;
const WIDER = 1.5;

/** A picture, the style to paint it in, and the painting that should come of it. */
type Exam = {size: Size; picture: Uint8Array; style: StyleStatistics; painting: Float32Array};

/** By weights: a context that comes back is examined with what is known already. */
const exams = new WeakMap<Weights, Exam>();

/**
 * Prepares the comparison of a stylizer with what the reference paints, TensorFlow.js on the CPU.
 * Holds the page up for about a quarter of a second: for the start only.
 *
 * @returns the test, which reads pixels back, of a stylizer that paints RGBA8 textures; it throws
 *   SelfTestError if the two differ
 */
export function prepareSelfTest(
  architecture: Architecture,
  weights: Weights,
): (gl: WebGL2RenderingContext, stylizer: Stylizer) => void {
  const exam = exams.get(weights) ?? makeExam(architecture, weights);
  exams.set(weights, exam);
  return (gl, stylizer) => {
    examine(gl, stylizer, exam);
  };
}

function examine(gl: WebGL2RenderingContext, stylizer: Stylizer, exam: Exam): void {
  const {size, picture, style, painting} = exam;
  const {width, height} = size;
  const frame = createNearestTexture(gl, gl.TEXTURE_2D);
  gl.texImage2D(gl.TEXTURE_2D, 0, gl.RGBA8, width, height, 0, gl.RGBA, gl.UNSIGNED_BYTE, picture);
  let painted = new Uint8Array();
  stylizer.render(frame, size, {style, alpha: ALPHA}, (texture) => {
    painted = readTexture(gl, texture, size);
  });
  gl.deleteTexture(frame);
  if (gl.isContextLost()) return;

  const difference = rootMeanSquare(painted, painting);
  // Written so that not-a-number fails as well.
  if (!(difference <= TOLERANCE)) {
    throw new SelfTestError(
      `Expected a painting within ${TOLERANCE} of the reference, but it is ${difference} off.`,
    );
  }
}

/** RGBA bytes with smooth parts, edges and every colour. */
function testPicture({width, height}: Size): Uint8Array {
  return Uint8Array.from({length: width * height * 4}, (_, index) => {
    const [x, y] = [(index >> 2) % width, Math.floor((index >> 2) / width)];
    return [
      x * 5,
      127 + 120 * Math.sin((x + 2 * y) / 5),
      ((x >> 2) + (y >> 2)) & 1 ? 220 : 30,
      255,
    ][index & 3] as number;
  });
}

function makeExam(architecture: Architecture, weights: Weights): Exam {
  const count = [...weights.values()].reduce((sum, {values}) => sum + values.length, 0);
  const size = count > LARGE_WEIGHTS ? SIZE_OF_LARGE : SIZE;
  const picture = testPicture(size);
  const backend = tf.getBackend();
  // Nothing is awaited here: a frame that another network paints would meet the wrong backend.
  void tf.setBackend('cpu');
  try {
    const network = createNetwork(architecture, weights);
    try {
      return {size, picture, ...paintReference(network, picture, size)};
    } finally {
      network.dispose();
    }
  } finally {
    void tf.setBackend(backend);
  }
}

function paintReference(
  network: Network,
  picture: Uint8Array,
  {width, height}: Size,
): Pick<Exam, 'style' | 'painting'> {
  const colors = Float32Array.from(picture.filter((_, index) => index % 4 !== 3));
  const content = tf.tidy(() => tf.div(tf.tensor4d(colors, [1, height, width, 3]), 255));
  const features = encode(network, content as tf.Tensor4D);
  const style = widened(features);
  const painting = tf.tidy(() => {
    const tensors = statisticsTensors(style);
    const styled: Features = {};
    for (const [level, feature] of Object.entries(features)) {
      const statistics = tensors[level];
      if (statistics) styled[level] = adain(feature, statistics, ALPHA);
    }
    return Float32Array.from(decode(network, styled).dataSync());
  });
  tf.dispose([content, features]);
  return {style, painting};
}

/** A style not unlike the content, so that the painting is neither black nor white. */
function widened(features: Features): StyleStatistics {
  return tf.tidy(() => {
    const style = Object.entries(features).map(([level, feature]) => {
      const {mean, std} = channelStatistics(feature);
      return [level, {mean, std: tf.mul<tf.Tensor4D>(std, WIDER)}] as const;
    });
    return readStatistics(Object.fromEntries(style));
  });
}

/** Of the RGB of RGBA bytes, against colours in 0…1. */
function rootMeanSquare(bytes: Uint8Array, colors: Float32Array): number {
  let sum = 0;
  colors.forEach((color, index) => {
    const byte = bytes[Math.floor(index / 3) * 4 + (index % 3)] ?? 0;
    sum += (byte / 255 - color) ** 2;
  });
  return Math.sqrt(sum / colors.length);
}
