import type {Size} from '../../src/gpu/size.ts';

/** Discs that wander over the picture. */
const DISCS = 24;

/** A picture with edges and shades at all sizes, which moves: the same at the same time. */
export function createMovingPicture(size: Size): (timeMs: number) => HTMLCanvasElement {
  const canvas = Object.assign(document.createElement('canvas'), size);
  const context = canvas.getContext('2d', {alpha: false});
  if (!context) throw new Error('Expected a 2D canvas, but there is none.');
  const {width, height} = size;
  const sky = context.createLinearGradient(0, 0, width, height);
  sky.addColorStop(0, '#20406a');
  sky.addColorStop(1, '#c88a50');

  return (timeMs) => {
    context.fillStyle = sky;
    context.fillRect(0, 0, width, height);
    for (let disc = 0; disc < DISCS; disc++) {
      const way = timeMs / 3000 + disc * 2.4;
      const x = width * (0.5 + 0.45 * Math.sin(way));
      const y = height * (0.5 + 0.45 * Math.sin(way * 0.7 + disc));
      context.fillStyle = `hsl(${(disc * 137) % 360} 60% ${30 + ((disc * 29) % 50)}%)`;
      context.beginPath();
      context.arc(x, y, height * (0.02 + 0.15 * ((disc % 7) / 7)), 0, 2 * Math.PI);
      context.fill();
    }
    return canvas;
  };
}
