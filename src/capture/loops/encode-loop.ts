import {drawStep} from './draw-step.ts';
import {fittedSize, type PictureSize} from './fitted-size.ts';
import type {LoopEncoder, LoopFile} from './loop-encoder.ts';
import type {LoopStep} from './loop-plan.ts';
import {openPictureEncoder} from './picture-encoder.ts';
import type {LoopFrame} from './rolling-memory.ts';

/** Of so many pictures a GIF's colours are chosen. */
const SAMPLES = 6;

/** What file a loop becomes. */
export type LoopKind = LoopFile['extension'];

/** How a loop is made. */
export type LoopMaking = {
  kind: LoopKind;
  /** In pixels, at most. */
  longSide: number;
  /** Of a GIF: whether neighbours take turns between two colours where neither fits. */
  dithers: boolean;
  signal: AbortSignal;
  /** Told how far it is, 0…1; it goes on when that resolves. */
  reach(done: number): Promise<void>;
};

/**
 * Makes a file of a loop.
 *
 * @param frames what the steps show; they stay the caller's
 * @throws the signal's reason, or what has gone wrong
 */
export async function encodeLoop(
  frames: readonly LoopFrame[],
  steps: readonly LoopStep[],
  making: LoopMaking,
): Promise<LoopFile> {
  const {width = 0, height = 0} = frames[0]?.picture ?? {};
  const canvas = document.createElement('canvas');
  Object.assign(canvas, fittedSize({width, height}, making.longSide));
  const context = canvas.getContext('2d');
  if (!context) throw new Error(`Got no 2D context for ${width} × ${height} pixels.`);
  context.imageSmoothingQuality = 'high';
  const show = (step: LoopStep) => {
    drawStep(context, frames, step);
    return canvas;
  };
  let encoder: LoopEncoder | undefined;
  try {
    await making.reach(0);
    encoder = await openEncoder(canvas, steps, making, show);
    for (const [place, step] of steps.entries()) {
      await encoder.add(show(step));
      await making.reach((place + 1) / steps.length);
    }
    return await encoder.finish();
  } finally {
    encoder?.dispose();
    canvas.width = canvas.height = 0;
  }
}

async function openEncoder(
  {width, height}: PictureSize,
  steps: readonly LoopStep[],
  {kind, dithers, signal}: LoopMaking,
  show: (step: LoopStep) => HTMLCanvasElement,
): Promise<LoopEncoder> {
  const durationsMs = steps.map(({durationMs}) => durationMs);
  if (kind === 'mp4' || kind === 'webm') {
    const {openVideoEncoder} = await import('./video-encoder.ts');
    const encoder = await openVideoEncoder({width, height, durationsMs});
    if (!encoder) throw new Error(`No video of ${width} × ${height} pixels can be encoded.`);
    return encoder;
  }
  const samples: ImageBitmap[] = [];
  if (kind === 'gif') {
    for (const step of spread(steps)) samples.push(await createImageBitmap(show(step)));
  }
  return openPictureEncoder({kind, width, height, durationsMs, dithers}, samples, signal);
}

/** Some of all, from the first on. */
function spread(steps: readonly LoopStep[]): LoopStep[] {
  return steps.filter((_, place) => place % Math.ceil(steps.length / SAMPLES) === 0);
}
