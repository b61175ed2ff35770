import {drawStep} from '../../capture/loops/draw-step.ts';
import {fittedSize} from '../../capture/loops/fitted-size.ts';
import {loopLength, type LoopStep, planLoop, stepAt} from '../../capture/loops/loop-plan.ts';
import {
  type LoopFrame,
  type RollingMemory,
  SPACING_MS,
} from '../../capture/loops/rolling-memory.ts';
import type {Engine} from '../../live/engine.ts';
import type {LoopChoice, LoopKind, LoopSize} from './loop-choice.ts';

/** The longer side of a loop, in pixels. */
export const LOOP_SIDES: Readonly<Record<LoopSize, number>> = {small: 320, medium: 480};

/** What is shorter is a twitch, in milliseconds. */
const SHORTEST_MS = 500;

/** Of a painting that moves in places, as was measured of three styles; of a video, as its encoder is told. */
const BYTES_PER_PIXEL: Readonly<Record<LoopKind, number>> = {
  gif: 0.35,
  webp: 0.25,
  mp4: 0.075,
  webm: 0.075,
};

/** A loop as it will be. */
export type LoopPreview = {
  /** How many pictures are shown, and for how long, in milliseconds; none while there is too little. */
  count: number;
  lengthMs: number;
  /** About how large its file is; half or twice of it, as the picture may be. */
  bytes: number;
  /** Draws what is shown at a time, in milliseconds; it goes on and on. */
  draw(canvas: HTMLCanvasElement, timeMs: number): void;
};

/** The last seconds of what is painted, or of a clip: what loops are made of. */
export type LoopReel = {
  /** Whether it can film: a clip cannot. */
  readonly live: boolean;
  /** Whether it films now. */
  readonly filming: boolean;
  /** How much there is, in milliseconds. */
  readonly lengthMs: number;
  /** Whether there is enough for the shortest loop. */
  readonly suffices: boolean;
  /** Whether there are so many seconds of it. */
  has(seconds: number): boolean;
  /** Begins anew, with what is painted from now on. */
  film(): void;
  /** Keeps what there is. */
  hold(): void;
  drawNewest(canvas: HTMLCanvasElement): void;
  preview(choice: LoopChoice): LoopPreview;
  /** The pictures and the order in which a loop shows them. */
  cut(choice: Pick<LoopChoice, 'seconds' | 'manner'>): {frames: LoopFrame[]; steps: LoopStep[]};
  /** Frees it; may be called twice. */
  dispose(): void;
};

/**
 * Opens a reel over a memory, which it owns.
 *
 * @param signal disposes it
 * @param live what fills the memory: left out where it has seen all it will
 */
export function openReel(
  memory: RollingMemory,
  signal: AbortSignal,
  live?: {engine: Engine; canvas: HTMLCanvasElement},
): LoopReel {
  let stop: (() => void) | undefined;

  const reel: LoopReel = {
    live: live !== undefined,
    get filming() {
      return stop !== undefined;
    },
    get lengthMs() {
      return memory.lengthMs;
    },
    get suffices() {
      return memory.lengthMs >= SHORTEST_MS;
    },
    has: (seconds) => memory.lengthMs >= 1000 * seconds - SPACING_MS,
    film() {
      if (!live) return;
      const {engine, canvas} = live;
      memory.forget();
      stop ??= engine.onPresented((timeMs) => {
        memory.add(canvas, timeMs);
      });
      // What stands still is seen, too.
      engine.repaint();
    },
    hold() {
      stop?.();
      stop = undefined;
    },
    drawNewest(canvas) {
      const picture = memory.newest;
      const context = picture && fit(canvas, picture);
      if (!context) return;
      drawStep(context, [{picture, timeMs: 0}], {place: 0, mixed: null, durationMs: 0});
    },
    cut({seconds, manner}) {
      const frames = memory.last(1000 * seconds);
      const times = frames.map(({timeMs}) => timeMs);
      return {frames, steps: times.length < 2 ? [] : planLoop(times, manner)};
    },
    preview(choice) {
      const {frames, steps} = reel.cut(choice);
      return {
        count: steps.length,
        lengthMs: loopLength(steps),
        bytes: bytesOf(choice, frames, steps.length),
        draw(canvas, timeMs) {
          const step = stepAt(steps, timeMs);
          const [frame] = frames;
          const context = step && frame && fit(canvas, frame.picture);
          if (context) drawStep(context, frames, step);
        },
      };
    },
    dispose() {
      reel.hold();
      memory.dispose();
      signal.removeEventListener('abort', reel.dispose);
    },
  };
  signal.addEventListener('abort', reel.dispose);
  return reel;
}

function bytesOf({kind, size}: LoopChoice, [frame]: LoopFrame[], count: number): number {
  if (!frame) return 0;
  const {width, height} = fittedSize(frame.picture, LOOP_SIDES[size]);
  return BYTES_PER_PIXEL[kind] * width * height * count;
}

/** Gives a canvas the size of a picture. */
function fit(canvas: HTMLCanvasElement, {width, height}: HTMLCanvasElement) {
  if (canvas.width !== width || canvas.height !== height) Object.assign(canvas, {width, height});
  return canvas.getContext('2d');
}
