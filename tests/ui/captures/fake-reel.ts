import {vi} from 'vitest';
import type {LoopReel} from '../../../src/app/exports/loop-reel.ts';

/** A reel whose length the test sets, and that notes what is asked of it. */
export type FakeReel = Omit<LoopReel, 'lengthMs'> & {
  lengthMs: number;
  /** What was drawn of the loop: its times, in milliseconds. */
  drawn: number[];
};

/** A reel that has as much as the test says; its pictures are of one colour. */
export function fakeReel({live = true} = {}): FakeReel {
  let filming = live;
  const fill = (canvas: HTMLCanvasElement, colour: string) => {
    canvas.width = 64;
    canvas.height = 48;
    const context = canvas.getContext('2d')!;
    context.fillStyle = colour;
    context.fillRect(0, 0, 64, 48);
  };
  const reel: FakeReel = {
    live,
    get filming() {
      return filming;
    },
    lengthMs: 0,
    get suffices() {
      return reel.lengthMs >= 500;
    },
    has: (seconds: number) => reel.lengthMs >= 1000 * seconds,
    film: vi.fn(() => {
      filming = true;
      reel.lengthMs = 0;
    }),
    hold: vi.fn(() => {
      filming = false;
    }),
    drawNewest: vi.fn((canvas: HTMLCanvasElement) => {
      fill(canvas, 'red');
    }),
    drawn: [],
    preview: vi.fn<LoopReel['preview']>(({seconds}) => ({
      count: 15 * seconds,
      lengthMs: 1000 * seconds,
      bytes: 1_000_000 * seconds,
      draw(canvas, timeMs) {
        reel.drawn.push(timeMs);
        fill(canvas, 'blue');
      },
    })),
    cut: vi.fn<LoopReel['cut']>(() => ({frames: [], steps: []})),
    dispose: vi.fn(),
  };
  return reel;
}
