import {expect, vi} from 'vitest';
import {openRecorder, type RecorderOptions} from '../../src/capture/recording/open-recorder.ts';
import type {Recorder} from '../../src/capture/recording/recorder.ts';

/** Milliseconds from frame to frame. */
export const FRAME_MS = 1000 / 30;
/** Colours as [red, green, blue]. */
export const RED = [255, 0, 0];
export const BLUE = [0, 0, 255];
export const BLACK = [0, 0, 0];

/** A VideoEncoder that can be broken. */
export class SpyEncoder extends VideoEncoder {
  private readonly tellError: (error: DOMException) => void;

  constructor(init: VideoEncoderInit) {
    super(init);
    this.tellError = init.error;
  }

  /** Does what a browser does when an encoder fails, or when it takes one away. */
  breakDown(name: string): void {
    this.close();
    this.tellError(new DOMException('Broken by the test.', name));
  }
}

/**
 * A canvas of 64 × 48 pixels with a clock of its own, to be filmed as fast as the encoder goes.
 * Replaces VideoEncoder until `vi.unstubAllGlobals()`.
 */
export class FilmSet {
  readonly canvas = document.createElement('canvas');
  /** Every encoder made so far. */
  readonly encoders: SpyEncoder[] = [];
  /** Why recorders have ended by themselves. */
  readonly endings: string[] = [];
  /** Milliseconds; stands still but for `film`. */
  time = 1000;

  constructor() {
    this.canvas.width = 64;
    this.canvas.height = 48;
    const {encoders} = this;
    vi.stubGlobal(
      'VideoEncoder',
      class extends SpyEncoder {
        constructor(init: VideoEncoderInit) {
          super(init);
          encoders.push(this);
        }
      },
    );
  }

  open(change: Partial<RecorderOptions> = {}): Promise<Recorder> {
    return openRecorder({
      canvas: this.canvas,
      frameRate: 1000 / FRAME_MS,
      bitsPerPixel: 1,
      microphone: null,
      flip: () => false,
      now: () => this.time,
      every: () => () => {},
      openTape: () => Promise.resolve(null),
      onEnd: ({code}) => this.endings.push(code),
      ...change,
    });
  }

  /** Draws and films `count` frames; by default each has a colour of its own. */
  async film(
    recorder: Recorder,
    count: number,
    draw: (index: number) => void = (index) => {
      this.paint([index * 10, 200, 100]);
    },
  ): Promise<void> {
    for (let index = 0; index < count; index++) {
      draw(index);
      recorder.frame(this.time);
      this.time += FRAME_MS;
      const encoder = this.encoders.at(-1)!;
      while (encoder.encodeQueueSize > 0) await once(encoder, 'dequeue');
    }
  }

  /** Fills the left half of the canvas with one colour and the right half with another. */
  paint(left: number[], right = left): void {
    const {width, height} = this.canvas;
    const context = this.canvas.getContext('2d')!;
    context.fillStyle = `rgb(${left.join(' ')})`;
    context.fillRect(0, 0, width / 2, height);
    context.fillStyle = `rgb(${right.join(' ')})`;
    context.fillRect(width / 2, 0, width / 2, height);
  }

  expectEncodersClosed(): void {
    expect(this.encoders.length).toBeGreaterThan(0);
    for (const encoder of this.encoders) expect(encoder.state).toBe('closed');
  }
}

/** The next event of this name. */
export function once(target: EventTarget, name: string): Promise<Event> {
  return new Promise((resolve) => {
    target.addEventListener(name, resolve, {once: true});
  });
}
