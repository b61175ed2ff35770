import type {SKRSContext2D} from '@napi-rs/canvas';
import {type Color, lighten, mixColors} from './color.ts';
import {createNoise} from './noise.ts';
import {SIZE} from './painting.ts';
import {changePixels} from './pixels.ts';
import {between, type Random} from './random.ts';

/** One rub of the stick; lengths in pixels, angles in radians. */
export type PastelStroke = {
  /** The middle of the stroke. */
  x: number;
  y: number;
  angle: number;
  length: number;
  width: number;
  color: Color;
  /** 0 only dusts the highest fibres, 1 fills the tooth of the paper. */
  pressure: number;
  /** How far the ends bend to the side. */
  bend?: number;
  /** Where the stroke may leave colour; everywhere if not given. */
  within?: (x: number, y: number) => boolean;
};

/** A sheet of toned paper with a tooth that takes dry colour. */
export type PastelPaper = {
  rub(stroke: PastelStroke): void;
  show(context: SKRSContext2D): void;
};

/** A fresh sheet; its tone shows wherever the sticks skip. */
export function createPastelPaper(random: Random, tone: Color): PastelPaper {
  const noise = createNoise(random);
  const tooth = Float32Array.from({length: SIZE * SIZE}, (_, index) => {
    const [x, y] = [index % SIZE, Math.floor(index / SIZE)];
    const fibres = 0.55 * noise(x / 2.1, y / 2.1) + 0.35 * noise(x / 4.3 + 30, y / 4.3);
    return 0.5 + 0.5 * fibres + 0.07 * Math.sin(x * 1.25) + between(random, -0.1, 0.1);
  });
  const colors = Array.from(tooth, (height) => lighten(tone, 30 * (height - 0.5)));

  const rub = (stroke: PastelStroke) => {
    const {x, y, angle, length, width, color, pressure, bend = 0} = stroke;
    const [cos, sin] = [Math.cos(angle), Math.sin(angle)];
    const reach = Math.hypot(length, width) / 2 + Math.abs(bend);
    const phase = between(random, 0, 200);
    const [top, bottom] = [Math.max(0, Math.ceil(y - reach)), Math.min(SIZE - 1, y + reach)];
    const [left, right] = [Math.max(0, Math.ceil(x - reach)), Math.min(SIZE - 1, x + reach)];
    for (let row = top; row <= bottom; row++) {
      for (let column = left; column <= right; column++) {
        const along = ((column - x) * cos + (row - y) * sin) / (length / 2);
        const drift = bend * along * along;
        const across = ((row - y) * cos - (column - x) * sin - drift) / (width / 2);
        if (Math.abs(along) > 1 || Math.abs(across) > 1) continue;
        if (stroke.within && !stroke.within(column, row)) continue;
        const index = row * SIZE + column;
        const furrow = 0.22 * noise(phase + across * width * 0.4, phase + along * 1.5);
        const press = pressure * (1 - 0.45 * across ** 4 - 0.5 * along ** 6) + furrow;
        const cover = Math.min(0.93, Math.max(0, 3.2 * (press + (tooth[index] ?? 0) - 1)));
        if (cover > 0) colors[index] = mixColors(colors[index]!, color, cover);
      }
    }
  };
  const show = (context: SKRSContext2D) => {
    changePixels(context, (_, x, y) => {
      const index = y * SIZE + x;
      const slope = (tooth[index + 1] ?? 0) - (tooth[index - 1] ?? 0);
      return lighten(colors[index]!, 16 * slope + between(random, -5, 5));
    });
  };
  return {rub, show};
}
