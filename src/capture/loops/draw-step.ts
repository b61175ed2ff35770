import type {LoopStep} from './loop-plan.ts';
import type {LoopFrame} from './rolling-memory.ts';

/** Draws a step of a loop over all of a canvas. */
export function drawStep(
  context: CanvasRenderingContext2D,
  frames: readonly LoopFrame[],
  {place, mixed}: LoopStep,
): void {
  const {width, height} = context.canvas;
  const draw = (at: number, share: number) => {
    const frame = frames[at];
    if (!frame) return;
    context.globalAlpha = share;
    context.drawImage(frame.picture, 0, 0, width, height);
  };
  context.clearRect(0, 0, width, height);
  // Shares are added up, of what is clear too.
  context.globalCompositeOperation = 'lighter';
  draw(place, 1 - (mixed?.share ?? 0));
  if (mixed) draw(mixed.place, mixed.share);
}
