import type {Architecture} from '../../network/architecture.ts';
import {plainStyle} from '../../network/plain-style.ts';
import type {Size} from '../size.ts';
import type {Stylizer} from './stylizer.ts';
import {gpuFinished} from './tools/gpu-fence.ts';
import {createTarget} from './tools/target-texture.ts';

/** Samples that the median is taken of. */
const SAMPLES = 5;

/** Frames of a sample: a fence is looked at too seldom to time one frame of a fast GPU. */
const FRAMES_A_SAMPLE = 3;

/** A GPU that takes longer for a frame is too slow to be timed any better, in milliseconds. */
const SLOW_MS = 100;

/**
 * How long a stylizer takes for a frame of `size`, in milliseconds: blank pictures, not shown.
 *
 * @param wait resolves after the milliseconds given
 * @throws ContextLostError
 */
export async function timeFrames(
  gl: WebGL2RenderingContext,
  stylizer: Stylizer,
  architecture: Architecture,
  size: Size,
  wait: (ms: number) => Promise<void>,
): Promise<number> {
  const blank = createTarget(gl, gl.RGBA8, size);
  const layer = {code: {statistics: plainStyle(architecture)}, alpha: 1};
  async function timeOf(frames: number): Promise<number> {
    const start = performance.now();
    for (let frame = 0; frame < frames; frame++) {
      stylizer.render(blank.texture, size, [layer], () => {});
    }
    await gpuFinished(gl, wait);
    return (performance.now() - start) / frames;
  }
  try {
    // What was submitted before is not to be counted, and first frames are slow.
    await gpuFinished(gl, wait);
    await timeOf(1);
    const first = await timeOf(1);
    if (first > SLOW_MS) return first;
    const times: number[] = [];
    while (times.length < SAMPLES) times.push(await timeOf(FRAMES_A_SAMPLE));
    return times.sort((a, b) => a - b)[SAMPLES >> 1] ?? first;
  } finally {
    blank.dispose();
  }
}
