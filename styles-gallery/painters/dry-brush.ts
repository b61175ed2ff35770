import type {SKRSContext2D} from '@napi-rs/canvas';
import {type BentStroke, sweepStroke} from './bent-stroke.ts';
import {type Color, lighten, mixColors} from './color.ts';
import {createNoise} from './noise.ts';
import {SIZE} from './painting.ts';
import {changePixels} from './pixels.ts';
import {between, type Random} from './random.ts';

/** Width of a thread of the canvas, in pixels. */
const THREAD = 2.6;

/** One sweep of a broad dry brush. */
export type Sweep = BentStroke & {
  color: Color;
  /** How much of what lies below is hidden, 0…1. */
  opacity: number;
};

/** A coarse canvas that takes thin paint mostly on top of its threads. */
export type ThinPaint = {
  sweep(sweep: Sweep): void;
  show(context: SKRSContext2D): void;
};

/** A canvas stained with `ground`. */
export function createThinPaint(random: Random, ground: Color): ThinPaint {
  const noise = createNoise(random);
  const threads = Float32Array.from({length: SIZE * SIZE}, (_, index) => {
    const [x, y] = [index % SIZE, Math.floor(index / SIZE)];
    const u = x / THREAD + 0.5 * noise(x / 40, y / 40) + 0.4 * noise(x / 5, y / 60);
    const v = y / THREAD + 0.5 * noise(x / 40 + 70, y / 40) + 0.4 * noise(x / 60, y / 5);
    const warpOnTop = (Math.floor(u) + Math.floor(v)) % 2 === 0;
    const round = warpOnTop ? Math.sin(Math.PI * (u % 1)) : Math.sin(Math.PI * (v % 1));
    return 0.25 + 0.6 * Math.abs(round) + 0.2 * noise(x / 3, y / 3);
  });
  const colors = Array.from(threads, (height) => lighten(ground, 26 * (height - 0.5)));

  const sweep = (stroke: Sweep) => {
    const {length, width, color, opacity} = stroke;
    const phase = between(random, 0, 200);
    sweepStroke(stroke, (column, row, along, across) => {
      const index = row * SIZE + column;
      const bristle = noise(phase + across * width * 0.2, phase + (along * length) / 90);
      const lifted = Math.max(0, Math.abs(along) - 0.55 - 0.35 * bristle) * 2.4;
      const load = 0.4 + 1.5 * bristle - lifted - 0.5 * across ** 4;
      const cover =
        opacity * Math.min(1, Math.max(0, 1.3 * load + 1.2 * ((threads[index] ?? 0) - 0.5)));
      if (cover > 0) colors[index] = mixColors(colors[index]!, lighten(color, 66 * bristle), cover);
    });
  };
  const show = (context: SKRSContext2D) => {
    changePixels(context, (_, x, y) => {
      const index = y * SIZE + x;
      const slope = (threads[index] ?? 0) - (threads[index + SIZE + 1] ?? 0);
      return lighten(colors[index]!, 38 * slope + between(random, -5, 5));
    });
  };
  return {sweep, show};
}
