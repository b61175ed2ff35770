import type {Architecture} from '../../network/architecture.ts';
import type {Weights} from '../../network/weights.ts';
import type {Stylizer} from '../stylizer.ts';
import {createGraphStylizer} from '../tensorflow/graph-stylizer.ts';
import {prepareSelfTest} from '../tensorflow/self-test.ts';
import {chooseTuning} from './choose-tuning.ts';
import {createFusedStylizer, type Tuning} from './fused-stylizer.ts';
import {gpuFinished} from './tools/gpu-fence.ts';

/** The stylizer to paint with, and where that is the slow one, why. */
export type StylizerChoice = {stylizer: Stylizer; reason?: string};

/** The steps of the choice, for tests to put others in. */
export type StylizerChecks = {
  chooseTuning: () => Promise<Tuning>;
  prepareSelfTest: typeof prepareSelfTest;
};

/**
 * Makes the fused stylizer, tries it out against the reference, and gives it if it holds, else the
 * graph stylizer, which is slower but asks nothing special of the GPU.
 *
 * @param wait resolves after the milliseconds given
 * @throws only where the context is lost meanwhile, or no stylizer can be made
 */
export async function chooseStylizer(
  gl: WebGL2RenderingContext,
  architecture: Architecture,
  weights: Weights,
  wait: (ms: number) => Promise<void>,
  checks: StylizerChecks = {
    chooseTuning: () => chooseTuning(gl, wait, () => performance.now()),
    prepareSelfTest,
  },
): Promise<StylizerChoice> {
  let fused: Stylizer | undefined;
  try {
    const tuning = await checks.chooseTuning();
    const stylizer = createFusedStylizer(gl, architecture, weights, tuning, wait);
    fused = stylizer;
    // The reference is painted while the browser compiles.
    const test = checks.prepareSelfTest(architecture, weights);
    await stylizer.compiled();
    test(gl, stylizer);
    return {stylizer};
  } catch (error) {
    fused?.dispose();
    if (gl.isContextLost()) throw error;
    const reason = error instanceof Error ? error.message : String(error);
    const finished = () => gpuFinished(gl, wait);
    return {stylizer: createGraphStylizer(architecture, weights, finished), reason};
  }
}
