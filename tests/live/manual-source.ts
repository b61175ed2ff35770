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
  private readonly listeners = new Set<() => void>();

  constructor(width = 64, height = 48) {
    Object.assign(this.element, {width, height});
    this.fill(RED, BLUE);
  }

  size() {
    return {width: this.element.width, height: this.element.height};
  }

  onFrame(listener: () => void) {
    this.listeners.add(listener);
    return () => {
      this.listeners.delete(listener);
    };
  }

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
  tick(): void {
    for (const listener of this.listeners) listener();
  }

  close() {
    this.listeners.clear();
  }
}
