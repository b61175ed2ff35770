import {type Picture, sameSize} from './picture.ts';

/** Says how quickly what is known of a scene follows its frames, so that a hand that comes in changes little. */
export type Following = {
  /**
   * What a frame counts in what is known once it is there, 0…1: 1 for the first of a scene or of its size,
   * 0 for one that has been counted.
   *
   * @param by what is known of, where that changes; of another one it begins anew
   * @param way how the frame is looked at: the same one in another way begins anew, too
   */
  shareOf(frame: Picture, by?: object, way?: object): number;
  /** Forgets the frames so far: the next one is of another scene. */
  restart(): void;
};

/** In this time what is known comes two thirds of the way to what is new, in milliseconds. */
const SLOWNESS_MS = 800;

/** @param now the time of a frame that is counted, in milliseconds */
export function createFollowing(now: () => number): Following {
  let last:
    {frame: Picture; by: object | undefined; way: object | undefined; timeMs: number} | undefined;
  return {
    shareOf(frame, by, way) {
      const goesOn = last && last.by === by && sameSize(last.frame.size, frame.size);
      let before = goesOn ? last : undefined;
      if (before?.frame === frame) {
        if (before.way === way) return 0;
        before = undefined;
      }
      const timeMs = now();
      last = {frame, by, way, timeMs};
      return before ? 1 - Math.exp((before.timeMs - timeMs) / SLOWNESS_MS) : 1;
    },
    restart() {
      last = undefined;
    },
  };
}
