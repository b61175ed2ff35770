import type {LoadedNetwork} from '../../network/load-network.ts';
import {type Exam, examSize} from '../exam.ts';
import {createFusedStylizer, type Tuning} from './fused-stylizer.ts';
import {selfTest} from './self-test.ts';
import type {Stylizer} from './stylizer.ts';
import {gpuFinished} from './tools/gpu-fence.ts';

/** The stylizer to paint with, and where that is the slow one, why. */
export type StylizerChoice = {stylizer: Stylizer; reason?: string};

/** What a choice is made from. */
export type StylizerSteps = {
  /** What is known already, each if it is. */
  recall(): {tuning?: Tuning | undefined; exam?: Exam | undefined};
  /** Measures what suits the GPU. */
  measure(): Promise<Tuning>;
  /** Has the reference paint what the network is to paint. */
  paintExam(): Promise<Exam>;
  /** Takes note of a tuning with which the network passed. */
  keep(tuning: Tuning, exam: Exam): void;
  /** Makes the stylizer that asks nothing special of the GPU. */
  createGraph(): Promise<Stylizer>;
};

/**
 * Makes the fused stylizer, tries it out against the reference, and gives it if it holds, else the
 * graph stylizer, which is slower. What is remembered is tried first; where it does not hold,
 * everything is found out anew.
 *
 * @param wait resolves after the milliseconds given
 * @throws only where the context is lost meanwhile, or no stylizer can be made
 */
export async function chooseStylizer(
  gl: WebGL2RenderingContext,
  network: Pick<LoadedNetwork, 'architecture' | 'weights'>,
  wait: (ms: number) => Promise<void>,
  steps: StylizerSteps,
): Promise<StylizerChoice> {
  const known = steps.recall();
  if (known.tuning) {
    try {
      return {stylizer: await tryOut(known.tuning, known.exam)};
    } catch (error) {
      // The GPU, its driver or the browser may be another than it was.
      if (gl.isContextLost()) throw error;
    }
  }
  try {
    return {stylizer: await tryOut(await steps.measure())};
  } catch (error) {
    if (gl.isContextLost()) throw error;
    const reason = error instanceof Error ? error.message : String(error);
    return {stylizer: await steps.createGraph(), reason};
  }

  async function tryOut(tuning: Tuning, knownExam?: Exam): Promise<Stylizer> {
    const {architecture, weights} = network;
    const size = examSize(weights);
    const stylizer = createFusedStylizer(gl, architecture, weights, tuning, wait);
    try {
      await stylizer.prepare(size);
      // The GPU is at it while the reference is painted.
      stylizer.warmUp(size);
      const exam = knownExam ?? (await steps.paintExam());
      await gpuFinished(gl, wait);
      selfTest(gl, stylizer, exam);
      if (!knownExam) steps.keep(tuning, exam);
      return stylizer;
    } catch (error) {
      stylizer.dispose();
      throw error;
    }
  }
}
