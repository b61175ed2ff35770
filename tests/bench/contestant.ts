import type {Size} from '../../src/gpu/size.ts';
import type {Stylizer} from '../../src/gpu/webgl/stylizer.ts';
import type {DrawCounts} from './gl-counter.ts';
import type {Showing, Stage} from './stage.ts';

/** What one stylizer takes. A frame is the stylizer's render and the presenter's show. */
export type Contestant = {
  /** What every frame takes, and what the stylizer holds. */
  counts: DrawCounts & {
    /**
     * Weights, features, and textures kept for the next frame. Two stylizers on TensorFlow.js share
     * what it keeps: the first is charged.
     */
    textureBytes: number;
    /** Frames a sample: several in a row where one is too short for the clock. */
    framesPerSample: number;
  };
  /** Paints the frame on the stage and takes the time. */
  sample(): Promise<Sample>;
};

/** Milliseconds a frame: until the GPU's fence, and inside the calls. */
export type Sample = {frameMs: number; mainThreadMs: number};

/** Long enough for programs and textures to be made and for a GPU to raise its clock. */
const WARM_UP_MS = 500;
const WARM_UP_FRAMES = 2;

/** The fence is looked at once a millisecond, so that this long a sample is right to a few per cent. */
const SAMPLE_MS = 30;

/** Warms a new stylizer up, counts what a frame takes, and finds out how long a sample must be. */
export async function startContestant(
  stage: Stage,
  createStylizer: () => Stylizer,
  size: Size,
  showing: Showing = {},
): Promise<Contestant> {
  await stage.takeFrame();
  const bytesBefore = stage.counter.textureBytes();
  const stylizer = createStylizer();
  await stylizer.prepare(size);

  async function run(frames: number): Promise<Sample> {
    const start = performance.now();
    stage.paint(stylizer, showing);
    // Later frames may wait inside a call for room in the queue to the GPU.
    const mainThreadMs = performance.now() - start;
    for (let frame = 1; frame < frames; frame++) stage.paint(stylizer, showing);
    await stage.finished();
    return {frameMs: (performance.now() - start) / frames, mainThreadMs};
  }

  const warm = performance.now() + WARM_UP_MS;
  for (let frame = 0; frame < WARM_UP_FRAMES || performance.now() < warm; frame++) await run(1);

  let framesPerSample = 1;
  while ((await run(framesPerSample)).frameMs * framesPerSample < SAMPLE_MS) framesPerSample *= 2;

  const draws = stage.counter.countDraws(() => {
    stage.paint(stylizer, showing);
  });
  await stage.finished();
  const textureBytes = stage.counter.textureBytes() - bytesBefore;
  return {
    counts: {...draws, textureBytes, framesPerSample},
    sample: () => run(framesPerSample),
  };
}
