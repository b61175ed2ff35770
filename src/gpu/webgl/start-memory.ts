import type {LoadedNetwork} from '../../network/load-network.ts';
import type {Exam} from '../exam.ts';
import type {TuningMemory} from '../tuning-memory.ts';
import {possibleTunings} from './choose-tuning.ts';
import type {Tuning} from './fused-stylizer.ts';
import {packExam, unpackExam} from './pack-exam.ts';

/** Of what is kept: what has another is of another version of this code, and forgotten. */
const FORMAT = 1;

/** Exams that are kept: a family of networks and one more. */
const MOST_EXAMS = 4;

/** What earlier starts have found out of a GPU, checked. */
export type StartMemory = {
  /** The tuning that was kept, if this context can do it. */
  tuning(): Tuning | undefined;
  /** The exam of a network that was kept, if it is one. */
  exam(network: LoadedNetwork): Exam | undefined;
  /** Keeps a tuning, and the exam that a network has passed with it. */
  keep(tuning: Tuning, network: LoadedNetwork, exam: Exam): void;
};

type Kept = {format: number; tuning: Tuning; exams: [checksum: string, exam: unknown][]};

/** Opens what is remembered of a context's GPU. */
export function openStartMemory(
  gl: WebGL2RenderingContext,
  memory: TuningMemory | undefined,
): StartMemory {
  const gpu = gpuOf(gl);

  function recall(): Partial<Kept> {
    const kept = memory?.recall(gpu) as Partial<Kept> | null | undefined;
    return kept?.format === FORMAT ? kept : {};
  }

  function exams(): Kept['exams'] {
    const kept = recall().exams;
    return Array.isArray(kept) ? kept.filter(Array.isArray) : [];
  }

  return {
    tuning() {
      const kept = JSON.stringify(recall().tuning);
      return possibleTunings(gl).find((tuning) => JSON.stringify(tuning) === kept);
    },
    exam({checksum, architecture, weights}) {
      const kept = exams().find(([name]) => checksum !== '' && name === checksum);
      return kept && unpackExam(kept[1], architecture, weights);
    },
    keep(tuning, {checksum}, exam) {
      const others = exams().filter(([name]) => name !== checksum);
      const own: Kept['exams'] = checksum ? [[checksum, packExam(exam)]] : [];
      const kept: Kept = {format: FORMAT, tuning, exams: [...own, ...others].slice(0, MOST_EXAMS)};
      memory?.keep(gpu, kept);
    },
  };
}

/** The GPU as the browser names it, and the browser: another version may draw otherwise. */
function gpuOf(gl: WebGL2RenderingContext): string {
  const info = gl.getExtension('WEBGL_debug_renderer_info');
  const renderer: unknown = gl.getParameter(info ? info.UNMASKED_RENDERER_WEBGL : gl.RENDERER);
  return `${String(renderer)}, ${navigator.userAgent}`;
}
