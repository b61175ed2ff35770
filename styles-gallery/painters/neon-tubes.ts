import type {Path2D, SKRSContext2D} from '@napi-rs/canvas';
import {type Color, css, mixColors} from './color.ts';
import {createLayer} from './layer.ts';

/** How far the light of a tube reaches, in pixels, and how strong it is there. */
const GLOWS = [
  {radius: 40, strength: 0.6},
  {radius: 14, strength: 0.48},
  {radius: 5, strength: 0.45},
  {radius: 2, strength: 0.4},
] as const;

/** Glass tubes filled with light. */
export type NeonTubes = {
  /** A tube along a path: a coloured wall around a white-hot line. */
  bend(path: Path2D, color: Color, width: number): void;
  /** Takes away what a board at this place would hide. */
  hide(x: number, y: number, width: number, height: number): void;
  /** Adds the tubes to a picture: wide and faint light in the air, strong light around the glass. */
  shine(context: SKRSContext2D): void;
};

/** No tubes yet. */
export function createNeonTubes(): NeonTubes {
  const tubes = createLayer();
  tubes.lineCap = 'round';
  tubes.lineJoin = 'round';
  return {
    bend: (path, color, width) => {
      for (const [share, white] of [
        [1.7, 0],
        [0.75, 0.82],
      ] as const) {
        tubes.strokeStyle = css(mixColors(color, [255, 255, 255], white));
        tubes.lineWidth = width * share;
        tubes.stroke(path);
      }
    },
    hide: (x, y, width, height) => tubes.clearRect(x, y, width, height),
    shine: (context) => {
      context.save();
      context.globalCompositeOperation = 'lighter';
      for (const {radius, strength} of GLOWS) {
        context.filter = `blur(${radius}px)`;
        context.globalAlpha = strength;
        context.drawImage(tubes.canvas, 0, 0);
      }
      context.restore();
      context.drawImage(tubes.canvas, 0, 0);
    },
  };
}
