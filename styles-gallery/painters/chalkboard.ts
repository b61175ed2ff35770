import type {Path2D, SKRSContext2D} from '@napi-rs/canvas';
import {type Color, css, lighten, mixColors} from './color.ts';
import type {Point} from './curve.ts';
import {createLayer} from './layer.ts';
import {createNoise, fractal, type Noise} from './noise.ts';
import {SIZE} from './painting.ts';
import {changePixels} from './pixels.ts';
import {between, gaussian, type Random} from './random.ts';

/** Sticks of chalk; widths in pixels, pressure 0…1, angles in radians. */
export type Chalk = {
  /** Draws through the points. */
  line(color: Color, width: number, pressure: number, ...points: Point[]): void;
  /** Fills a region with strokes `gap` apart. */
  hatch(color: Color, angle: number, gap: number, pressure: number, region: Path2D): void;
};

/** A blackboard. */
export type Chalkboard = {
  /** Draws with chalk, which stays on the high grains of the board and dusts what is below. */
  draw(strokes: (chalk: Chalk) => void): void;
};

/** Turns the context into a wiped blackboard in the colour of its slate. */
export function createChalkboard(context: SKRSContext2D, slate: Color, random: Random): Chalkboard {
  const noise = createNoise(random);
  const wiped = fractal(noise, 4);
  const tooth = Float32Array.from({length: SIZE * SIZE}, (_, index) => {
    const [x, y] = [index % SIZE, Math.floor(index / SIZE)];
    return (
      0.5 + 0.3 * noise(x / 2, y / 2) + 0.24 * noise(x / 4.2, y / 4.2) + 0.4 * (random() - 0.5)
    );
  });
  changePixels(context, (_, x, y) => {
    const swipe = wiped((x + 0.6 * y) / 150, (y - 0.5 * x) / 30);
    return lighten(slate, 12 + 26 * swipe + 10 * (tooth[y * SIZE + x] as number));
  });
  return {
    draw(strokes) {
      const sheet = createLayer();
      strokes(createChalk(sheet, random, noise));
      context.save();
      context.globalAlpha = 0.3;
      context.filter = 'blur(5px)';
      context.drawImage(sheet.canvas, -2, 5);
      context.restore();
      const {data} = sheet.getImageData(0, 0, SIZE, SIZE);
      changePixels(context, (below, x, y) => {
        const at = 4 * (y * SIZE + x);
        const pressed = (data[at + 3] as number) / 255;
        if (pressed === 0) return below;
        const held = Math.min(
          1,
          Math.max(0, (pressed * 1.1 - (tooth[y * SIZE + x] as number)) * 3.4),
        );
        const color: Color = [data[at] as number, data[at + 1] as number, data[at + 2] as number];
        return mixColors(below, lighten(color, 30 * (held - 0.7)), 0.94 * held);
      });
    },
  };
}

/** Chalk that draws on a sheet; the opacity it leaves is how hard it was pressed. */
function createChalk(sheet: SKRSContext2D, random: Random, noise: Noise): Chalk {
  const line: Chalk['line'] = (color, width, pressure, ...points) => {
    sheet.lineCap = 'butt';
    for (let index = 1; index < points.length; index++) {
      const [from, to] = [points[index - 1] as Point, points[index] as Point];
      const steps = Math.ceil(Math.hypot(to[0] - from[0], to[1] - from[1]) / 7);
      const phase = between(random, 0, 200);
      const at = (step: number): Point => [
        from[0] + ((to[0] - from[0]) * step) / steps + noise(phase, step / 5) * 1.3,
        from[1] + ((to[1] - from[1]) * step) / steps + noise(phase + 9, step / 5) * 1.3,
      ];
      for (let step = 0; step < steps; step++) {
        const force = pressure * (0.9 + 0.35 * noise(phase + step / 4, 3));
        sheet.strokeStyle = css(color, Math.min(1, Math.max(0.05, force)));
        sheet.lineWidth = width * (0.9 + 0.3 * noise(phase + step / 3, 7));
        sheet.beginPath();
        sheet.moveTo(...at(step));
        sheet.lineTo(...at(step + 1.1));
        sheet.stroke();
      }
    }
  };
  const hatch: Chalk['hatch'] = (color, angle, gap, pressure, region) => {
    const [left, top, right, bottom] = region.getBounds();
    const [x, y] = [(left + right) / 2, (top + bottom) / 2];
    const reach = Math.hypot(right - left, bottom - top) / 2 + 6;
    const [cos, sin] = [Math.cos(angle), Math.sin(angle)];
    for (let across = -reach; across < reach; across += gap * between(random, 0.8, 1.2)) {
      const at = (along: number): Point => [
        x + along * cos - across * sin,
        y + along * sin + across * cos,
      ];
      let start = -reach;
      let longest = between(random, 20, 110);
      for (let along = -reach; along < reach; along += 4) {
        const inside = sheet.isPointInPath(region, ...at(along));
        if (!inside || along - start > longest) {
          if (along - start > 4) {
            const tint = lighten(color, gaussian(random, 0, 13));
            const width = gap * between(random, 0.8, 1.3);
            line(tint, width, pressure * between(random, 0.8, 1.15), at(start), at(along + 1));
          }
          start = along;
          longest = between(random, 50, 130);
        }
      }
    }
  };
  return {line, hatch};
}
