import type {SKRSContext2D} from '@napi-rs/canvas';
import {type BentStroke, sweepStroke} from './bent-stroke.ts';
import {type Color, lighten, mixColors} from './color.ts';
import {createNoise} from './noise.ts';
import {SIZE} from './painting.ts';
import {changePixels} from './pixels.ts';
import {between, type Random} from './random.ts';

/** One rub of the stick. */
export type PastelStroke = BentStroke & {
  color: Color;
  /** 0 only dusts the highest fibres, 1 fills the tooth of the paper. */
  pressure: number;
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
    const {width, color, pressure, within} = stroke;
    const phase = between(random, 0, 200);
    sweepStroke(stroke, (column, row, along, across) => {
      if (within && !within(column, row)) return;
      const index = row * SIZE + column;
      const furrow = 0.22 * noise(phase + across * width * 0.4, phase + along * 1.5);
      const press = pressure * (1 - 0.45 * across ** 4 - 0.5 * along ** 6) + furrow;
      const cover = Math.min(0.93, Math.max(0, 3.2 * (press + (tooth[index] ?? 0) - 1)));
      if (cover > 0) colors[index] = mixColors(colors[index]!, color, cover);
    });
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
