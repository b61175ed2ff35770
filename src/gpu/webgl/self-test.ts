import {type Exam, examPicture} from '../exam.ts';
import type {Stylizer} from './stylizer.ts';
import {readTexture} from './tools/read-texture.ts';
import {createNearestTexture} from './tools/target-texture.ts';

/** The stylizer does not paint what the reference paints. */
export class SelfTestError extends Error {
  override name = 'SelfTestError';
}

/** Root mean square difference allowed, of colours in 0…1; half floats make about 0.002. */
const TOLERANCE = 0.02;

/**
 * Compares what a stylizer that paints RGBA8 textures makes of the exam with what the reference has
 * made of it. Reads pixels back: for the start only.
 *
 * @throws SelfTestError if the two differ
 */
export function selfTest(gl: WebGL2RenderingContext, stylizer: Stylizer, exam: Exam): void {
  const {size, style, alpha, painting} = exam;
  const {width, height} = size;
  const bytes = examPicture(size);
  const frame = createNearestTexture(gl, gl.TEXTURE_2D);
  gl.texImage2D(gl.TEXTURE_2D, 0, gl.RGBA8, width, height, 0, gl.RGBA, gl.UNSIGNED_BYTE, bytes);
  let painted = new Uint8Array();
  stylizer.render(frame, size, [{code: {statistics: style}, alpha}], ([texture]) => {
    if (texture) painted = readTexture(gl, texture, size);
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

/** Of the RGB of RGBA bytes, against colours in 0…1. */
function rootMeanSquare(bytes: Uint8Array, colors: Float32Array): number {
  let sum = 0;
  colors.forEach((color, index) => {
    const byte = bytes[Math.floor(index / 3) * 4 + (index % 3)] ?? 0;
    sum += (byte / 255 - color) ** 2;
  });
  return Math.sqrt(sum / colors.length);
}
