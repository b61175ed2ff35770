import {createPictureCopy, type PictureCopy} from '../picture-copy.ts';
import {fittedSize, type PictureSize} from './fitted-size.ts';

/** No loop is longer, in milliseconds. */
export const LONGEST_MS = 6000;

/** The longer side of what is remembered, in pixels. */
export const LONG_SIDE = 480;

/**
 * Pictures are no closer, in milliseconds: of 30 or 60 a second, 15 are kept, and of 25 a second 12. A camera that
 * trembles about its rate must not make a third of every second one.
 */
export const SPACING_MS = 60;

/** As many as the longest loop can have. */
const MOST_PICTURES = LONGEST_MS / SPACING_MS;

/** A picture of a loop and the time of its frame, in milliseconds. */
export type LoopFrame = {picture: HTMLCanvasElement; timeMs: number};

/** The last seconds of what a canvas shows. */
export type RollingMemory = {
  /** Of each picture; 0 × 0 while there is none. */
  readonly size: PictureSize;
  /** How long its pictures are shown, each until the next comes, in milliseconds; 0 while there are less than two. */
  readonly lengthMs: number;
  readonly newest: HTMLCanvasElement | undefined;
  /** Takes what `source` shows, unless it comes too soon after the one before. */
  add(source: HTMLCanvasElement | OffscreenCanvas, timeMs: number): void;
  /** The pictures of the last so many milliseconds, oldest first: they stay the memory's, which may draw to them. */
  last(lengthMs: number): LoopFrame[];
  forget(): void;
  /** Frees all pictures; may be called twice. */
  dispose(): void;
};

type Slot = {copy: PictureCopy; timeMs: number};

/**
 * Makes a memory of six seconds, in a ring of canvases that are drawn to in turns: pixels go from canvas to canvas on
 * the GPU, and once round nothing is allocated. It takes 100 pictures of 480 × 480 pixels at most, 92 MB; of a camera
 * at 4:3 and 30 frames a second, 62 MB. Where the picture gets other proportions, it begins anew.
 *
 * @param flip whether pictures are mirrored, relative to their source; asked for each
 */
export function createRollingMemory(flip: () => boolean): RollingMemory {
  let slots: Slot[] = [];
  /** In `slots`: the oldest picture, and how many there are. */
  let [first, count] = [0, 0];
  let source = {width: 0, height: 0};
  let size = {width: 0, height: 0};

  const slotAt = (place: number) => slots[(first + place) % MOST_PICTURES];
  const newestMs = () => slotAt(count - 1)?.timeMs ?? -Infinity;
  const oldestMs = () => slotAt(0)?.timeMs ?? -Infinity;

  function resize({width, height}: PictureSize) {
    const fitted = fittedSize({width, height}, LONG_SIDE);
    if (fitted.width !== size.width || fitted.height !== size.height) memory.dispose();
    source = {width, height};
    size = fitted;
  }

  function openSlot(): Slot {
    const copy = createPictureCopy(size.width, size.height, flip, {clear: true});
    // The canvas may be twice as large.
    const context = copy.canvas.getContext('2d');
    if (context) context.imageSmoothingQuality = 'high';
    return {copy, timeMs: 0};
  }

  const memory: RollingMemory = {
    get size() {
      return size;
    },
    get lengthMs() {
      return count < 2 ? 0 : ((newestMs() - oldestMs()) * count) / (count - 1);
    },
    get newest() {
      return slotAt(count - 1)?.copy.canvas;
    },
    add(canvas, timeMs) {
      const {width, height} = canvas;
      if (width === 0 || height === 0) return;
      if (width !== source.width || height !== source.height) resize(canvas);
      if (count > 0 && timeMs < newestMs() + SPACING_MS) return;
      const place = (first + count) % MOST_PICTURES;
      const slot = (slots[place] ??= openSlot());
      slot.copy.draw(canvas);
      slot.timeMs = timeMs;
      if (count < MOST_PICTURES) count++;
      else first = (first + 1) % MOST_PICTURES;
      while (newestMs() - oldestMs() >= LONGEST_MS) {
        first = (first + 1) % MOST_PICTURES;
        count--;
      }
    },
    last(lengthMs) {
      const all = Array.from({length: count}, (_, place) => slotAt(place)).filter(
        (slot) => slot !== undefined,
      );
      // The newest lasts for a while, too.
      const sinceMs = newestMs() - lengthMs + SPACING_MS / 2;
      return all
        .filter(({timeMs}) => timeMs > sinceMs)
        .map(({copy: {canvas: picture}, timeMs}) => ({picture, timeMs}));
    },
    forget() {
      [first, count] = [0, 0];
    },
    dispose() {
      memory.forget();
      // Browsers keep the pixels of a canvas until it is collected, which may be late.
      for (const {copy} of slots) copy.canvas.width = copy.canvas.height = 0;
      slots = [];
      source = size = {width: 0, height: 0};
    },
  };
  return memory;
}
