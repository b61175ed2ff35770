import type {Size} from './size.ts';

/** A picture with its own time, as a value. Whoever takes one closes it. */
export type Frame = {
  /** What WebGL uploads. It shows this frame until the task that gave it ends, or until `close`. */
  image: TexImageSource;
  /** In pixels, as it comes. */
  size: Size;
  /** When it was filmed, as far as that is known, else shown: on the clock of `performance.now()`. */
  timeMs: number;
  /** Frees what the frame holds; may be called twice. */
  close(): void;
};
