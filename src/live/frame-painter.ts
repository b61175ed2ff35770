import {openPainter} from '../gpu/open-painter.ts';
import type {PaintAt} from '../gpu/painter.ts';
import type {Size} from '../gpu/size.ts';
import type {TuningMemory} from '../gpu/tuning-memory.ts';
import type {LoadedNetwork} from '../network/load-network.ts';
import type {PersonNetwork} from '../network/person/person-network.ts';
import {workingSize} from './pace/size-ladder.ts';
import {createTimer} from './pace/timer.ts';
import {createTiledFrame} from './tiled-frame.ts';

/** What a frame painter is opened with. */
export type FramePainterOptions = {
  network: LoadedNetwork;
  /** What to paint with at a time of the film, in milliseconds. */
  paintAt: PaintAt;
  /** The size of the frames as they are shown. */
  frame: Size;
  /** The size that they are painted at, short side in pixels. */
  shortSide: number;
  /** The size of the canvas. */
  size: Size;
  /** Whether regions are covered, and by what persons are found, if they are to be. */
  regions?: {network?: PersonNetwork | undefined} | undefined;
  /** What the painter on the stage has found out. */
  memory: TuningMemory;
  /** Ends a frame that is painted in tiles. */
  signal?: AbortSignal;
  /** Frames are painted in tiles where their short side is longer; `LARGEST_WHOLE`, where it is left out. */
  largestWhole?: number;
};

/** Paints frames of a film, one after the other, beside the stage. Whoever opens one disposes it. */
export type FramePainter = {
  /**
   * Paints a frame. While the GPU is away it waits for it.
   *
   * @param image stays the caller's
   * @param timeMs its time in the film: what follows the scene goes by that
   * @param take reads the canvas, which shows the painting until it returns
   * @returns what `take` gives, once the GPU is done
   * @throws PictureRefusedError where the frame cannot be read, or what kept the GPU from coming back
   */
  paint<Result>(
    image: TexImageSource,
    timeMs: number,
    take: (canvas: HTMLCanvasElement) => Result,
  ): Promise<Result>;
  /** Frees everything; may be called twice. */
  dispose(): void;
};

/** What graphics cards have room for at once, short side in pixels. */
const LARGEST_WHOLE = 1080;

/** At which size a painter is opened that paints in tiles alone, short side in pixels. */
const UNUSED_SIDE = 256;

/** Between two looks whether the GPU is back, in milliseconds. */
const AWAY_MS = 250;

/**
 * Opens a painter with a GL context of its own: the picture on the stage and the film do not know of each
 * other. Frames too large to be painted at once are painted in tiles, with the statistics of the whole: each alone,
 * without what works from frame to frame, so that strokes are less steady.
 *
 * @throws GpuUnsupportedError or ContextLostError where there is no second context, Error where the network
 *   runs on TensorFlow.js alone
 */
export async function openFramePainter(options: FramePainterOptions): Promise<FramePainter> {
  const {network, paintAt, frame, shortSide, size, regions, memory} = options;
  const isTiled = shortSide > (options.largestWhole ?? LARGEST_WHOLE);
  const paintSize = workingSize(frame, isTiled ? Math.min(UNUSED_SIDE, shortSide) : shortSide);
  const view = {mirror: false, divider: 0, enlarged: isLarger(size, paintSize), size};
  const timer = createTimer();
  const canvas = document.createElement('canvas');
  let timeMs = 0;
  let failure: {error: unknown} | undefined;
  const painter = await openPainter({
    canvas,
    network,
    size: paintSize,
    wait: timer.wait,
    memory,
    now: () => timeMs,
    besideAnother: true,
    events: {
      onLost() {},
      onRestored() {},
      onFailed(error) {
        failure = {error};
      },
    },
  }).catch((error: unknown) => {
    timer.dispose();
    throw error;
  });

  const tiles = isTiled
    ? createTiledFrame(size, workingSize(frame, shortSide), options.signal)
    : undefined;

  function dispose() {
    tiles?.dispose();
    painter.dispose();
    timer.dispose();
  }

  try {
    if (regions) await painter.openRegions(regions.network);
  } catch (error) {
    dispose();
    throw error;
  }
  return {
    async paint(image, atMs, take) {
      timeMs = atMs;
      for (;;) {
        if (failure) throw failure.error;
        const paint = paintAt(atMs);
        if (!paint) throw new Error('Expected something to paint with.');
        const now = {image, size: frame, timeMs, close() {}};
        if (tiles && (await tiles.paint(painter, paint, now))) return take(tiles.canvas);
        if (!tiles && !painter.away) {
          painter.take(now);
          if (painter.paint(paint, paintSize, view)) {
            const result = take(canvas);
            if (await painter.finished()) return result;
          }
        }
        await timer.wait(AWAY_MS);
      }
    },
    dispose,
  };
}

function isLarger(one: Size, other: Size): boolean {
  return one.width * one.height > other.width * other.height;
}
