import type {Frame} from '../gpu/frame.ts';
import type {Painter} from '../gpu/painter.ts';
import type {Size} from '../gpu/size.ts';
import {frameOf} from './sources/frame-of.ts';
import type {FrameSource} from './sources/frame-source.ts';
import type {FullPicture} from './sources/full-picture.ts';

/**
 * The frame to paint: the source's newest; or, while it is frozen, the one that was there, however
 * else it is to be painted.
 */
export class StageFrame {
  frozen = false;
  private source: FrameSource | undefined;
  /** The source of the frame that the painter took last. */
  private takenFrom: FrameSource | undefined;
  private expired = true;
  /** The frame's own time, and when it came: on the clock of `performance.now()`. */
  private time = {frameMs: 0, cameMs: 0};

  /** Takes frames of another source from now on. */
  setSource(source: FrameSource | undefined, nowMs: number): void {
    this.source = source;
    this.expire(nowMs, nowMs);
  }

  /** Says that the source has a new frame, to be taken before painting. */
  expire(frameMs: number, nowMs: number): void {
    this.expired = true;
    this.time = {frameMs, cameMs: nowMs};
  }

  /** The time of what is painted now: of a new frame its own, and later it goes on from there. */
  timeAt(nowMs: number): number {
    const {frameMs, cameMs} = this.time;
    return this.expired ? frameMs : frameMs + (nowMs - cameMs);
  }

  /**
   * Sees to it that the painter has the frame.
   *
   * @returns its size as it comes; undefined without a source, or from one that has no pixels
   * @throws what the source or the painter says against the frame
   */
  bringTo(painter: Painter): Size | undefined {
    const {source} = this;
    if (!source) return undefined;
    const known = this.takenFrom === source ? painter.frameSize : undefined;
    if (known && (this.frozen || !this.expired)) return known;
    if (!hasPixels(source)) return undefined;
    if (this.takenFrom !== source) painter.startScene();
    const frame = source.frame(this.time.frameMs);
    try {
      painter.take(frame);
    } finally {
      frame.close();
    }
    this.takenFrom = source;
    this.expired = false;
    return frame.size;
  }

  /** The unpainted frame, as it came: the one that is held, or else the source's; undefined where there is none. */
  async picture(painter: Painter, nowMs: number): Promise<ImageBitmap | undefined> {
    const {source} = this;
    if (!source) return undefined;
    const held = this.frozen && this.takenFrom === source ? painter.readFrame() : undefined;
    if (held) return createImageBitmap(held);
    if (!hasPixels(source)) return undefined;
    const frame = source.frame(nowMs);
    try {
      return await createImageBitmap(frame.image);
    } finally {
      frame.close();
    }
  }

  /** How many pixels the frame has with all there are of it; undefined where there is none. */
  async fullSize(painter: Painter): Promise<Size | undefined> {
    const {source} = this;
    if (!source || !hasPixels(source)) return undefined;
    const held = this.frozen && this.takenFrom === source ? painter.frameSize : undefined;
    const own = held ?? source.size();
    return (
      this.fullPicture()
        ?.size()
        .catch(() => own) ?? own
    );
  }

  /**
   * The unpainted frame with all the pixels there are of it, which the caller closes; undefined where there is none.
   *
   * @throws SourceError where a picture can no longer be read
   */
  async full(painter: Painter, nowMs: number): Promise<Frame | undefined> {
    const {source} = this;
    try {
      const full = await this.fullPicture()?.take();
      if (full) return full;
    } catch (error) {
      // A camera has frames, though it may take no photos.
      if (source?.kind === 'image') throw error;
    }
    const picture = await this.picture(painter, nowMs);
    return picture && frameOf(picture);
  }

  /** While a moving picture is held, there is no more of it than that. */
  private fullPicture(): FullPicture | undefined {
    return this.frozen && this.source?.kind !== 'image' ? undefined : this.source?.full;
  }
}

/** Whether a source has a picture now. */
export function hasPixels(source: FrameSource): boolean {
  const {width, height} = source.size();
  return width > 0 && height > 0;
}
