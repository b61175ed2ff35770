import type {Frame} from '../../src/gpu/frame.ts';
import type {FrameSource} from '../../src/live/sources/frame-source.ts';

/** Colours as [red, green, blue]. */
export const RED = [255, 0, 0];
export const BLUE = [0, 0, 255];
export const GREEN = [0, 255, 0];

/** A source of two colours that has a new frame when the test says so. */
export class ManualSource implements FrameSource {
  readonly kind: FrameSource['kind'] = 'demo';
  readonly title = 'Manual';
  readonly facesPerson = false;
  readonly element = document.createElement('canvas');
  /** How many listeners wait for a frame. */
  get listening(): number {
    return this.listeners.size;
  }
  /** Frames that were given and not closed. */
  open = 0;
  private readonly listeners = new Set<(timeMs: number) => void>();

  constructor(width = 64, height = 48) {
    Object.assign(this.element, {width, height});
    this.fill(RED, BLUE);
  }

  size() {
    return {width: this.element.width, height: this.element.height};
  }

  onFrame(listener: (timeMs: number) => void) {
    this.listeners.add(listener);
    return () => {
      this.listeners.delete(listener);
    };
  }

  frame(timeMs: number): Frame {
    this.open++;
    let closed = false;
    const close = () => {
      if (!closed) this.open--;
      closed = true;
    };
    return {image: this.element, size: this.size(), timeMs, close};
  }

  onHealth() {
    return () => {};
  }

  resume() {}

  /** Paints the left and the right half; tells nobody. */
  fill(left: number[], right = left): void {
    const {width, height} = this.element;
    const context = this.element.getContext('2d')!;
    context.fillStyle = `rgb(${left.join(' ')})`;
    context.fillRect(0, 0, width / 2, height);
    context.fillStyle = `rgb(${right.join(' ')})`;
    context.fillRect(width / 2, 0, width / 2, height);
  }

  /** Tells that there is a new frame. */
  tick(timeMs = performance.now()): void {
    for (const listener of this.listeners) listener(timeMs);
  }

  close() {
    this.listeners.clear();
  }
}
