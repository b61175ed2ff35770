import type {FloatFormats} from '../tools/float-formats.ts';
import type {ProgramSet} from '../tools/program-set.ts';
import type {FrameMemory} from './frame-memory.ts';

/** Draws a pass of the network for a frame; everything else has been made ready. */
export type Step = (frame: WebGLTexture) => void;

/** A pass of the plan on the GPU. */
export type GpuPass = {
  /** Makes the pass ready for frames of the memory's size; the step lives as long as both. */
  bind(memory: FrameMemory): Step;
  /** Frees what the pass holds; may be called twice. */
  dispose(): void;
};

/** What every pass is made with. */
export type PassContext = {
  gl: WebGL2RenderingContext;
  programs: ProgramSet;
  formats: FloatFormats;
};
