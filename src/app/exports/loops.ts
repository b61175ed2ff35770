import {clipName} from '../../capture/clip-name.ts';
import {encodeLoop} from '../../capture/loops/encode-loop.ts';
import {loopLength} from '../../capture/loops/loop-plan.ts';
import {offeredKinds} from '../../capture/loops/offered-kinds.ts';
import {createRollingMemory} from '../../capture/loops/rolling-memory.ts';
import type {Engine} from '../../live/engine.ts';
import type {Clips} from '../captures/clips.ts';
import {isFlipped} from '../captures/is-flipped.ts';
import {AppError} from '../notices/app-error.ts';
import type {AppState} from '../state.ts';
import type {Store} from '../store.ts';
import type {Jobs} from './jobs.ts';
import type {LoopChoice, LoopKind} from './loop-choice.ts';
import {LOOP_SIDES, type LoopReel, openReel} from './loop-reel.ts';

/** What loops need from the studio. */
export type LoopParts = {
  store: Store<AppState>;
  engine: Promise<Engine>;
  canvas: HTMLCanvasElement;
  clips: Pick<Clips, 'keep' | 'fileOf'>;
};

/** Makes loops: a few seconds that are shown over and over. */
export type Loops = {
  /** The files that can be made here. */
  kinds(): Promise<readonly LoopKind[]>;
  /**
   * Begins to film what the canvas shows; who asks disposes the reel.
   *
   * @throws AppError where nothing is painted
   */
  film(): Promise<LoopReel>;
  /**
   * The last seconds of a clip; who asks disposes the reel.
   *
   * @throws AppError where it cannot be read
   */
  read(clipId: string): Promise<LoopReel>;
  /**
   * Makes a loop of a reel, as a job: it is among the clips then. The reel is given away.
   *
   * @throws AppError where there is too little, or it cannot be made; an `AbortError` where it was cancelled
   */
  make(reel: LoopReel, choice: LoopChoice): Promise<void>;
};

/**
 * @param jobs where loops wait their turn
 * @param signal ends all reels
 */
export function createLoops(
  {store, engine, canvas, clips}: LoopParts,
  jobs: Pick<Jobs, 'run'>,
  signal: AbortSignal,
): Loops {
  return {
    kinds: offeredKinds,
    async film() {
      const painter = await engine;
      const painted = await painter.grab('painting');
      if (!painted) throw new AppError({key: 'capture.nothing-to-record'});
      painted.close();
      const memory = createRollingMemory(() => isFlipped(store.get()));
      const reel = openReel(memory, signal, {engine: painter, canvas});
      reel.film();
      return reel;
    },
    async read(clipId) {
      try {
        const {rememberClip} = await import('../../capture/loops/remember-clip.ts');
        const file = clips.fileOf(clipId);
        if (!file) throw new Error(`There is no clip ${clipId}.`);
        return openReel(await rememberClip(file), signal);
      } catch (cause) {
        throw new AppError({key: 'loops.unreadable'}, {cause});
      }
    },
    async make(reel, {kind: format, size, dithers, ...choice}) {
      try {
        reel.hold();
        const {frames, steps} = reel.cut(choice);
        if (frames.length < 2) throw new AppError({key: 'loops.still'});
        if (!reel.suffices) throw new AppError({key: 'loops.too-short'});
        const file = await jobs.run('loop', clipName(new Date(), format), (job) =>
          encodeLoop(frames, steps, {kind: format, longSide: LOOP_SIDES[size], dithers, ...job}),
        );
        const isVideo = file.blob.type.startsWith('video/');
        const kind = isVideo ? 'video' : 'image';
        clips.keep(file.blob, kind, file.extension, loopLength(steps), {loops: true});
      } catch (cause) {
        if (cause instanceof AppError || isAbort(cause)) throw cause;
        throw new AppError({key: 'loops.failed'}, {cause});
      } finally {
        reel.dispose();
      }
    },
  };
}

function isAbort(error: unknown): boolean {
  return error instanceof DOMException && error.name === 'AbortError';
}
