import vertexSource from './screen-triangle.glsl?raw';
import {type ShaderProgram, startShaderProgram} from './shader-program.ts';

/** The programs of a network: one for each fragment shader, however many passes use it. */
export type ProgramSet = {
  /** The program of a fragment shader, which starts to compile when first asked for. */
  programOf(fragmentSource: string): ShaderProgram;
  /**
   * Resolves when all programs are linked.
   *
   * @throws with the compiler's log if a shader is wrong
   */
  finished(wait: (ms: number) => Promise<void>): Promise<void>;
  /** How many there are. */
  count(): number;
  /** Frees the programs; may be called twice. */
  dispose(): void;
};

/** Makes an empty set in this context. */
export function createProgramSet(gl: WebGL2RenderingContext): ProgramSet {
  const programs = new Map<string, ShaderProgram>();
  const unfinished = new Set<ShaderProgram>();
  return {
    programOf(fragmentSource) {
      const known = programs.get(fragmentSource);
      if (known) return known;
      const program = startShaderProgram(gl, vertexSource, fragmentSource);
      programs.set(fragmentSource, program);
      unfinished.add(program);
      return program;
    },
    async finished(wait) {
      for (const program of unfinished) {
        // Asking for the state of a link would hold the page up until it is done.
        while (!program.isReady()) await wait(POLL_MS);
        const start = performance.now();
        program.finish();
        unfinished.delete(program);
        // Where the browser compiles only now, the page gets its turn between two.
        if (performance.now() - start > LONG_MS) await wait(0);
      }
    },
    count: () => programs.size,
    dispose() {
      for (const program of programs.values()) program.dispose();
      programs.clear();
      unfinished.clear();
    },
  };
}

/** How often a compiling program is looked at. */
const POLL_MS = 5;

/** A page that is held up for longer is felt. */
const LONG_MS = 5;
