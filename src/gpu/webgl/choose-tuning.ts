import type {FeatureMap} from '../plan/feature-map.ts';
import type {ConvPass} from '../plan/plan.ts';
import type {Tuning} from './fused-stylizer.ts';
import {createConvPass} from './passes/conv-pass.ts';
import {createFrameMemory} from './passes/frame-memory.ts';
import {floatFormats} from './tools/float-formats.ts';
import {gpuFinished} from './tools/gpu-fence.ts';
import {createProgramSet} from './tools/program-set.ts';

/** Beyond this nothing more is tried: a machine this slow has better things to do. */
const BUDGET_MS = 400;

/** A measurement is long enough to be told apart by a fence that is looked at once a millisecond. */
const MEASURE_MS = 12;
const MOST_DRAWS = 1024;

/** Uniform blocks of more than this are not to be had everywhere where they are promised. */
const LARGEST_BLOCK_BYTES = 65536;

/** What is measured is a convolution as in the middle of `swift`: 64 channels on 64×64 pixels. */
const CHANNELS = 64;
const SIZE = {width: 64, height: 64};
const FIRST: ConvPass = {
  kind: 'conv',
  form: 'plain',
  path: '',
  inputs: 3,
  outputs: CHANNELS,
  input: 'frame',
  range: [0, 1],
  output: 0,
};
const MEASURED: ConvPass = {...FIRST, inputs: CHANNELS, input: {map: 0}, output: 1};

/** The tunings that a GPU can do, the one that suits most first. */
export function possibleTunings(gl: WebGL2RenderingContext): [Tuning, ...Tuning[]] {
  const drawBuffers = gl.getParameter(gl.MAX_DRAW_BUFFERS) as number;
  const blockBytes = gl.getParameter(gl.MAX_UNIFORM_BLOCK_SIZE) as number;
  const texture = {kind: 'texture'} as const;
  const block = {kind: 'block', bytes: Math.min(blockBytes, LARGEST_BLOCK_BYTES)} as const;
  const four = {targets: 4, floats: 'half'} as const;
  const narrow: [Tuning, Tuning] = [
    {...four, weights: texture},
    {...four, weights: block},
  ];
  if (drawBuffers < 8) return narrow;
  const eight = {targets: 8, floats: 'half'} as const;
  return [{...eight, weights: texture}, {...eight, weights: block}, ...narrow];
}

/**
 * Finds out what is fastest on this GPU: how many targets a pass should draw to, and whether weights
 * should come from textures or uniform blocks. Takes a fraction of a second.
 *
 * @param wait resolves after the milliseconds given
 * @param now milliseconds
 * @throws ContextLostError
 */
export async function chooseTuning(
  gl: WebGL2RenderingContext,
  wait: (ms: number) => Promise<void>,
  now: () => number,
): Promise<Tuning> {
  const tunings = possibleTunings(gl);
  const end = now() + BUDGET_MS;
  let best = {tuning: tunings[0], ms: Infinity};
  for (const tuning of tunings) {
    const trial = startTrial(gl, tuning, wait, now);
    try {
      await trial.warmUp();
      if (now() > end) break;
      const ms = await trial.measure();
      if (ms < best.ms) best = {tuning, ms};
    } catch (error) {
      // A tuning that a driver cannot compile is not for this GPU, but another may be.
      if (gl.isContextLost()) throw error;
    } finally {
      trial.dispose();
    }
  }
  return best.tuning;
}

function startTrial(
  gl: WebGL2RenderingContext,
  tuning: Tuning,
  wait: (ms: number) => Promise<void>,
  now: () => number,
) {
  const map: FeatureMap = {
    groups: CHANNELS / 4,
    shrink: 1,
    layout: 'blocks',
    groupsPerTile: tuning.targets / 4,
  };
  const plan = {maps: [map, map], passes: [FIRST, MEASURED]};
  const programs = createProgramSet(gl);
  const formats = floatFormats(gl, tuning.floats);
  const kernel = new Float32Array(9 * CHANNELS * CHANNELS);
  const weights = new Map([
    [`${MEASURED.path}/kernel`, {shape: [3, 3, CHANNELS, CHANNELS], values: kernel}],
    [`${MEASURED.path}/bias`, {shape: [CHANNELS], values: new Float32Array(CHANNELS)}],
  ]);
  const context = {gl, programs, formats};
  const pass = createConvPass(context, MEASURED, map, weights, new Map(), tuning.weights);
  const memory = createFrameMemory(gl, plan, formats, SIZE);
  const vertices = gl.createVertexArray();
  const unused = gl.createTexture();

  async function run(draws: number): Promise<number> {
    const step = pass.bind(memory);
    const start = now();
    gl.bindVertexArray(vertices);
    for (let draw = 0; draw < draws; draw++) step(unused);
    gl.bindVertexArray(null);
    await gpuFinished(gl, wait);
    return now() - start;
  }

  return {
    /** Compiles; the first draw is slower than those that follow. */
    async warmUp() {
      await programs.finished(wait);
      await run(1);
    },
    /** Milliseconds a draw. */
    async measure() {
      for (let draws = 1; ; draws *= 2) {
        const ms = await run(draws);
        if (ms >= MEASURE_MS || draws >= MOST_DRAWS) return ms / draws;
      }
    },
    dispose() {
      pass.dispose();
      memory.dispose();
      programs.dispose();
      gl.deleteVertexArray(vertices);
      gl.deleteTexture(unused);
    },
  };
}
