import {cellsOfMask, drawFigure} from '../../../network/person/person-exam.ts';
import type {PersonNetwork} from '../../../network/person/person-network.ts';
import {SelfTestError} from '../self-test.ts';
import {gpuFinished} from '../tools/gpu-fence.ts';
import {createNearestTexture, createTarget} from '../tools/target-texture.ts';
import type {PersonPasses} from './person-passes.ts';

/** Largest difference allowed of a cell's mean. */
const TOLERANCE = 0.05;

/**
 * Compares the mask of a figure with what plain loops have made of it. Reads pixels back: for the start only.
 *
 * @param wait resolves after the milliseconds given
 * @throws SelfTestError if the two differ
 */
export async function testPersonPasses(
  gl: WebGL2RenderingContext,
  passes: PersonPasses,
  {side, exam}: Pick<PersonNetwork, 'side' | 'exam'>,
  wait: (ms: number) => Promise<void>,
): Promise<void> {
  const picture = createNearestTexture(gl, gl.TEXTURE_2D);
  const bytes = drawFigure(side);
  gl.texImage2D(gl.TEXTURE_2D, 0, gl.RGBA8, side, side, 0, gl.RGBA, gl.UNSIGNED_BYTE, bytes);
  const mask = createTarget(gl, gl.RGBA16F, {width: side, height: side});
  try {
    passes.draw(picture, mask, picture, 0);
    await gpuFinished(gl, wait);
    const values = new Float32Array(4 * side * side);
    gl.bindFramebuffer(gl.FRAMEBUFFER, mask.framebuffer);
    gl.readPixels(0, 0, side, side, gl.RGBA, gl.FLOAT, values);
    const reds = values.filter((_, at) => at % 4 === 0);
    const differences = cellsOfMask(reds, side).map((cell, at) => Math.abs(cell - (exam[at] ?? 0)));
    const largest = Math.max(...differences);
    // Written so that not-a-number fails as well.
    if (!(largest <= TOLERANCE)) {
      throw new SelfTestError(`Expected a mask within ${TOLERANCE}, but it is ${largest} off.`);
    }
  } finally {
    gl.deleteTexture(picture);
    mask.dispose();
  }
}
